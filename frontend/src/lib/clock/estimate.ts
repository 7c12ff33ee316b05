/** The server's instant, estimated from question and answer. All values in ms. */

interface Sample {
  readonly rtt: number;
  /** Server instant minus local monotonic time. */
  readonly offset: number;
}

const KEPT = 8;

export class ServerClock {
  #samples: Sample[] = [];
  #hint: number | null = null;

  /** A frame that named the server's instant when it was sent: late by one way, but at once. */
  hint(nowAt: number, local: number): void {
    this.#hint ??= nowAt - local;
  }

  /** An answer to a question asked at local time `asked`. */
  answer(asked: number, nowAt: number, local: number): void {
    const rtt = Math.max(0, local - asked);
    this.#samples.push({ rtt, offset: nowAt - (asked + local) / 2 });
    if (this.#samples.length > KEPT) this.#samples.shift();
  }

  /** Forget what was measured: the machine slept, or the line is another one. */
  reset(): void {
    this.#samples = [];
    this.#hint = null;
  }

  /** Round trip of the best kept answer; null before the first. */
  get rtt(): number | null {
    return this.#best()?.rtt ?? null;
  }

  /** The last measured round trip: what *slow* is judged by. */
  get lastRtt(): number | null {
    return this.#samples.at(-1)?.rtt ?? null;
  }

  get known(): boolean {
    return this.#hint !== null || this.#samples.length > 0;
  }

  /** UTC ms at the server when the local monotonic clock shows `local`. */
  at(local: number): number {
    return local + (this.#best()?.offset ?? this.#hint ?? 0);
  }

  #best(): Sample | undefined {
    return this.#samples.reduce<Sample | undefined>(
      (best, sample) => (best === undefined || sample.rtt <= best.rtt ? sample : best),
      undefined,
    );
  }
}
