/** Whether the page is one column wide (S: under 720). */
class Width {
  #query = matchMedia('(max-width: 719px)');
  narrow = $state(this.#query.matches);

  constructor() {
    this.#query.addEventListener('change', (event) => (this.narrow = event.matches));
  }
}

export const width = new Width();
