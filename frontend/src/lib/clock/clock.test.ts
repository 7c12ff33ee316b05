import { describe, expect, test } from 'vitest';
import type { Clock, Silence } from '../wire.gen';
import { ServerClock } from './estimate';
import { countdownOf, untilNext } from './phase';
import { figures, gameTime, readingAt, secondsLeft, wallOf } from './reading';

const clock = (over: Partial<Clock> = {}): Clock => ({
  kind: 'clock',
  running: true,
  reading_ms: 60_000,
  anchor_at: 1_000_000,
  stopped: null,
  reason: '',
  stood_ms: 0,
  runs: [{ reading_ms: 60_000, at: 1_000_000 }],
  ...over,
});
const silence = (over: Partial<Silence> = {}): Silence => ({
  kind: 'silence',
  id: 'silence/1',
  draft: 'draft/1',
  version: 1,
  state: 'running',
  opened_ms: 60_000,
  deadline_ms: 180_000,
  closes_ms: 180_500,
  placed_by: 'server',
  automatic: true,
  reason: '',
  extensions: [],
  asked: [],
  broken: null,
  associations: [],
  outcome_ms: null,
  closes_at: null,
  public: false,
  ...over,
});

describe('the estimate of the server’s clock', () => {
  test('takes the offset of the quickest answer of the last eight', () => {
    const server = new ServerClock();
    server.answer(0, 5_300, 400); // slow: offset 5100
    server.answer(1_000, 6_010, 1_020); // quick: offset 5000
    server.answer(2_000, 7_400, 2_600); // slow again
    expect(server.at(10_000)).toBe(15_000);
    expect(server.rtt).toBe(20);
    expect(server.lastRtt).toBe(600);
  });
  test('forgets a quick answer after eight later ones', () => {
    const server = new ServerClock();
    server.answer(0, 1_000, 2);
    for (let i = 1; i <= 8; i += 1) server.answer(i * 100, i * 100 + 2_050, i * 100 + 100);
    expect(server.rtt).toBe(100);
    expect(server.at(0)).toBe(2_000);
  });
  test('uses the welcome until the first answer, and knows nothing before', () => {
    const server = new ServerClock();
    expect(server.known).toBe(false);
    server.hint(9_000, 1_000);
    expect(server.at(1_500)).toBe(9_500);
    server.answer(2_000, 10_060, 2_020);
    expect(server.at(2_500)).toBe(10_550);
  });
});

describe('readings', () => {
  test('a running clock reads on from its anchor, a stopped one stands', () => {
    expect(readingAt(clock(), 1_005_000)).toBe(65_000);
    expect(readingAt(clock({ running: false, stopped: 'paused' }), 1_005_000)).toBe(60_000);
  });
  test('an estimate before the anchor does not turn the clock back', () => {
    expect(readingAt(clock(), 999_000)).toBe(60_000);
  });
  test('a reading ahead has a wall time only while the clock runs', () => {
    expect(wallOf(clock(), 61_000)).toBe(1_001_000);
    expect(wallOf(clock({ running: false, stopped: 'paused' }), 61_000)).toBeNull();
  });
  test('a past reading belongs to the last run that began by then', () => {
    const runs = [
      { reading_ms: 0, at: 500_000 },
      { reading_ms: 20_000, at: 600_000 },
      { reading_ms: 60_000, at: 1_000_000 },
    ];
    expect(wallOf(clock({ runs }), 19_000)).toBe(519_000);
    expect(wallOf(clock({ runs }), 59_000)).toBe(639_000);
    const stood = clock({ runs, running: false, stopped: 'paused', reading_ms: 70_000 });
    expect(wallOf(stood, 59_000)).toBe(639_000);
    expect(wallOf(stood, 70_000)).toBe(1_010_000);
  });
  test('no run, no wall time', () => {
    expect(wallOf(clock({ runs: [] }), 59_000)).toBeNull();
  });
  test('a plan for the first second had a wall time of 1970 before the start, bug', () => {
    const unset = clock({ running: false, stopped: 'not_started', reading_ms: 0, anchor_at: 0 });
    expect(wallOf(unset, 0)).toBeNull();
  });
});

describe('figures', () => {
  test('round up, so that 00:00 is never early', () => {
    expect(figures(secondsLeft(1))).toBe('00:01');
    expect(figures(secondsLeft(60_001))).toBe('01:01');
    expect(figures(secondsLeft(0))).toBe('00:00');
    expect(figures(secondsLeft(-400))).toBe('00:00');
  });
  test('show hours when there are any', () => {
    expect(figures(3_723)).toBe('1:02:03');
    expect(gameTime(2_533_000)).toBe('T+00:42:13');
  });
});

describe('the phase of a silence', () => {
  const at = (left: number): number => 1_000_000 + 120_000 - left;
  test('runs, then the last ten seconds, then the count', () => {
    expect(countdownOf(clock(), silence(), at(10_001)).phase).toBe('running');
    expect(countdownOf(clock(), silence(), at(10_000)).phase).toBe('last_ten');
    expect(countdownOf(clock(), silence(), at(1)).seconds).toBe(1);
    expect(countdownOf(clock(), silence(), at(0)).phase).toBe('closing');
    expect(countdownOf(clock(), silence(), at(-3_000)).phase).toBe('closing');
  });
  test('an outcome comes from the server only: a silence whose time is over stays closing', () => {
    expect(countdownOf(clock(), silence(), at(-3_600_000)).phase).toBe('closing');
  });
  test('a stopped clock shows paused, or the outage that stopped it', () => {
    const stood = clock({ running: false, stopped: 'paused', reading_ms: 100_000 });
    expect(countdownOf(stood, silence(), 0)).toMatchObject({ phase: 'paused', seconds: 80 });
    expect(countdownOf({ ...stood, stopped: 'outage' }, silence(), 0).phase).toBe('outage');
  });
  test('a stop inside the courtesy shows closing: it counts as running', () => {
    const stood = clock({ running: false, stopped: 'paused', reading_ms: 180_200 });
    expect(countdownOf(stood, silence({ closes_at: 2_000_000 }), 0).phase).toBe('closing');
  });
  test('a break leaves the figures and the cut where they were', () => {
    const broken = silence({
      state: 'broken',
      broken: {
        at_ms: 132_000,
        by: 'ESP',
        ground: 'legal_basis',
        objected: [],
        reason: '',
        lift: '',
        proposed: '',
      },
    });
    expect(countdownOf(clock(), broken, at(0))).toEqual({
      phase: 'broken',
      seconds: 48,
      used: 0.6,
    });
  });
  test('without a silence it waits', () => {
    expect(countdownOf(clock(), null, 0).phase).toBe('waiting');
  });
});

test('the next drawing falls on a boundary of what is left', () => {
  expect(untilNext(clock(), silence(), 1_000_000 + 120_000 - 7_130, 250)).toBe(130);
  expect(untilNext(clock(), silence(), 1_000_000 + 120_000 - 7_000, 250)).toBe(250);
  expect(untilNext(clock({ running: false, stopped: 'paused' }), silence(), 0, 250)).toBe(1000);
});
