/** Whether the server has newer pages than this one. */

/** `shell`: the page that the server sends now; `script`: the address this program came from. */
export function isOlder(shell: string, script: string): boolean {
  const name = script.split('/').at(-1)?.split('?')[0] ?? '';
  return shell.includes('<script') && !shell.includes(name);
}

/** Asks the server; no answer means no. */
export async function lookForNewer(script: string): Promise<boolean> {
  try {
    const answer = await fetch('/', { cache: 'no-store', credentials: 'same-origin' });
    return answer.ok && isOlder(await answer.text(), script);
  } catch {
    return false;
  }
}
