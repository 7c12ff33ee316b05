/** What one page has open just now: nobody else's business, and never sent. */
import { getContext, setContext } from 'svelte';
import { still } from '../appearance.svelte';
import { countdownOf, untilNext, type Countdown } from '../clock/phase';
import { Ticking, untilSecond } from '../clock/ticking.svelte';
import { keep, recall } from '../kept';
import type { Possibility } from '../wire.gen';
import { Changed } from './changed.svelte';
import type { Table } from './table.svelte';

export const TABS = ['text', 'brief', 'council', 'inbox', 'moves'] as const;
export type Tab = (typeof TABS)[number];
export const SPOKEN = ['all', 'last', 'outcome'] as const;
export type Spoken = (typeof SPOKEN)[number];

const DESK = Symbol('desk');
const STEP_MS = 250;
const STILL_MS = 1000;

export class Desk {
  tab = $state<Tab>('text');
  /** The form that is open among the moves. */
  form = $state<Possibility['move'] | null>(null);
  breaking = $state(false);
  /** The drafting sheet: null is closed, an empty id is a first draft. */
  drafting = $state<string | null>(null);
  /** What the reader chose to read; null: what lies on the table. */
  readDraft = $state<string | null>(null);
  readVersion = $state<number | null>(null);
  help = $state(false);
  #keys = $state(recall('keys') !== 'off');
  #spoken = $state<Spoken>(spokenKept());
  readonly changed: Changed;
  readonly tick: Ticking;
  readonly wall: Ticking;
  readonly countdown: Countdown = $derived.by(() =>
    countdownOf(this.table.clock, this.table.spokenOf, this.tick.now),
  );

  constructor(readonly table: Table) {
    this.changed = new Changed(table);
    const step = still() ? STILL_MS : STEP_MS;
    const now = (): number => table.sitting.now();
    this.tick = new Ticking(now, (at) => untilNext(table.clock, table.silence, at, step));
    this.wall = new Ticking(now, untilSecond);
  }

  get keys(): boolean {
    return this.#keys;
  }

  set keys(on: boolean) {
    this.#keys = on;
    keep('keys', on ? null : 'off');
  }

  get spoken(): Spoken {
    return this.#spoken;
  }

  set spoken(what: Spoken) {
    this.#spoken = what;
    keep('spoken', what);
  }

  /** Open the form of a move, or its dialog or sheet. */
  open(move: Possibility['move'], draft: string | null): void {
    if (move === 'break_silence') {
      this.breaking = true;
      return;
    }
    if (move === 'table_draft' || move === 'table_version') {
      this.drafting = move === 'table_draft' ? '' : draft;
      this.tab = 'text';
      return;
    }
    this.tab = 'moves';
    this.form = this.form === move ? null : move;
  }

  /** Open the form of a move from elsewhere on the page: pressed twice, it stays open. */
  show(move: Possibility['move']): void {
    if (this.form === move) this.tab = 'moves';
    else this.open(move, null);
  }
}

function spokenKept(): Spoken {
  const kept = recall('spoken');
  return kept === 'last' || kept === 'outcome' ? kept : 'all';
}

export function layDesk(desk: Desk): void {
  setContext(DESK, desk);
}

export function theDesk(): Desk {
  return getContext<Desk>(DESK);
}
