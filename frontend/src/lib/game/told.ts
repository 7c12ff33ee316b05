/** Events told in a sentence each, and in the words of whoever acted. */
import { pick, t, written } from '../i18n/say.svelte';
import type { AnyEvent, Bulletin, SilenceBroken } from '../wire.gen';
import { lengthOf, nameOf, timeOf } from './names.svelte';
import type { Table } from './table.svelte';

export interface Told {
  /** What the server says. */
  readonly sentence: string;
  /** What a person or delegation wrote, if anything. */
  readonly words: string;
}

type Kind = AnyEvent['kind'];
type Of<K extends Kind> = Extract<AnyEvent, { kind: K }>;
type Tellers = { readonly [K in Kind]: (event: Of<K>, table: Table) => Told };

const say = (sentence: string, words = ''): Told => ({ sentence, words });

function bulletin(one: Bulletin, table: Table): Told {
  if (one.subject === 'text_adopted')
    return say(t('event.bulletin_adopted', { title: written(one.title) }));
  if (one.by === null) return say(t('event.bulletin_broken', { n: one.version }));
  return say(t('event.bulletin_broken_by', { name: nameOf(table, one.by), n: one.version }));
}

function broken(event: SilenceBroken, table: Table): Told {
  if (event.ground === null) return say(t('event.silence_broken_hidden'), event.reason);
  const ground = t(`break.${event.ground}`);
  if (event.by === null) return say(t('event.silence_broken', { ground }), event.reason);
  return say(t('event.silence_broken_by', { name: nameOf(table, event.by), ground }), event.reason);
}

const TELL: Tellers = {
  game_opened: (e) => say(t('event.game_opened', { title: pick(e.game.title) })),
  game_started: () => say(t('event.game_started')),
  game_paused: (e) => say(t('event.game_paused'), e.reason),
  game_resumed: (e) => say(t('event.game_resumed'), e.reason),
  outage_began: (e) => say(t('event.outage_began', { d: lengthOf(e.gap_ms) })),
  outage_ended: () => say(t('event.outage_ended')),
  game_ended: () => say(t('event.game_ended')),
  turn_opened: (e) => say(t('event.turn_opened', { n: e.number })),
  turn_rang: () => say(t('event.turn_rang')),
  turn_moved: () => say(t('event.turn_moved')),
  turn_ended: () => say(t('event.turn_ended')),
  seat_changed: (e, table) =>
    say(t(`event.seat_changed.${e.held}`, { name: nameOf(table, e.seat) })),
  incident_happened: (e) => say(t('event.incident_happened', { title: pick(e.incident.title) })),
  news_published: (e) => say(t('event.news_published', { title: pick(e.news.title) })),
  bulletin_issued: (e, table) => bulletin(e.bulletin, table),
  wordings_laid: () => say(t('event.wordings_laid')),
  chance_sealed: () => say(t('event.chance_sealed')),
  consultation_requested: (e, table) =>
    say(
      t('event.consultation_requested', {
        name: nameOf(table, e.by),
        ground: t(`ground.${e.ground}`),
      }),
      e.words,
    ),
  request_joined: (e, table) =>
    say(
      t('event.request_joined', { name: nameOf(table, e.by), ground: t(`ground.${e.ground}`) }),
      e.words,
    ),
  consultation_associated: (e, table) =>
    say(t('event.consultation_associated', { name: nameOf(table, e.by) }), e.words),
  request_withdrawn: (e, table) => say(t('event.request_withdrawn', { name: nameOf(table, e.by) })),
  consultation_fell: () => say(t('event.consultation_fell')),
  meeting_opened: () => say(t('event.meeting_opened')),
  consultation_ended: (e) =>
    e.outcome === 'none'
      ? say(t('event.consultation_ended_none'))
      : say(t('event.consultation_ended', { outcome: t(`outcome.${e.outcome}`) })),
  placing_set: (e, table) =>
    e.place_ms === null
      ? say('')
      : say(t('event.placing_set', { time: timeOf(table, e.place_ms) })),
  draft_tabled: (e, table) =>
    say(t('event.draft_tabled', { name: nameOf(table, e.by), title: written(e.title) })),
  version_tabled: (e, table) =>
    say(t('event.version_tabled', { name: nameOf(table, e.by), n: e.number })),
  draft_withdrawn: (e, table) => say(t('event.draft_withdrawn', { name: nameOf(table, e.by) })),
  draft_fell_back: (e) => say(t('event.draft_fell_back', { outcome: t(`outcome.${e.form}`) })),
  draft_ended: () => say(t('event.draft_ended')),
  draft_cosponsored: (e, table) => say(t('event.draft_cosponsored', { name: nameOf(table, e.by) })),
  position_stated: (e, table) =>
    say(
      t('event.position_stated', {
        name: nameOf(table, e.by),
        n: e.version,
        stance: t(`stance.${e.stance}`),
      }),
      e.words,
    ),
  silence_placed: (e) =>
    say(
      t('event.silence_placed', { n: e.version, d: lengthOf(e.deadline_ms - e.at_ms) }),
      e.reason,
    ),
  extension_asked: (e, table) =>
    say(t('event.extension_asked', { name: nameOf(table, e.by) }), e.reason),
  extension_refused: (e, table) => say(t('event.extension_refused', { name: nameOf(table, e.to) })),
  silence_extended: (e, table) =>
    say(t('event.silence_extended', { time: timeOf(table, e.deadline_ms) }), e.reason),
  silence_withdrawn: (e) => say(t('event.silence_withdrawn'), e.reason),
  silence_broken: broken,
  break_associated: (e, table) =>
    say(
      t('event.break_associated', { name: nameOf(table, e.by), ground: t(`break.${e.ground}`) }),
      e.words,
    ),
  courtesy_ran_on: () => say(t('event.courtesy_ran_on')),
  break_made_public: () => say(t('event.break_made_public')),
  break_author_leaked: (e, table) =>
    say(
      t('event.break_author_leaked', { name: nameOf(table, e.by), ground: t(`break.${e.ground}`) }),
      e.reason,
    ),
  text_adopted: (e) => say(t('event.text_adopted', { n: e.version })),
  break_told: (e, table) =>
    say(
      t('event.break_told', { name: nameOf(table, e.by), ground: t(`break.${e.ground}`) }),
      e.reason,
    ),
  instructions_given: (e, table) =>
    say(t('event.instructions_given', { name: nameOf(table, e.instructions.seat) })),
  cable_sent: (e) => say(t('event.cable_sent', { title: pick(e.cable.title) })),
  plan_laid: (e) => say(t('event.plan_laid', { n: e.injects.length })),
  seed_drawn: () => say(t('event.seed_drawn')),
  inject_fired: (e, table) => {
    const inject = table.plan.find((one) => one.id === e.inject);
    return say(t('event.inject_fired', { title: inject ? pick(inject.title) : e.inject }));
  },
};

/** One event in the language of the page. */
export function tell(event: AnyEvent, table: Table): Told {
  return (TELL[event.kind] as (event: AnyEvent, table: Table) => Told)(event, table);
}

/** An event without a sentence: the chair that waits for a text says nothing (yet). */
export function wordless(event: AnyEvent): boolean {
  return event.kind === 'placing_set' && event.place_ms === null;
}

/** Kinds that say nothing to a player that another event beside them does not say. */
export const QUIET: ReadonlySet<Kind> = new Set([
  'wordings_laid',
  'chance_sealed',
  'placing_set',
  'courtesy_ran_on',
  'break_made_public',
  'turn_moved',
  'plan_laid',
  'seed_drawn',
  'instructions_given',
]);
