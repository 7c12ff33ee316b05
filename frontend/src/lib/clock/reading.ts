/** Readings of the game clock, wall times and figures. Pure (rules 7.1). */
import { last } from '../lists';
import type { Clock } from '../wire.gen';

/** The reading of the game clock at a server instant. */
export function readingAt(clock: Clock, now: number): number {
  if (!clock.running) return clock.reading_ms;
  return clock.reading_ms + Math.max(0, now - clock.anchor_at);
}

/**
 * The instant (UTC ms) of a reading, or null if nobody can know it: the clock never ran, or it
 * stands and the reading lies ahead. A past reading belongs to the last run that began by then.
 */
export function wallOf(clock: Clock, reading: number): number | null {
  if (clock.stopped === 'not_started') return null;
  if (clock.running && reading >= clock.reading_ms) {
    return clock.anchor_at + (reading - clock.reading_ms);
  }
  if (!clock.running && reading > clock.reading_ms) return null;
  const run = last(clock.runs, (one) => one.reading_ms <= reading);
  return run === undefined ? null : run.at + (reading - run.reading_ms);
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** What is left, rounded up to whole seconds so that 00:00 is never early. */
export function secondsLeft(ms: number): number {
  return Math.max(0, Math.ceil(ms / 1000));
}

/** 01:47, 1:02:03 from an hour on, 2 d 04:11:09 is left to the caller's words. */
export function figures(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** T+00:42:13, a reading of the game clock. */
export function gameTime(reading: number): string {
  const seconds = Math.max(0, Math.floor(reading / 1000));
  return `T+${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** 14:26:00 in the time of this room. */
export function roomTime(at: number): string {
  const date = new Date(at);
  return `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;
}

/** 14:26:00.123, for receipts. */
export function exactTime(at: number): string {
  return `${roomTime(at)}.${String(new Date(at).getMilliseconds()).padStart(3, '0')}`;
}
