/** The things that lie on the table, found by what they are. Looks up; judges nothing. */
import { wallOf } from '../clock/reading';
import { last, sorted } from '../lists';
import type { Sitting } from '../stream/sitting.svelte';
import type { Rooms } from '../stream/rooms';
import type { AnyEntity, Clock, Consultation, Draft, Game, Instructions } from '../wire.gen';
import type { BreakNotice, Position, Possibility, Seat, Silence, Turn, Version } from '../wire.gen';
import type { PlannedInject, Starter } from '../wire.gen';

type Kind = AnyEntity['kind'];
type Of<K extends Kind> = Extract<AnyEntity, { kind: K }>;
type Shelves = { readonly [K in Kind]?: readonly Of<K>[] };

function shelve(rooms: Rooms): Shelves {
  const shelves: Record<string, AnyEntity[]> = {};
  for (const room of Object.values(rooms)) {
    for (const entity of Object.values(room.entities)) (shelves[entity.kind] ??= []).push(entity);
  }
  return shelves as Shelves;
}

const STOPPED: Clock = {
  kind: 'clock',
  running: false,
  reading_ms: 0,
  anchor_at: 0,
  stopped: 'not_started',
  reason: '',
  stood_ms: 0,
  runs: [],
};

const byEnglishName = (a: Seat, b: Seat): number => a.name.en.localeCompare(b.name.en, 'en');

export class Table {
  readonly #shelves: Shelves = $derived.by(() => shelve(this.sitting.rooms));
  readonly game: Game | null = $derived.by(() => this.all('game')[0] ?? null);
  readonly clock: Clock = $derived.by(() => this.all('clock')[0] ?? STOPPED);
  readonly turn: Turn | null = $derived.by(() => this.all('turn')[0] ?? null);
  readonly seats: readonly Seat[] = $derived.by(() => sorted(this.all('seat'), byEnglishName));
  readonly incidents = $derived.by(() => sorted(this.all('incident'), (a, b) => a.at_ms - b.at_ms));
  readonly drafts: readonly Draft[] = $derived.by(() =>
    sorted(this.all('draft'), (a, b) => this.#since(a) - this.#since(b)),
  );
  readonly silences: readonly Silence[] = $derived.by(() =>
    sorted(this.all('silence'), (a, b) => a.opened_ms - b.opened_ms),
  );
  readonly consultations: readonly Consultation[] = $derived.by(() =>
    sorted(this.all('consultation'), (a, b) => a.opens_ms - b.opens_ms),
  );
  readonly starters: readonly Starter[] = $derived.by(
    () => this.all('wordings')[0]?.starters ?? [],
  );
  readonly plan: readonly PlannedInject[] = $derived.by(() =>
    sorted(this.all('planned_inject'), (a, b) => (a.planned_ms ?? 1e15) - (b.planned_ms ?? 1e15)),
  );
  readonly notices: readonly BreakNotice[] = $derived.by(() => this.all('break_notice'));

  /** The silence that runs, else the last one that said something about the text on the table. */
  readonly silence: Silence | null = $derived.by(() => {
    const running = this.silences.find((one) => one.state === 'running');
    return running ?? this.silences.at(-1) ?? null;
  });

  /** The silence the head of the page speaks of: it leaves once the text has moved on. */
  readonly spokenOf: Silence | null = $derived.by(() => {
    const silence = this.silence;
    if (silence === null || silence.state === 'running') return silence;
    const draft = this.drafts.find((one) => one.id === silence.draft);
    const movedOn = draft?.state === 'on_table' && draft.version > silence.version;
    const later = this.open !== null && this.open.id !== draft?.consultation;
    return movedOn || later || silence.state === 'lapsed' ? null : silence;
  });

  /** The consultation that is requested or open; the last of them if there are several. */
  readonly open: Consultation | null = $derived.by(
    () =>
      last(this.consultations, (one) => one.state === 'requested' || one.state === 'open') ?? null,
  );

  /** The draft to show first: under silence, else on the table, else the last one there was. */
  readonly draft: Draft | null = $derived.by(() => {
    const silent = this.drafts.find((one) => one.state === 'under_silence');
    const lying = last(this.drafts, (one) => one.state === 'on_table');
    return (
      silent ??
      lying ??
      last(this.drafts, (one) => one.state === 'adopted') ??
      this.drafts.at(-1) ??
      null
    );
  });

  constructor(readonly sitting: Sitting) {}

  all<K extends Kind>(kind: K): readonly Of<K>[] {
    return (this.#shelves[kind] as readonly Of<K>[] | undefined) ?? [];
  }

  seat(code: string): Seat | undefined {
    return this.seats.find((one) => one.seat === code);
  }

  instructions(seat: string): Instructions | undefined {
    return this.all('instructions').find((one) => one.seat === seat);
  }

  versions(draft: string): readonly Version[] {
    return sorted(
      this.all('version').filter((one) => one.draft === draft),
      (a, b) => a.number - b.number,
    );
  }

  version(draft: string, number: number): Version | undefined {
    return this.all('version').find((one) => one.draft === draft && one.number === number);
  }

  /** What a delegation last said of a draft; it may be about an older version. */
  position(draft: string, seat: string): Position | undefined {
    return this.all('position').find((one) => one.draft === draft && one.seat === seat);
  }

  positions(draft: string): readonly Position[] {
    return this.all('position').filter((one) => one.draft === draft);
  }

  /** The silence on a version, if there was or is one. */
  silenceOn(draft: string, version: number): Silence | undefined {
    return last(this.silences, (one) => one.draft === draft && one.version === version);
  }

  possibility(move: Possibility['move']): Possibility | undefined {
    return this.sitting.possible.find((one) => one.move === move);
  }

  may(move: Possibility['move']): boolean {
    return this.possibility(move)?.may ?? false;
  }

  #since(draft: Draft): number {
    return this.version(draft.id, 1)?.tabled_ms ?? 0;
  }

  /** The wall time of a reading (UTC ms), or null while it cannot be known. */
  wall(reading: number): number | null {
    const frame = this.sitting.news.find((one) => one.at_ms === reading);
    return wallOf(this.clock, reading) ?? frame?.at ?? null;
  }
}
