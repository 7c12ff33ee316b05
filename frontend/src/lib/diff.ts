/** Which words changed between two versions of a paragraph. Words and spaces stay as written. */

export interface Run {
  readonly kind: 'same' | 'ins' | 'del';
  readonly text: string;
}

const split = (text: string): string[] => text.match(/\s+|[^\s\p{P}]+|\p{P}/gu) ?? [];

/** Lengths of the longest common rests of `a` from i and `b` from j. */
function lengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const skip = Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : skip;
    }
  }
  return table;
}

function join(runs: Run[], kind: Run['kind'], text: string): void {
  const last = runs.at(-1);
  if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
  else runs.push({ kind, text });
}

/** Below this share of common words a paragraph reads better as replaced than as mended. */
const MENDED = 0.4;
const BRIDGE = /^[\s\p{P}]*$/u;

/** The runs from one text to the other; what was rewritten is shown whole, old then new. */
export function changes(before: string, now: string): Run[] {
  const runs = bridged(wordByWord(before, now));
  const same = runs.reduce((sum, run) => sum + (run.kind === 'same' ? run.text.length : 0), 0);
  if (same >= MENDED * Math.max(1, Math.min(before.length, now.length))) return runs;
  const whole: Run[] = [
    { kind: 'del', text: before },
    { kind: 'ins', text: now },
  ];
  return whole.filter((run) => run.text !== '');
}

/** A space or comma between two changes belongs to both: one deletion, then one insertion. */
function bridged(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let del = '';
  let ins = '';
  const flush = (): void => {
    if (del !== '') out.push({ kind: 'del', text: del });
    if (ins !== '') out.push({ kind: 'ins', text: ins });
    del = '';
    ins = '';
  };
  runs.forEach((run, i) => {
    const between = i > 0 && i < runs.length - 1 && del !== '' && ins !== '';
    if (run.kind === 'del') del += run.text;
    else if (run.kind === 'ins') ins += run.text;
    else if (between && BRIDGE.test(run.text)) {
      del += run.text;
      ins += run.text;
    } else {
      flush();
      out.push(run);
    }
  });
  flush();
  return out;
}

function wordByWord(before: string, now: string): Run[] {
  const a = split(before);
  const b = split(now);
  const table = lengths(a, b);
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      join(runs, 'same', b[j]!);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && table[i + 1]![j]! >= table[i]![j + 1]!)) {
      join(runs, 'del', a[i]!);
      i += 1;
    } else {
      join(runs, 'ins', b[j]!);
      j += 1;
    }
  }
  return runs;
}
