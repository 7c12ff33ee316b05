import { keep, recall } from './kept';

export type Theme = 'auto' | 'light' | 'dark';

/** Light, dark, or as the machine wishes: a person's choice wins and is kept. */
class Appearance {
  #theme = $state<Theme>(known(recall('theme')));

  get theme(): Theme {
    return this.#theme;
  }

  choose(theme: Theme): void {
    this.#theme = theme;
    keep('theme', theme === 'auto' ? null : theme);
    paint(theme);
  }
}

function known(word: string | null): Theme {
  return word === 'light' || word === 'dark' ? word : 'auto';
}

function paint(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export const appearance = new Appearance();
paint(appearance.theme);

/** Whether the person asked for stillness. */
export const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
