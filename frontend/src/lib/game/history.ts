/** What happened before this page was opened, told from what lies on the table. */
import type { AnyEntity, AnyEvent, Frame } from '../wire.gen';
import type { Rooms } from '../stream/rooms';

export interface Line {
  readonly id: string;
  readonly compartment: string;
  readonly event: AnyEvent;
  readonly at_ms: number;
  /** UTC ms; null where only the game clock knows. */
  readonly at: number | null;
}

type Found = readonly [AnyEvent, number];

function silenceEvents(one: Extract<AnyEntity, { kind: 'silence' }>): Found[] {
  const first = one.extensions[0]?.from_ms ?? one.deadline_ms;
  const found: Found[] = [
    [
      {
        kind: 'silence_placed',
        id: one.id,
        draft: one.draft,
        version: one.version,
        by: one.placed_by,
        automatic: one.automatic,
        reason: one.reason,
        at_ms: one.opened_ms,
        deadline_ms: first,
        closes_ms: one.closes_ms,
      },
      one.opened_ms,
    ],
  ];
  if (one.broken)
    found.push([{ kind: 'silence_broken', silence: one.id, ...one.broken }, one.broken.at_ms]);
  if (one.state === 'adopted') {
    const at = one.outcome_ms ?? one.deadline_ms;
    found.push([
      { kind: 'text_adopted', silence: one.id, draft: one.draft, version: one.version, at_ms: at },
      at,
    ]);
  }
  return found;
}

function consultationEvents(one: Extract<AnyEntity, { kind: 'consultation' }>): Found[] {
  const [first, ...others] = one.requesters;
  const found: Found[] = [];
  if (first) {
    const { seat: by, ground, words, at_ms } = first;
    const { id, turn, incidents, opens_ms } = one;
    found.push([
      { kind: 'consultation_requested', id, turn, incidents, by, ground, words, at_ms, opens_ms },
      at_ms,
    ]);
  }
  for (const { seat: by, ground, words, at_ms } of others) {
    found.push([{ kind: 'request_joined', consultation: one.id, by, ground, words, at_ms }, at_ms]);
  }
  if (one.opened_ms !== null) {
    const at_ms = one.opened_ms;
    found.push([
      { kind: 'meeting_opened', consultation: one.id, by: 'server', automatic: true, at_ms },
      at_ms,
    ]);
  }
  return found;
}

function eventsOf(one: AnyEntity): Found[] {
  switch (one.kind) {
    case 'incident':
      return [[{ kind: 'incident_happened', incident: one }, one.at_ms]];
    case 'news':
      return [[{ kind: 'news_published', news: one }, one.at_ms]];
    case 'cable':
      return [[{ kind: 'cable_sent', cable: one }, one.at_ms]];
    case 'bulletin':
      return [[{ kind: 'bulletin_issued', bulletin: one }, one.at_ms]];
    case 'version': {
      const { draft, number, author: by, paragraphs, tabled_ms: at_ms } = one;
      return [[{ kind: 'version_tabled', draft, number, by, paragraphs, at_ms }, at_ms]];
    }
    case 'position': {
      const { draft, version, seat: by, stance, words, at_ms } = one;
      return [[{ kind: 'position_stated', draft, version, by, stance, words, at_ms }, at_ms]];
    }
    case 'break_notice': {
      const { silence, seat: by, first, ground, objected, reason, lift, proposed, at_ms } = one;
      const told = { silence, by, first, ground, objected, reason, lift, proposed, at_ms };
      return [[{ kind: 'break_told', ...told }, at_ms]];
    }
    case 'consultation':
      return consultationEvents(one);
    case 'silence':
      return silenceEvents(one);
    default:
      return [];
  }
}

/** Lines for what the entities of a fresh view tell, oldest first. */
export function history(rooms: Rooms): Line[] {
  const lines: Line[] = [];
  for (const [compartment, room] of Object.entries(rooms)) {
    for (const [key, entity] of Object.entries(room.entities)) {
      eventsOf(entity).forEach(([event, at_ms], i) =>
        lines.push({ id: `${compartment}:${key}:${i}`, compartment, event, at_ms, at: null }),
      );
    }
  }
  return lines.sort((a, b) => a.at_ms - b.at_ms);
}

/** A frame as a line. */
export function lineOf(frame: Frame): Line {
  const { compartment, number, event, at_ms, at } = frame;
  return { id: `${compartment}#${number}`, compartment, event, at_ms, at };
}
