/** Tells whether an element is on the screen, as an attachment. */
export function sight(tell: (seen: boolean) => void): (node: HTMLElement) => () => void {
  return (node) => {
    const observer = new IntersectionObserver((entries) => {
      tell(entries.at(-1)?.isIntersecting ?? true);
    });
    observer.observe(node);
    return () => observer.disconnect();
  };
}
