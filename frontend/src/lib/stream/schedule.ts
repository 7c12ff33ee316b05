/** When to come back after the line was lost, and when not to. */

/** Close codes after which coming back by itself would be wrong. */
export const FINAL: ReadonlySet<number> = new Set([4401, 4403, 4404, 4410]);

const CROWD_MS = 30_000;
const FIRST_MS = 2_000;
const LAST_MS = 15_000;

/**
 * Ms to wait before the next try. At random within 2 s for the first 30 s, so that a full
 * room does not come back in one instant; then twice as long each time, up to 15 s.
 */
export function waitBefore(lostForMs: number, slowTries: number, random: number): number {
  if (lostForMs < CROWD_MS) return random * FIRST_MS;
  const ceiling = Math.min(LAST_MS, FIRST_MS * 2 ** (slowTries + 1));
  return ceiling * (0.5 + random / 2);
}
