/** An instant that moves on when the page should be drawn again. */

const SHORTEST_MS = 20;

export class Ticking {
  now = $state(0);

  /** `read`: the server's instant; `wait`: ms from that instant until the next drawing. */
  constructor(
    private readonly read: () => number,
    private readonly wait: (now: number) => number,
  ) {
    this.now = read();
  }

  /** Begin, from within an effect; returns how to stop. */
  run(): () => void {
    let timer = 0;
    const step = (): void => {
      const now = this.read();
      this.now = now;
      timer = window.setTimeout(step, Math.max(SHORTEST_MS, this.wait(now) + 2));
    };
    step();
    return () => window.clearTimeout(timer);
  }
}

/** On the seconds of the wall. */
export const untilSecond = (now: number): number => 1000 - (now % 1000);
