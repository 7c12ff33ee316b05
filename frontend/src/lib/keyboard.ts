/** Single letters act outside fields and dialogs only. */

export function inField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type)
  );
}

/** The letter of a key press that means a command, else null. */
export function command(event: KeyboardEvent): string | null {
  // Brackets need the graph key on French keyboards, which some systems report as Ctrl and Alt.
  const graph = event.getModifierState('AltGraph');
  if (event.metaKey || event.repeat || (!graph && (event.ctrlKey || event.altKey))) return null;
  if (inField(event.target) || document.querySelector('dialog[open]') !== null) return null;
  return event.key.length === 1 ? event.key : null;
}
