import { describe, expect, test } from 'vitest';
import { changes } from './diff';
import { catalogue } from './i18n/catalogue';
import { figure, format, frenchSet, frenchSpaces, type Sentence } from './i18n/sentence';

const texts = (sentence: Sentence): string[] =>
  typeof sentence === 'string' ? [sentence] : [sentence.one, sentence.other];
const holes = (sentence: Sentence): string[] =>
  [...new Set(texts(sentence).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

describe('the catalogue', () => {
  test.each(Object.entries(catalogue))('%s has the same holes in both languages', (_, entry) => {
    expect(holes(entry.fr)).toEqual(holes(entry.en));
  });
  test.each(Object.entries(catalogue))('%s says something, calmly, without arrows', (_, entry) => {
    for (const text of [...texts(entry.en), ...texts(entry.fr)]) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/[!←-⇿\u202f]/);
      expect(text).not.toMatch(/'/);
    }
  });
});

describe('sentences', () => {
  test('plurals follow the language: French counts nought as one', () => {
    const entry = {
      en: { one: '{n} seat', other: '{n} seats' },
      fr: { one: '{n} siège', other: '{n} sièges' },
    };
    expect(format(entry, 'en', { n: 0 })).toBe('0 seats');
    expect(format(entry, 'fr', { n: 0 })).toBe('0 siège');
    expect(format(entry, 'fr', { n: 2 })).toBe('2 sièges');
  });
  test('French gets its no-break spaces, and none that the faces lack', () => {
    expect(frenchSpaces('Motif : « oui » ?')).toBe('Motif\u00a0: «\u00a0oui\u00a0»\u00a0?');
    expect(frenchSet("l'a : aujourd'hui")).toBe('l’a\u00a0: aujourd’hui');
    expect(figure(12345.5, 'fr')).toBe('12\u00a0345,5');
  });
});

describe('what changed between two versions', () => {
  const shown = (a: string, b: string): string =>
    changes(a, b)
      .map((run) => ({ same: run.text, ins: `[+${run.text}]`, del: `[-${run.text}]` })[run.kind])
      .join('');
  test('marks inserted and deleted words and leaves the rest', () => {
    expect(shown('We condemn the violations.', 'We strongly condemn the violations.')).toBe(
      'We [+strongly ]condemn the violations.',
    );
    expect(shown('A full assessment, in law.', 'A full assessment.')).toBe(
      'A full assessment[-, in law].',
    );
  });
  test('shows a rewritten paragraph whole, the old words and then the new', () => {
    expect(shown('The Council met at the request of Poland.', 'We strongly condemn this.')).toBe(
      '[-The Council met at the request of Poland.][+We strongly condemn this.]',
    );
    expect(shown('', 'New.')).toBe('[+New.]');
  });
  test('joins changes that only a space parts', () => {
    expect(
      shown(
        'We note the grave events with care today.',
        'We note this sad affair with care today.',
      ),
    ).toBe('We note [-the grave events][+this sad affair] with care today.');
  });
  test('gives back both texts whole', () => {
    const a = 'L’assessment is ongoing; Allies met.';
    const b = 'Allies met, and an assessment is under way.';
    const runs = changes(a, b);
    expect(
      runs
        .filter((run) => run.kind !== 'ins')
        .map((run) => run.text)
        .join(''),
    ).toBe(a);
    expect(
      runs
        .filter((run) => run.kind !== 'del')
        .map((run) => run.text)
        .join(''),
    ).toBe(b);
  });
});
