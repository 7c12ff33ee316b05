/** What this device keeps. Browsers may forbid it; then nothing is kept and nothing breaks. */

const PREFIX = 'under-silence';

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`${PREFIX}/${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string | null): void {
  try {
    if (value === null || value === '') localStorage.removeItem(`${PREFIX}/${name}`);
    else localStorage.setItem(`${PREFIX}/${name}`, value);
  } catch {
    // A full or forbidden store loses comfort, not the game.
  }
}

/** Forgets everything whose name begins so: the unsent words of a seat that was left. */
export function forget(beginning: string): void {
  try {
    const names = Object.keys(localStorage);
    for (const name of names) {
      if (name.startsWith(`${PREFIX}/${beginning}`)) localStorage.removeItem(name);
    }
  } catch {
    // As above.
  }
}
