/** What the wall sounds like: made by the browser, silent until somebody switches it on. */

interface Tone {
  readonly hertz: number;
  /** Seconds from now, and how long. */
  readonly at: number;
  readonly lasts: number;
  readonly loud: number;
}

const TICK: readonly Tone[] = [{ hertz: 1100, at: 0, lasts: 0.04, loud: 0.08 }];
const BROKEN: readonly Tone[] = [
  { hertz: 392, at: 0, lasts: 0.35, loud: 0.22 },
  { hertz: 294, at: 0.38, lasts: 0.6, loud: 0.22 },
];
const ADOPTED: readonly Tone[] = [{ hertz: 523, at: 0, lasts: 0.9, loud: 0.2 }];
const SOFT_S = 0.015;

export class Tones {
  #context: AudioContext | null = null;

  /** Browsers allow sound only from within a press of a button or key. */
  switchOn(): void {
    this.#context ??= new AudioContext();
    void this.#context.resume();
  }

  switchOff(): void {
    void this.#context?.suspend();
  }

  /** One of the last ten seconds. */
  tick(): void {
    this.#sound(TICK);
  }

  /** Silence is broken: two falling tones. */
  broken(): void {
    this.#sound(BROKEN);
  }

  adopted(): void {
    this.#sound(ADOPTED);
  }

  #sound(tones: readonly Tone[]): void {
    const context = this.#context;
    if (context?.state === 'running') for (const tone of tones) play(context, tone);
  }
}

function play(context: AudioContext, { hertz, at, lasts, loud }: Tone): void {
  const begin = context.currentTime + at;
  const source = context.createOscillator();
  const gain = context.createGain();
  source.frequency.value = hertz;
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(loud, begin + SOFT_S);
  gain.gain.setValueAtTime(loud, begin + Math.max(SOFT_S, lasts - 2 * SOFT_S));
  gain.gain.linearRampToValueAtTime(0, begin + lasts);
  source.connect(gain).connect(context.destination);
  source.start(begin);
  source.stop(begin + lasts);
}
