const READ_MS = 4_000;

/** Tells once that an element has been on a screen that is looked at for as long as reading takes. */
export function untilSeen(seen: () => void): (node: HTMLElement) => () => void {
  return (node) => {
    let timer = 0;
    let inView = false;
    const judge = (): void => {
      window.clearTimeout(timer);
      if (inView && document.visibilityState === 'visible')
        timer = window.setTimeout(seen, READ_MS);
    };
    const stop = sight((now) => {
      inView = now;
      judge();
    })(node);
    document.addEventListener('visibilitychange', judge);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', judge);
      stop();
    };
  };
}

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
