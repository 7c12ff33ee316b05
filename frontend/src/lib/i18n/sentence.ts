/** Whole sentences with named holes, in both languages of the Alliance. Pure; see say.svelte.ts. */

export type Language = 'en' | 'fr';
export type Sentence = string | { readonly one: string; readonly other: string };
export interface Entry {
  readonly en: Sentence;
  readonly fr: Sentence;
}
export type Words = Readonly<Record<string, Entry>>;
export type Hole = string | number;

type HolesIn<S> = S extends `${string}{${infer H}}${infer Rest}` ? H | HolesIn<Rest> : never;
type Written<S> = S extends { readonly one: infer A; readonly other: infer B } ? A | B : S;
/** The names of the holes of an entry, read off its English. */
export type HolesOf<E extends Entry> = HolesIn<Written<E['en']>>;

export interface Piece {
  readonly text: string;
  /** The hole this piece filled; null for the words between. */
  readonly hole: string | null;
}

const rules = { en: new Intl.PluralRules('en'), fr: new Intl.PluralRules('fr') };
const numbers = { en: new Intl.NumberFormat('en'), fr: new Intl.NumberFormat('fr') };
const HOLE = /\{(\w+)\}/g;

/** Sets the no-break spaces that French asks for; neither face has the narrow one. */
export function frenchSpaces(text: string): string {
  return text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}

/** French as it is set: the apostrophe too, which typed words carry straight. */
export function frenchSet(text: string): string {
  return frenchSpaces(text).replace(/(\p{L})'(?=\p{L})/gu, '$1’');
}

function chosen(
  sentence: Sentence,
  language: Language,
  holes: Readonly<Record<string, Hole>>,
): string {
  if (typeof sentence === 'string') return sentence;
  return rules[language].select(Number(holes['n'] ?? 0)) === 'one' ? sentence.one : sentence.other;
}

/** A number as this language writes it. */
export function figure(value: number, language: Language): string {
  return numbers[language].format(value).replace(/\u202f/g, '\u00a0');
}

/** The sentence cut at its holes, so that a page may set one of them in bold. */
export function pieces(
  entry: Entry,
  language: Language,
  holes: Readonly<Record<string, Hole>> = {},
): Piece[] {
  const raw = chosen(entry[language], language, holes);
  const text = language === 'fr' ? frenchSpaces(raw) : raw;
  const found: Piece[] = [];
  let last = 0;
  for (const match of text.matchAll(HOLE)) {
    const name = match[1] ?? '';
    const value = holes[name] ?? '';
    if (match.index > last) found.push({ text: text.slice(last, match.index), hole: null });
    found.push({ text: typeof value === 'number' ? figure(value, language) : value, hole: name });
    last = match.index + match[0].length;
  }
  if (last < text.length) found.push({ text: text.slice(last), hole: null });
  return found;
}

export function format(
  entry: Entry,
  language: Language,
  holes: Readonly<Record<string, Hole>> = {},
): string {
  return pieces(entry, language, holes)
    .map((piece) => piece.text)
    .join('');
}
