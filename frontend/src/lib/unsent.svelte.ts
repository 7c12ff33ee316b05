/** Words that are written and not sent: kept on this device per game, seat and field. */
import { forget, keep, recall } from './kept';

/** One field's words. Nothing but its writer changes them. */
export class Unsent<T> {
  #value: T;
  readonly #name: string;
  readonly #empty: T;

  constructor(game: string, seat: string, field: string, empty: T) {
    this.#name = `words/${game}/${seat}/${field}`;
    this.#empty = empty;
    this.#value = $state(this.#recalled());
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.#value = value;
    this.#write();
  }

  /** After a change inside the value. */
  touched(): void {
    this.#write();
  }

  /** Sent, or let go. */
  clear(): void {
    this.#value = structuredClone(this.#empty);
    keep(this.#name, null);
  }

  /** On its way: what is returned clears the words, unless they were changed since. */
  leaving(): () => void {
    const then = JSON.stringify($state.snapshot(this.#value));
    return () => {
      if (JSON.stringify($state.snapshot(this.#value)) === then) this.clear();
    };
  }

  #write(): void {
    const now = JSON.stringify($state.snapshot(this.#value));
    keep(this.#name, now === JSON.stringify(this.#empty) ? null : now);
  }

  #recalled(): T {
    const kept = recall(this.#name);
    if (kept === null) return structuredClone(this.#empty);
    try {
      return JSON.parse(kept) as T;
    } catch {
      return structuredClone(this.#empty);
    }
  }
}

/** The seat was left or taken away: its words go. */
export function forgetSeat(game: string, seat: string): void {
  forget(`words/${game}/${seat}/`);
}

/** The kept words of one field of the page at this seat. */
export function unsentAt<T>(
  sitting: { readonly game: string; readonly seat: string },
  field: string,
  empty: T,
): Unsent<T> {
  return new Unsent(sitting.game, sitting.seat, field, empty);
}
