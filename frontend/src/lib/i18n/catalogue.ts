/** Every sentence of the pages, in both languages. One place for each matter. */
import { actWords } from './words/acts';
import { breakWords } from './words/breaking';
import { controlWords } from './words/control';
import { doorWords } from './words/door';
import { eventWords } from './words/events';
import { pageWords } from './words/page';
import { ruleWords } from './words/rules';
import { tableWords } from './words/table';
import { wallWords } from './words/wall';

export const catalogue = {
  ...pageWords,
  ...tableWords,
  ...breakWords,
  ...actWords,
  ...eventWords,
  ...controlWords,
  ...doorWords,
  ...ruleWords,
  ...wallWords,
} as const;

export type Catalogue = typeof catalogue;
export type Key = keyof Catalogue;
