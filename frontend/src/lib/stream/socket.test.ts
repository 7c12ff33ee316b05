import { beforeEach, describe, expect, test } from 'vitest';
import type { AnyInbound, AnyOutbound, Done, PlayerMove, Refused } from '../wire.gen';
import type { Pipe, Posting } from './pipe';
import { waitBefore } from './schedule';
import { Line, type Listener, type LinkState } from './socket';

/** A socket whose other end is the test. */
class TestPipe implements Pipe {
  readyState = 0;
  sent: AnyInbound[] = [];
  postings: Posting[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  send(text: string, posting: Posting): void {
    this.sent.push(JSON.parse(text) as AnyInbound);
    this.postings.push(posting);
  }
  close(): void {
    this.closed = true;
  }
  say(frame: AnyOutbound): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  kinds(): string[] {
    return this.sent.map((frame) => frame.kind);
  }
}

/** A room with a clock and a bench of sockets, all moved by hand. */
class Hall implements Listener {
  pipes: TestPipe[] = [];
  heard = 0;
  otherWay = false;
  time = 0;
  timers: { at: number; act: () => void; id: number }[] = [];
  links: [LinkState, number | null][] = [];
  done_: Done[] = [];
  refused_: Refused[] = [];
  inTime = true;
  fitting = true;
  ahead = false;
  heads: Record<string, number> = {};
  #next = 1;
  line = new Line(this, {
    connect: () => {
      const pipe = new TestPipe();
      this.pipes.push(pipe);
      return pipe;
    },
    heard: () => void (this.heard += 1),
    mute: () => this.otherWay,
    now: () => this.time,
    random: () => 0.5,
    later: (act, ms) => {
      this.timers.push({ at: this.time + ms, act, id: this.#next });
      return this.#next++;
    },
    cancel: (id) => {
      this.timers = this.timers.filter((timer) => timer.id !== id);
    },
  });

  get pipe(): TestPipe {
    return this.pipes.at(-1)!;
  }
  pass(ms: number): void {
    const until = this.time + ms;
    for (;;) {
      const due = this.timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.time = due.at;
      this.timers = this.timers.filter((timer) => timer !== due);
      due.act();
    }
    this.time = until;
  }
  seat(fresh = true): void {
    this.line.start();
    this.pipe.open();
    this.greet(fresh);
  }
  greet(fresh = true): void {
    this.pipe.say({
      kind: 'welcome',
      game: 'g',
      branch: 'b',
      seat: 'POL',
      holder: 1,
      fresh,
      now_at: 0,
    });
    if (fresh) this.pipe.say({ kind: 'view', rooms: {} });
  }
  beat(): void {
    this.pipe.say({ kind: 'beat', heads: {}, now_at: 0 });
  }

  hello = () => ({ branch: 'b', heads: this.heads });
  welcome = (): void => undefined;
  view = (): void => undefined;
  frame = (): boolean => this.fitting;
  behind = (): boolean => this.ahead;
  may = (): void => undefined;
  roomState = (): void => undefined;
  done = (frame: Done): void => void this.done_.push(frame);
  refused = (frame: Refused): void => void this.refused_.push(frame);
  stillWanted = (): boolean => this.inTime;
  link = (state: LinkState, code: number | null): void => void this.links.push([state, code]);
}
const BREAK: PlayerMove = { kind: 'break_silence', silence: 'silence/1', ground: 'legal_basis' };
const COSPONSOR: PlayerMove = { kind: 'cosponsor_draft', draft: 'draft/1' };
const frame: AnyOutbound = {
  kind: 'frame',
  compartment: 'public',
  number: 1,
  at_ms: 0,
  at: 0,
  event: { kind: 'game_started', at: 0 },
  entities: {},
};
const plays = (pipe: TestPipe) => pipe.sent.filter((one) => one.kind === 'play');

let hall: Hall;
beforeEach(() => {
  hall = new Hall();
});

describe('coming back', () => {
  test('says hello first, with the heads of what is held', () => {
    hall.heads = { public: 7 };
    hall.seat();
    expect(hall.pipe.sent[0]).toEqual({ kind: 'hello', branch: 'b', heads: { public: 7 } });
  });
  test('after a lost line tries again at random within two seconds', () => {
    hall.seat();
    hall.pipe.onclose?.({ code: 1006 });
    expect(hall.pipes).toHaveLength(1);
    hall.pass(1_000);
    expect(hall.pipes).toHaveLength(2);
    expect(hall.links.at(-1)).toEqual(['lost', null]);
  });
  test('a hole in the numbers closes the line and comes back with hello', () => {
    hall.seat();
    hall.fitting = false;
    hall.pipe.say(frame);
    expect(hall.pipes[0]?.closed).toBe(true);
    hall.pass(2_000);
    expect(hall.pipes).toHaveLength(2);
  });
  test('a beat that is ahead of us comes back with hello', () => {
    hall.seat();
    hall.ahead = true;
    hall.beat();
    expect(hall.pipe.closed).toBe(true);
  });
  test('twelve seconds without a beat count as lost', () => {
    hall.seat();
    hall.pass(8_000);
    hall.beat();
    hall.pass(11_000);
    expect(hall.pipe.closed).toBe(false);
    hall.pass(3_000);
    expect(hall.pipes[0]?.closed).toBe(true);
  });
  test.each([4401, 4403, 4404, 4410])('close code %i ends it for good', (code) => {
    hall.seat();
    hall.pipe.onclose?.({ code });
    hall.pass(120_000);
    expect(hall.pipes).toHaveLength(1);
    expect(hall.links.at(-1)).toEqual(['closed', code]);
  });
  test.each([4400, 4408, 4429, 4503, 1000, 1006])('close code %i comes back', (code) => {
    hall.seat();
    hall.pipe.onclose?.({ code });
    hall.pass(2_000);
    expect(hall.pipes).toHaveLength(2);
  });
});

describe('the waits between tries', () => {
  test('stay within two seconds for the first thirty', () => {
    expect(waitBefore(0, 0, 0)).toBe(0);
    expect(waitBefore(29_999, 0, 0.999)).toBeLessThan(2_000);
  });
  test('then grow to fifteen seconds and no further', () => {
    const waits = [0, 1, 2, 3, 9].map((tries) => waitBefore(31_000, tries, 1));
    expect(waits).toEqual([4_000, 8_000, 15_000, 15_000, 15_000]);
  });
});

describe('moves', () => {
  test('an unanswered move goes out again under its own id on the next line', () => {
    hall.seat();
    hall.line.play('move-0001', COSPONSOR);
    hall.pipe.onclose?.({ code: 1006 });
    hall.pass(2_000);
    hall.pipe.open();
    hall.greet(false);
    expect(plays(hall.pipe)).toEqual([{ kind: 'play', id: 'move-0001', move: COSPONSOR }]);
  });
  test('a move made while away goes out when the line is back, after the view', () => {
    hall.line.play('move-0002', COSPONSOR);
    hall.line.start();
    hall.pipe.open();
    expect(plays(hall.pipe)).toHaveLength(0);
    hall.greet();
    expect(plays(hall.pipe)).toHaveLength(1);
  });
  test('an objection that never left is not sent by itself when its time seems over', () => {
    hall.inTime = false;
    hall.line.play('move-0003', BREAK);
    hall.seat();
    expect(plays(hall.pipe)).toHaveLength(0);
    hall.line.sendNow('move-0003');
    expect(plays(hall.pipe)).toHaveLength(1);
  });
  test('an objection that has left once is always sent again: the server knows what became of it', () => {
    hall.seat();
    hall.line.play('move-0004', BREAK);
    hall.inTime = false;
    hall.pipe.onclose?.({ code: 1006 });
    hall.pass(2_000);
    hall.pipe.open();
    hall.greet(false);
    expect(plays(hall.pipe)).toHaveLength(1);
  });
  test('busy is tried again with the same id and not told; paused is told', () => {
    hall.seat();
    hall.line.play('move-0005', COSPONSOR);
    const no = {
      kind: 'refused',
      id: 'move-0005',
      holes: {},
      en: '',
      fr: '',
      again: true,
    } as const;
    hall.pipe.say({ ...no, code: 'busy' });
    expect(hall.refused_).toHaveLength(0);
    hall.pass(1_000);
    expect(plays(hall.pipe)).toHaveLength(2);
    hall.pipe.say({ ...no, code: 'paused' });
    expect(hall.refused_.map((one) => one.code)).toEqual(['paused']);
  });
  test('a move too long for one frame is refused here and never sent', () => {
    hall.seat();
    hall.line.play('move-0007', { ...BREAK, reason: 'é'.repeat(9_000) } as PlayerMove);
    expect(plays(hall.pipe)).toHaveLength(0);
    expect(hall.refused_.map((one) => one.code)).toEqual(['too_long']);
  });
  test('a move the server cannot read is not sent for ever', () => {
    hall.seat();
    hall.line.play('move-0008', COSPONSOR);
    hall.pipe.onclose?.({ code: 4400 });
    hall.pass(2_000);
    hall.pipe.open();
    hall.greet();
    expect(plays(hall.pipe)).toHaveLength(0);
    expect(hall.refused_.map((one) => one.code)).toEqual(['unreadable']);
  });
  test('an answered move is not sent again', () => {
    hall.seat();
    hall.line.play('move-0006', COSPONSOR);
    hall.pipe.say({ kind: 'done', id: 'move-0006', numbers: {}, at_ms: 0, at: 0 });
    hall.beat();
    hall.pass(10_000);
    expect(plays(hall.pipe)).toHaveLength(1);
    expect(hall.done_).toHaveLength(1);
  });
});

describe('manners', () => {
  test('asks what may be done once, 150 ms after the last frame of a burst', () => {
    hall.seat();
    hall.pass(1_000);
    hall.pipe.sent = [];
    for (let i = 0; i < 5; i += 1) {
      hall.pipe.say(frame);
      hall.pass(100);
    }
    hall.pass(150);
    expect(hall.pipe.kinds().filter((kind) => kind === 'ask_may')).toHaveLength(1);
  });
  test('says what it has seen after 32 frames at once, else every two seconds', () => {
    hall.seat();
    for (let i = 0; i < 32; i += 1) hall.pipe.say(frame);
    expect(hall.pipe.kinds().filter((kind) => kind === 'seen')).toHaveLength(1);
    hall.pipe.say(frame);
    hall.pass(2_100);
    expect(hall.pipe.kinds().filter((kind) => kind === 'seen')).toHaveLength(2);
  });
  test('a break goes out as urgent, other moves in turn', () => {
    hall.seat();
    hall.pipe.postings = [];
    hall.line.play('move-0101', COSPONSOR);
    hall.line.play('move-0102', BREAK);
    expect(hall.pipe.postings).toEqual(['in_turn', 'urgent']);
  });
});

describe('a line that brings nothing', () => {
  test('is given up after six seconds when another way is left', () => {
    hall.otherWay = true;
    hall.line.start();
    hall.pipe.open();
    hall.pass(5_900);
    expect(hall.pipes).toHaveLength(1);
    hall.pass(2_200);
    expect(hall.pipes).toHaveLength(2);
    expect(hall.heard).toBe(0);
  });
  test('is kept while there is no other way', () => {
    hall.line.start();
    hall.pipe.open();
    hall.pass(8_000);
    expect(hall.pipes).toHaveLength(1);
  });
  test('is one that has said anything no longer', () => {
    hall.otherWay = true;
    hall.seat();
    hall.pass(8_000);
    expect(hall.pipes).toHaveLength(1);
    expect(hall.heard).toBeGreaterThan(0);
  });
});
