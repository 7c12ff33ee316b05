/** How this one screen is set: its languages, its light, its sound. Kept apart from the desk's. */
import { keep, recall } from '../../lib/kept';
import { tongue } from '../../lib/i18n/language.svelte';
import type { Language } from '../../lib/i18n/sentence';
import { Tones } from './tones';

const SPEAKS = { en: ['en'], fr: ['fr'], both: ['en', 'fr'] } as const satisfies Record<
  string,
  readonly Language[]
>;
type Speaks = keyof typeof SPEAKS;
const NEXT: Readonly<Record<Speaks, Speaks>> = { en: 'fr', fr: 'both', both: 'en' };
const NAMES: Readonly<Record<Speaks, string>> = { en: 'EN', fr: 'FR', both: 'EN + FR' };

const known = (word: string | null): Speaks | null =>
  word === 'en' || word === 'fr' || word === 'both' ? word : null;

export class WallScreen {
  #speaks = $state<Speaks>(known(recall('wall-language')) ?? tongue.now);
  sounding = $state(false);
  rules = $state(false);
  readonly tones = new Tones();

  get languages(): readonly Language[] {
    return SPEAKS[this.#speaks];
  }

  get name(): string {
    return NAMES[this.#speaks];
  }

  nextLanguage(): void {
    this.#speaks = NEXT[this.#speaks];
    keep('wall-language', this.#speaks);
  }

  switchSound(): void {
    this.sounding = !this.sounding;
    if (this.sounding) this.tones.switchOn();
    else this.tones.switchOff();
  }

  switchLight(): void {
    const root = document.documentElement;
    const dark = getComputedStyle(root).colorScheme.includes('dark');
    root.dataset['theme'] = dark ? 'light' : 'dark';
    keep('wall-theme', root.dataset['theme']);
  }

  /** The light that was chosen at this screen before, if any. */
  recallLight(): void {
    const kept = recall('wall-theme');
    if (kept === 'light' || kept === 'dark') document.documentElement.dataset['theme'] = kept;
  }

  switchWhole(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen().catch(() => undefined);
  }
}
