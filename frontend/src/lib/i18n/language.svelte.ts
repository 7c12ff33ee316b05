import { keep, recall } from '../kept';
import type { Language } from './sentence';

function first(): Language {
  const chosen = recall('language');
  if (chosen === 'en' || chosen === 'fr') return chosen;
  return navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** The language of this page: the person's choice, else the browser's. */
class Tongue {
  #now = $state<Language>(first());

  get now(): Language {
    return this.#now;
  }

  choose(language: Language): void {
    this.#now = language;
    keep('language', language);
    document.documentElement.lang = language;
  }
}

export const tongue = new Tongue();
document.documentElement.lang = tongue.now;
