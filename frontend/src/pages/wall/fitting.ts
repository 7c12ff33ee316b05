/** Makes a picture fit the wall: smaller words first, then fewer, never under the least size. */

const STEPS = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44];

const over = (node: HTMLElement): boolean =>
  node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1;

/** What may go, last first; both voices lose the same sentence, or neither would be whole. */
function spares(node: HTMLElement): HTMLElement[][] {
  const columns = [...node.querySelectorAll<HTMLElement>('.voices > *')].map((column) =>
    [...column.querySelectorAll<HTMLElement>('[data-spare]')].reverse(),
  );
  if (columns.length === 0) return [[...node.querySelectorAll<HTMLElement>('[data-spare]')]];
  const most = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: most }, (_, i) => columns.flatMap((column) => column[i] ?? []));
}

function fits(node: HTMLElement): boolean {
  return STEPS.some((step) => {
    node.style.setProperty('--fit', String(step));
    return !over(node);
  });
}

function fit(node: HTMLElement): void {
  const rows = spares(node);
  for (const one of rows.flat()) one.hidden = false;
  node.classList.remove('spared');
  if (fits(node)) return;
  // Whoever wants the words that go has them on a screen of one's own.
  node.classList.add('spared');
  for (const row of rows) {
    for (const one of row) one.hidden = true;
    if (fits(node)) return;
  }
}

/** As an attachment: fits at once, and again when the words or the screen change. */
export function fitting(node: HTMLElement): () => void {
  const again = (): void => fit(node);
  const size = new ResizeObserver(again);
  const words = new MutationObserver(again);
  size.observe(node);
  words.observe(node, { childList: true, characterData: true, subtree: true });
  void document.fonts.ready.then(again);
  again();
  return () => {
    size.disconnect();
    words.disconnect();
  };
}
