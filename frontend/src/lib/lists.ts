/** Two things that older school browsers lack in arrays. */

export function sorted<T>(list: readonly T[], compare: (a: T, b: T) => number): T[] {
  return [...list].sort(compare);
}

export function last<T>(list: readonly T[], test: (one: T) => boolean): T | undefined {
  for (let i = list.length - 1; i >= 0; i -= 1) {
    const one = list[i] as T;
    if (test(one)) return one;
  }
  return undefined;
}
