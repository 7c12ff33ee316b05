import type { Paragraph, Title } from '../wire.gen';
import type { Language } from './sentence';

/** What each language calls itself. */
export const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'français' };

/** The languages in which words are being written: the page's, the only one they have, or both. */
export function languagesOf(
  words: Title | Paragraph,
  here: Language,
  bilingual: boolean,
): readonly Language[] {
  const there: Language = here === 'en' ? 'fr' : 'en';
  if (bilingual) return [here, there];
  return words[here] === '' && words[there] !== '' ? [there] : [here];
}
