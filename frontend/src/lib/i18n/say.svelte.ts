import type { Paragraph, Text, Title } from '../wire.gen';
import { catalogue, type Catalogue, type Key } from './catalogue';
import { tongue } from './language.svelte';
import { format, frenchSet, pieces, type Hole, type HolesOf, type Piece } from './sentence';

type Holes<K extends Key> = [HolesOf<Catalogue[K]>] extends [never]
  ? []
  : [Readonly<Record<HolesOf<Catalogue[K]>, Hole>>];

/** The sentence of the catalogue in the language of the page, its holes filled. */
export function t<K extends Key>(key: K, ...holes: Holes<K>): string {
  return format(catalogue[key], tongue.now, holes[0]);
}

/** The same, cut at its holes. */
export function cut<K extends Key>(key: K, ...holes: Holes<K>): Piece[] {
  return pieces(catalogue[key], tongue.now, holes[0]);
}

/** A player's words, in the language of the page if they were written in it. */
export function written(words: Title | Paragraph): string {
  const other = tongue.now === 'fr' ? words.en : words.fr;
  return (tongue.now === 'fr' ? words.fr : words.en) || other;
}

/** Server's or scenario's words in the language of the page. */
export function pick(text: Text): string {
  return tongue.now === 'fr' ? frenchSet(text.fr) : text.en;
}
