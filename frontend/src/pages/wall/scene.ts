/** Which one thing the wall shows. Its timers choose a picture; they say nothing about truth. */
import type { AnyEvent, Consultation, GameStatus, Silence } from '../../lib/wire.gen';

export const TAKE_MS = 20_000;
/** An incident leaves the end of a silence alone. */
export const CLEAR_S = 30;

/** Something that fills the picture from one server instant until another (UTC ms). */
export interface Takeover {
  readonly kind: 'incident' | 'outcome';
  readonly id: string;
  readonly from: number;
  readonly until: number;
}

export type Scene =
  | { readonly kind: 'door' | 'council' | 'calm' | 'ended' }
  | { readonly kind: 'incident'; readonly id: string }
  | { readonly kind: 'silence'; readonly silence: Silence };

export interface Facts {
  readonly status: GameStatus;
  /** The silence that runs. */
  readonly running: Silence | null;
  /** Whole seconds left of it. */
  readonly left: number;
  /** The last adopted one, until the Council turns to something else. */
  readonly adopted: Silence | null;
  readonly silences: readonly Silence[];
  readonly open: Consultation | null;
  readonly incidents: readonly { readonly id: string }[];
}

const still = (one: Takeover, now: number): boolean => one.until > now;

/** What takes over the picture once this has happened at `now`. */
export function following(
  takeovers: readonly Takeover[],
  event: AnyEvent,
  now: number,
): readonly Takeover[] {
  const waiting = takeovers.filter((one) => still(one, now));
  if (event.kind === 'silence_broken' || event.kind === 'text_adopted') {
    const outcome: Takeover = { kind: 'outcome', id: event.silence, ...span(now) };
    // An incident that was on the wall has been seen; one that waited goes on waiting.
    const unseen = waiting.filter((one) => one.kind === 'incident' && one.from > now);
    return [outcome, ...queued(unseen, outcome.until)];
  }
  if (event.kind === 'silence_placed') return [];
  if (event.kind !== 'incident_happened') return waiting;
  const from = Math.max(now, ...waiting.map((one) => one.until));
  return [...waiting, { kind: 'incident', id: event.incident.id, ...span(from) }];
}

const span = (from: number): { from: number; until: number } => ({ from, until: from + TAKE_MS });

function queued(waiting: readonly Takeover[], from: number): Takeover[] {
  return waiting.map((one, i) => ({ ...one, ...span(from + i * TAKE_MS) }));
}

/** The picture at `now`. */
export function sceneOf(facts: Facts, takeovers: readonly Takeover[], now: number): Scene {
  if (facts.status === 'waiting') return { kind: 'door' };
  const taking = takeovers.find((one) => one.from <= now && still(one, now));
  if (taking?.kind === 'outcome') {
    const silence = facts.silences.find((one) => one.id === taking.id);
    if (silence && silence.state !== 'running') return { kind: 'silence', silence };
  }
  const clear = facts.running !== null && facts.left <= CLEAR_S;
  if (taking?.kind === 'incident' && !clear) return { kind: 'incident', id: taking.id };
  return lasting(facts);
}

function lasting(facts: Facts): Scene {
  if (facts.running) return { kind: 'silence', silence: facts.running };
  if (facts.adopted) return { kind: 'silence', silence: facts.adopted };
  if (facts.status === 'ended') return { kind: 'ended' };
  if (facts.open) return { kind: 'council' };
  const incident = facts.incidents.at(-1);
  return incident ? { kind: 'incident', id: incident.id } : { kind: 'calm' };
}
