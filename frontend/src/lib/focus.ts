/** What somebody opened comes into sight with the hand on its first field. */
export function comeForward(node: HTMLElement): void {
  const field =
    node.querySelector<HTMLElement>('input, textarea, select') ?? node.querySelector('button');
  field?.focus({ preventScroll: true });
  const { top, bottom } = node.getBoundingClientRect();
  if (top < 72 || bottom > innerHeight) {
    node.scrollIntoView({ block: bottom - top > innerHeight - 160 ? 'start' : 'center' });
  }
}

/** Go to a region of the page: the reading goes on there. */
export function reach(id: string): void {
  const region = document.getElementById(id);
  region?.focus({ preventScroll: true });
  region?.scrollIntoView({ block: 'start' });
}

/** Go one row on or back among those that fit the selector, from the one that has the focus. */
export function step(selector: string, by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(selector)];
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const next = now === -1 ? (by === 1 ? 0 : rows.length - 1) : now + by;
  const row = rows[Math.min(Math.max(next, 0), rows.length - 1)];
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** Shown because somebody asked for it: comes into sight, and is read out by its role. */
export function intoSight(node: HTMLElement): void {
  node.scrollIntoView({ block: 'center' });
}
