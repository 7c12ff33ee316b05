/** What changed on this page and has not been seen: positions, paragraphs. Never sent. */
import type { Frame, VersionTabled } from '../wire.gen';
import type { Table } from './table.svelte';

export const positionKey = (draft: string, seat: string): string => `position/${draft}/${seat}`;
export const paragraphKey = (draft: string, version: number, number: number): string =>
  `paragraph/${draft}/${version}/${number}`;

export class Changed {
  #keys = $state.raw<ReadonlySet<string>>(new Set());

  constructor(private readonly table: Table) {
    table.sitting.watch((frame) => this.#note(frame));
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  seen(key: string): void {
    this.#keys = new Set([...this.#keys].filter((one) => one !== key));
  }

  #note({ event }: Frame): void {
    if (event.kind === 'position_stated') this.#add(event.by, [positionKey(event.draft, event.by)]);
    if (event.kind === 'version_tabled') this.#add(event.by, this.#rewritten(event));
  }

  /** One's own acts are no news. */
  #add(by: string, keys: readonly string[]): void {
    if (by !== this.table.sitting.seat) this.#keys = new Set([...this.#keys, ...keys]);
  }

  #rewritten({ draft, number, paragraphs }: VersionTabled): string[] {
    const before = this.table.version(draft, number - 1);
    if (before === undefined) return [];
    const same = (i: number): boolean =>
      before.paragraphs[i]?.en === paragraphs[i]?.en &&
      before.paragraphs[i]?.fr === paragraphs[i]?.fr;
    return paragraphs.flatMap((_, i) => (same(i) ? [] : [paragraphKey(draft, number, i + 1)]));
  }
}
