/** What became of the last twenty acts of this page, each told in place and in a list. */
import type { Done, PlayerMove, Refused } from '../wire.gen';

const KEPT = 20;
const DONE_STAYS_MS = 6_000;

export interface Receipt {
  readonly id: string;
  readonly move: PlayerMove;
  /** The control it was done with; its answer is shown there. */
  readonly place: string;
  /** `unsent`: has not left this device; `asks`: waits for its author's word. */
  readonly state: 'sending' | 'unsent' | 'asks' | 'done' | 'refused' | 'withdrawn';
  readonly done: Done | null;
  readonly refused: Refused | null;
  /** Whether the place still shows it. */
  readonly shown: boolean;
}

export class Receipts {
  list = $state.raw<readonly Receipt[]>([]);

  add(id: string, move: PlayerMove, place: string, sent: boolean): void {
    const others = this.list.map((one) => (one.place === place ? { ...one, shown: false } : one));
    const state = sent ? 'sending' : 'unsent';
    const mine: Receipt = { id, move, place, state, done: null, refused: null, shown: true };
    this.list = [mine, ...others].slice(0, KEPT);
  }

  /** Done leaves its place after six seconds; it stays in the list. */
  done(done: Done): void {
    this.#change(done.id, { state: 'done', done });
    setTimeout(() => this.dismiss(done.id), DONE_STAYS_MS);
  }

  /** Refused stays until it is dismissed. */
  refused(refused: Refused): void {
    this.#change(refused.id, { state: 'refused', refused });
  }

  turn(id: string, state: Receipt['state']): void {
    this.#change(id, { state });
  }

  dismiss(id: string): void {
    this.#change(id, { shown: false });
  }

  find(id: string): Receipt | undefined {
    return this.list.find((one) => one.id === id);
  }

  /** What the control named `place` shows now. */
  at(place: string): Receipt | undefined {
    return this.list.find((one) => one.place === place && one.shown);
  }

  #change(id: string, to: Partial<Receipt>): void {
    this.list = this.list.map((one) => (one.id === id ? { ...one, ...to } : one));
  }
}
