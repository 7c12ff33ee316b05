import { describe, expect, test } from 'vitest';
import { EventPipe, type Browser, type Post } from './eventpipe';
import { DeadPipe } from './pipe';
import { Ways, type Way } from './ways';

function tried(count: number, ways: Ways): Way[] {
  return Array.from({ length: count }, () => {
    ways.connect();
    return ways.way;
  });
}
const fresh = (): Ways => new Ways(() => new DeadPipe());

describe('the choice of a way', () => {
  test('two sockets that bring nothing, then events, then in turn', () => {
    expect(tried(6, fresh())).toEqual(['socket', 'socket', 'events', 'socket', 'events', 'socket']);
  });
  test('a socket that once brought a frame is kept, however often it fails later', () => {
    const ways = fresh();
    ways.connect();
    ways.heard();
    expect(ways.mute()).toBe(false);
    expect(tried(5, ways)).toEqual(Array(5).fill('socket'));
  });
  test('events that once brought a frame are kept until the page is loaded again', () => {
    const ways = fresh();
    tried(3, ways);
    ways.heard();
    expect(tried(4, ways)).toEqual(Array(4).fill('events'));
  });
  test('a socket that opens and stays mute is given up at once', () => {
    const ways = fresh();
    ways.connect();
    expect(ways.mute()).toBe(true);
    expect(tried(2, ways)).toEqual(['events', 'socket']);
  });
});

/** A browser whose network is the test. */
class Wire implements Browser {
  listeners = new Map<string, (event: { data: string }) => void>();
  source = {
    onmessage: null as ((event: { data: string }) => void) | null,
    onerror: null as (() => void) | null,
    closed: false,
    addEventListener: (name: string, act: (event: { data: string }) => void): void =>
      void this.listeners.set(name, act),
    close: (): void => void (this.source.closed = true),
  };
  posts: { address: string; text: string; keepalive: boolean; answer: (post: Post) => void }[] = [];
  broken = 0;

  open(): EventSource {
    return this.source as unknown as EventSource;
  }
  post(address: string, text: string, keepalive: boolean): Promise<Post> {
    if (this.broken > 0) {
      this.broken -= 1;
      return Promise.reject(new TypeError('network'));
    }
    return new Promise((answer) => this.posts.push({ address, text, keepalive, answer }));
  }
  name(): void {
    this.listeners.get('page')?.({ data: 'f00d' });
  }
  texts(): string[] {
    return this.posts.map((post) => post.text);
  }
}
const TAKEN: Post = { ok: true, status: 204 };
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

describe('the slower way', () => {
  function sitting(): { wire: Wire; pipe: EventPipe; codes: number[] } {
    const wire = new Wire();
    const pipe = new EventPipe('/sse/game/g/POL', wire);
    const codes: number[] = [];
    pipe.onclose = ({ code }) => void codes.push(code);
    wire.name();
    return { wire, pipe, codes };
  }

  test('is open once the page has its name, and posts to it', () => {
    const wire = new Wire();
    const pipe = new EventPipe('/sse/game/g/POL', wire);
    let opened = 0;
    pipe.onopen = () => void (opened += 1);
    pipe.send('early', 'at_once');
    expect([pipe.readyState, wire.posts.length]).toEqual([0, 0]);
    wire.name();
    pipe.send('hello', 'at_once');
    expect([opened, wire.posts[0]?.address]).toEqual([1, '/sse/game/g/POL/f00d']);
  });
  test('moves go in turn, a break waits for none and outlives the tab', async () => {
    const { wire, pipe } = sitting();
    pipe.send('first', 'in_turn');
    pipe.send('second', 'in_turn');
    await settled();
    expect(wire.texts()).toEqual(['first']);
    pipe.send('break', 'urgent');
    expect(wire.texts()).toEqual(['first', 'break']);
    expect(wire.posts.map((post) => post.keepalive)).toEqual([false, true]);
    wire.posts[0]?.answer(TAKEN);
    await settled();
    expect(wire.texts()).toEqual(['first', 'break', 'second']);
  });
  test('a connection that died unused costs one more try and no line', async () => {
    const { wire, pipe, codes } = sitting();
    wire.broken = 1;
    pipe.send('break', 'urgent');
    await settled();
    expect([wire.texts(), codes]).toEqual([['break'], []]);
  });
  test('a page the server no longer knows is a lost line', async () => {
    const { wire, pipe, codes } = sitting();
    pipe.send('hello', 'at_once');
    wire.posts[0]?.answer({ ok: false, status: 404 });
    await settled();
    expect([codes, wire.source.closed]).toEqual([[1006], true]);
  });
  test('a frame that was too long is told on the stream and loses no line', async () => {
    const { wire, pipe, codes } = sitting();
    pipe.send('long', 'in_turn');
    await settled();
    wire.posts[0]?.answer({ ok: false, status: 413 });
    await settled();
    expect(codes).toEqual([]);
  });
  test('a stream that breaks closes once and does not come back by itself', () => {
    const { wire, pipe, codes } = sitting();
    wire.source.onerror?.();
    wire.source.onerror?.();
    pipe.close();
    expect([codes, wire.source.closed]).toEqual([[1006], true]);
  });
});
