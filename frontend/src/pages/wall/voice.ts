/** One language of the wall. The wall may speak two at once, so it never asks the page's own. */
import { getContext, setContext } from 'svelte';
import { catalogue, type Catalogue, type Key } from '../../lib/i18n/catalogue';
import { format, frenchSpaces, pieces } from '../../lib/i18n/sentence';
import type { Hole, HolesOf, Language, Piece } from '../../lib/i18n/sentence';
import type { Table } from '../../lib/game/table.svelte';
import type { Paragraph, Text } from '../../lib/wire.gen';

type Holes<K extends Key> = [HolesOf<Catalogue[K]>] extends [never]
  ? []
  : [Readonly<Record<HolesOf<Catalogue[K]>, Hole>>];

export class Voice {
  constructor(
    readonly lang: Language,
    private readonly table: Table,
  ) {}

  t<K extends Key>(key: K, ...holes: Holes<K>): string {
    return format(catalogue[key], this.lang, holes[0]);
  }

  /** The sentence cut at its holes. */
  cut<K extends Key>(key: K, ...holes: Holes<K>): Piece[] {
    return pieces(catalogue[key], this.lang, holes[0]);
  }

  pick(text: Text): string {
    return this.lang === 'fr' ? frenchSpaces(text.fr) : text.en;
  }

  /** An ally by its code, or the word for whoever else acted. */
  name(code: string | null): string {
    if (code === null) return this.t('who.somebody');
    if (code === 'chair' || code === 'facilitator' || code === 'server')
      return this.t(`who.${code}`);
    const seat = this.table.seat(code);
    return seat ? this.pick(seat.name) : code;
  }

  names(codes: readonly string[]): string {
    const names = codes.map((code) => this.name(code));
    return new Intl.ListFormat(this.lang, { type: 'conjunction' }).format(names);
  }

  /** A length in words, to the second. */
  length(ms: number): string {
    const seconds = Math.max(1, Math.round(ms / 1000));
    const [m, s] = [Math.floor(seconds / 60), seconds % 60];
    if (m === 0) return this.t('duration.seconds', { n: s });
    return s === 0 ? this.t('duration.minutes', { n: m }) : this.t('duration.both', { m, s });
  }

  /** A paragraph in this language, or in the only one it has. */
  worded(paragraph: Paragraph): { text: string; lang: Language } {
    const other = this.lang === 'en' ? 'fr' : 'en';
    const lang = paragraph[this.lang] === '' && paragraph[other] !== '' ? other : this.lang;
    return { text: paragraph[lang], lang };
  }
}

const VOICES = Symbol('voices');

export function layVoices(read: () => readonly Voice[]): void {
  setContext(VOICES, read);
}

/** The voices the wall speaks with just now; the first is the main one. */
export function theVoices(): () => readonly Voice[] {
  return getContext<() => readonly Voice[]>(VOICES);
}
