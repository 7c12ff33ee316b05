/** Makes a picture fit the wall: smaller words first, then fewer, never under the least size. */

const STEPS = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44];

const over = (node: HTMLElement): boolean =>
  node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1;

function fit(node: HTMLElement): void {
  const spare = [...node.querySelectorAll<HTMLElement>('[data-spare]')];
  for (const one of spare) one.hidden = false;
  node.classList.remove('spared');
  for (const step of STEPS) {
    node.style.setProperty('--fit', String(step));
    if (!over(node)) return;
  }
  // The last words go first; whoever wants them has them on a screen of one's own.
  node.classList.add('spared');
  for (const one of spare.reverse()) {
    one.hidden = true;
    if (!over(node)) return;
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
