/** What stands beside the figures, in one voice: a heading and a few sentences for each phase. */
import { readingAt, roomTime } from '../../lib/clock/reading';
import type { Phase } from '../../lib/clock/phase';
import type { Piece } from '../../lib/i18n/sentence';
import { leftOf, timeOf } from '../../lib/game/names.svelte';
import type { Table } from '../../lib/game/table.svelte';
import type { AnyEvent, Consultation, Silence } from '../../lib/wire.gen';
import type { Voice } from './voice';

export interface Said {
  readonly head: string;
  readonly lines: readonly (readonly Piece[])[];
}

const STOP: Piece = { text: '.', hole: null };

const endOf = (silence: Silence): number =>
  silence.broken?.at_ms ?? silence.outcome_ms ?? silence.deadline_ms;

function underSilence(silence: Silence, phase: Phase, table: Table, voice: Voice): Said['lines'] {
  const { clock } = table;
  switch (phase) {
    case 'closing':
      return [voice.cut('silence.closing')];
    case 'paused':
      return [
        voice.cut('silence.paused', { time: roomTime(clock.anchor_at) }),
        voice.cut('silence.in', { d: leftOf(silence.deadline_ms - clock.reading_ms) }),
      ];
    case 'outage':
      return [
        voice.cut('silence.outage', { d: voice.length(clock.stood_ms) }),
        voice.cut('silence.outage_wait'),
      ];
    default:
      return [
        voice.cut('silence.by', { time: timeOf(table, silence.deadline_ms) }),
        voice.cut('silence.nothing'),
      ];
  }
}

function moved(silence: Silence, table: Table, voice: Voice): Said['lines'] {
  const last = silence.extensions.at(-1);
  // While the clock stands nobody knows the hour at which it will end.
  if (!last || !table.clock.running) return [];
  const [from, to] = [timeOf(table, last.from_ms), timeOf(table, last.to_ms)];
  return [voice.cut('silence.extended', { from, to })];
}

/** That silence broke, at which time, on which ground, as far as this room may know. */
export function brokenLine(silence: Silence, table: Table, voice: Voice): Piece[] {
  const time = timeOf(table, endOf(silence));
  const ground = silence.broken?.ground ?? null;
  return ground === null
    ? voice.cut('silence.broken_hidden', { time })
    : voice.cut('silence.broken', { time, ground: voice.t(`break.${ground}`) });
}

function broken(silence: Silence, table: Table, voice: Voice): Said {
  const by = silence.broken?.by ?? null;
  return {
    head: voice.t('silence.broken_head'),
    lines: [
      brokenLine(silence, table, voice),
      ...(by === null ? [] : [[...voice.cut('silence.broken_by', { name: voice.name(by) }), STOP]]),
      voice.cut('silence.not_agreed', { n: silence.version }),
    ],
  };
}

/** The words of a silence in this phase. */
export function saidOf(silence: Silence, phase: Phase, table: Table, voice: Voice): Said {
  if (phase === 'broken') return broken(silence, table, voice);
  if (phase === 'adopted') {
    const time = timeOf(table, endOf(silence));
    return {
      head: voice.t('silence.adopted_head', { n: silence.version }),
      lines: [voice.cut('silence.adopted', { time })],
    };
  }
  return {
    head: voice.t('silence.under', { n: silence.version }),
    lines: [...underSilence(silence, phase, table, voice), ...moved(silence, table, voice)],
  };
}

/** Where a consultation stands at this server instant (UTC ms), in one sentence. */
export function standing(
  consultation: Consultation,
  table: Table,
  voice: Voice,
  now: number,
): string {
  if (consultation.state === 'requested')
    return voice.t('calm.requested', { time: timeOf(table, consultation.opens_ms) });
  const { place_ms } = consultation;
  if (place_ms === null) return voice.t('calm.drafting');
  const time = timeOf(table, place_ms);
  const again = table.draft?.state === 'on_table' && table.draft.breaks > 0;
  // A version that silence broke on is never placed again: then the chair has nothing to place.
  const spent = again && table.draft?.broken_version === table.draft?.version;
  if (spent && readingAt(table.clock, now) >= place_ms) return voice.t('wall.waits');
  return voice.t(again ? 'calm.redraft' : 'calm.place', { time });
}

/** One line of the ticker, or null for what a room need not read there. */
export function ticked(event: AnyEvent, voice: Voice): string | null {
  switch (event.kind) {
    case 'incident_happened':
      return voice.t('event.incident_happened', { title: voice.pick(event.incident.title) });
    case 'news_published':
      return voice.t('event.news_published', { title: voice.pick(event.news.title) });
    case 'bulletin_issued':
      return event.bulletin.subject === 'text_adopted'
        ? voice.t('event.bulletin_adopted', { title: voice.worded(event.bulletin.title).text })
        : voice.t('event.bulletin_broken', { n: event.bulletin.version });
    case 'consultation_requested': {
      const ground = voice.t(`ground.${event.ground}`);
      return voice.t('event.consultation_requested', { name: voice.name(event.by), ground });
    }
    case 'version_tabled':
      return voice.t('event.version_tabled', { name: voice.name(event.by), n: event.number });
    case 'silence_broken':
      return voice.t('event.silence_broken_hidden');
    case 'text_adopted':
      return voice.t('event.text_adopted', { n: event.version });
    default:
      return null;
  }
}
