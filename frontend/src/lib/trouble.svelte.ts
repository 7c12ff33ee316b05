import { Trouble } from './http';
import { pick, t } from './i18n/say.svelte';

/** The sentence for whatever went wrong: the server's own, else what the line says. */
export function sentenceOf(problem: unknown): string {
  if (!(problem instanceof Trouble)) return t('trouble.other', { code: String(problem) });
  if (problem.words) return pick(problem.words);
  if (problem.status === 0) return t('trouble.offline');
  return t('trouble.other', { code: problem.code });
}
