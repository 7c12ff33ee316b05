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

/** Shown because somebody asked for it: comes into sight, and is read out by its role. */
export function intoSight(node: HTMLElement): void {
  node.scrollIntoView({ block: 'center' });
}
