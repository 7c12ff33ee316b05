/** Where a silence stands, as the pages show it. Judges nothing: outcomes come from the server. */
import type { Clock, Silence } from '../wire.gen';
import { readingAt, secondsLeft } from './reading';

export type Phase =
  | 'waiting'
  | 'running'
  | 'last_ten'
  | 'paused'
  | 'outage'
  | 'closing'
  | 'broken'
  | 'adopted'
  | 'lapsed';

export interface Countdown {
  readonly phase: Phase;
  /** Whole seconds left, rounded up; for a broken silence what was left at the break. */
  readonly seconds: number;
  /** How much of the line is used up, 0 to 1. */
  readonly used: number;
}

export const WAITING: Countdown = { phase: 'waiting', seconds: 0, used: 0 };

const share = (silence: Silence, reading: number): number => {
  const whole = silence.deadline_ms - silence.opened_ms;
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (reading - silence.opened_ms) / whole));
};

function running(clock: Clock, silence: Silence, now: number): Countdown {
  const reading = readingAt(clock, now);
  const seconds = secondsLeft(silence.deadline_ms - reading);
  const used = share(silence, reading);
  if (silence.closes_at !== null) return { phase: 'closing', seconds: 0, used: 1 };
  if (!clock.running)
    return { phase: clock.stopped === 'outage' ? 'outage' : 'paused', seconds, used };
  if (seconds === 0) return { phase: 'closing', seconds, used: 1 };
  return { phase: seconds <= 10 ? 'last_ten' : 'running', seconds, used };
}

/** The countdown of a silence at a server instant. */
export function countdownOf(clock: Clock, silence: Silence | null, now: number): Countdown {
  if (silence === null) return WAITING;
  if (silence.state === 'running') return running(clock, silence, now);
  const end = silence.broken?.at_ms ?? silence.outcome_ms ?? silence.deadline_ms;
  return {
    phase: silence.state,
    seconds: secondsLeft(silence.deadline_ms - end),
    used: silence.state === 'adopted' ? 1 : share(silence, end),
  };
}

/** Ms until the figures or the head of the line change: on boundaries of what is left. */
export function untilNext(
  clock: Clock,
  silence: Silence | null,
  now: number,
  step: number,
): number {
  if (silence?.state !== 'running' || !clock.running) return 1000;
  const left = silence.deadline_ms - readingAt(clock, now);
  const rest = ((left % step) + step) % step;
  return rest === 0 ? step : rest;
}
