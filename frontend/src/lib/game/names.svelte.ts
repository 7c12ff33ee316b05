/** Names, times and lengths as a page says them. */
import { getContext, setContext } from 'svelte';
import { figures, gameTime, roomTime, secondsLeft } from '../clock/reading';
import { pick, t } from '../i18n/say.svelte';
import type { Paragraph } from '../wire.gen';
import { tongue } from '../i18n/language.svelte';
import type { Table } from './table.svelte';

const TABLE = Symbol('table');

export function layTable(table: Table): void {
  setContext(TABLE, table);
}

export function theTable(): Table {
  return getContext<Table>(TABLE);
}

/** The name of whoever acted: an ally, the chair, the facilitators, the server. */
export function nameOf(table: Table, code: string | null): string {
  switch (code) {
    case null:
      return t('who.somebody');
    case 'server':
      return t('who.server');
    case 'facilitator':
      return t('who.facilitator');
    case 'chair':
      return t('who.chair');
    default: {
      const seat = table.seat(code);
      return seat ? pick(seat.name) : code;
    }
  }
}

export function namesOf(table: Table, codes: readonly string[]): string {
  const names = codes.map((code) => nameOf(table, code));
  return new Intl.ListFormat(tongue.now, { type: 'conjunction' }).format(names);
}

/** Room time of a reading if it can be known, else the game clock's own. */
export function timeOf(table: Table, reading: number): string {
  const wall = table.wall(reading);
  return wall === null ? gameTime(reading) : roomTime(wall);
}

/** A length in words: 40 s, 4 min, 2 min 30 s. */
export function lengthOf(ms: number): string {
  if (ms < 10_000 && ms % 1000 !== 0) return t('duration.seconds', { n: Math.ceil(ms / 100) / 10 });
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return t('duration.seconds', { n: seconds });
  if (seconds % 60 === 0) return t('duration.minutes', { n: seconds / 60 });
  return t('duration.both', { m: Math.floor(seconds / 60), s: seconds % 60 });
}

/** 01:47 of what is left. */
export function leftOf(ms: number): string {
  return figures(secondsLeft(ms));
}

/** The name of a compartment to those who read it. */
export function roomName(table: Table, compartment: string): string {
  const [kind, seat] = compartment.split('/');
  switch (kind) {
    case 'council':
    case 'chair':
    case 'red':
    case 'white':
    case 'public':
      return t(`room.${kind}`);
    case 'ear':
      return t('room.ear', { name: nameOf(table, seat ?? null) });
    case 'delegation':
      return t('room.delegation', { name: nameOf(table, seat ?? null) });
    default:
      return compartment;
  }
}

/** A paragraph in the page's language, or in the only one it has; `lang` is set if it differs. */
export function worded(paragraph: Paragraph): { text: string; lang: 'en' | 'fr' | undefined } {
  const here = tongue.now;
  const there = here === 'en' ? 'fr' : 'en';
  if (paragraph[here] !== '' || paragraph[there] === '')
    return { text: paragraph[here], lang: undefined };
  return { text: paragraph[there], lang: there };
}
