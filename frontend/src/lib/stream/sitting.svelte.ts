/** One page at one seat: the rooms it reads, its line, its receipts, its news. */
import { readingAt } from '../clock/reading';
import { history, type Line as History } from '../game/history';
import type { Clock, Frame, Hello, May, PlayerMove, Possibility, Refused } from '../wire.gen';
import type { Done, RoomState, Silence, View, Welcome } from '../wire.gen';
import { moveId } from './moveid';
import { Receipts } from './receipts.svelte';
import { after, behind, fits, fresh, headsOf, type Rooms } from './rooms';
import { Line, type LinkState, type Listener } from './socket';
import { waysTo, type Ways } from './ways';

const NEWS_KEPT = 400;
const SLEPT_MS = 2_000;

export interface Connection {
  readonly state: LinkState;
  /** Close code that ended the sitting, if one did. */
  readonly code: number | null;
  /** Server instant (UTC ms, estimated) when the line was lost. */
  readonly since: number | null;
  /** By events and POSTs, because the network lets no WebSocket through. */
  readonly slower: boolean;
}

/** Whether the clock stands because the room was closed. */
function outage(rooms: Rooms): boolean {
  const clock = rooms['public']?.entities['clock'];
  return clock?.kind === 'clock' && clock.stopped === 'outage';
}

export class Sitting implements Listener {
  rooms = $state.raw<Rooms>({});
  seen = $state(false);
  branch = '';
  connection = $state.raw<Connection>({
    state: 'connecting',
    code: null,
    since: null,
    slower: false,
  });
  possible = $state.raw<readonly Possibility[]>([]);
  roomNow = $state.raw<RoomState | null>(null);
  /** What a fresh view tells of the time before it, oldest first. */
  before = $state.raw<readonly History[]>([]);
  /** Frames since the last fresh view, oldest first. */
  news = $state.raw<readonly Frame[]>([]);
  /** What was missed while the line was lost: index into `news`, or null. */
  missedFrom = $state<number | null>(null);
  readonly receipts = new Receipts();
  readonly #line: Line;
  readonly #ways: Ways;
  #watchers: ((frame: Frame) => void)[] = [];
  #afterwards = new Map<string, () => void>();
  #slept = 0;

  constructor(
    readonly game: string,
    readonly seat: string,
  ) {
    this.#ways = waysTo(game, seat);
    this.#line = new Line(this, {
      connect: () => this.#ways.connect(),
      heard: () => this.#ways.heard(),
      mute: () => this.#ways.mute(),
      now: () => performance.now(),
      random: () => Math.random(),
      later: (act, ms) => window.setTimeout(act, ms),
      cancel: (timer) => window.clearTimeout(timer),
    });
  }

  /** Sit down; returns how to stand up again. */
  open(): () => void {
    const wake = (): void => {
      if (document.visibilityState === 'visible') this.#line.refresh();
    };
    this.#slept = Date.now() - performance.now();
    const timer = window.setInterval(() => this.#noticeSleep(), 1000);
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    this.#line.start();
    return () => {
      window.clearInterval(timer);
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      this.#line.stop();
    };
  }

  /** The server's instant now, UTC ms, estimated. */
  now(): number {
    return this.#line.clock.known ? this.#line.clock.at(performance.now()) : Date.now();
  }

  /** The last round trip in ms; null before the first answer. */
  get rtt(): number | null {
    return this.#line.clock.lastRtt;
  }

  /** Be told of every frame as it comes (speech, feed). */
  watch(act: (frame: Frame) => void): () => void {
    this.#watchers.push(act);
    return () => {
      this.#watchers = this.#watchers.filter((one) => one !== act);
    };
  }

  /** Make a move from the control named `place`; returns its id. `then` follows *done*. */
  play(move: PlayerMove, place: string, then?: () => void): string {
    const id = moveId();
    if (then) this.#afterwards.set(id, then);
    const connected = this.#line.connected;
    this.receipts.add(id, move, place, connected);
    if (connected || move.kind === 'break_silence') this.#line.play(id, move);
    return id;
  }

  /** The author of an objection that waited says: send it. */
  confirm(id: string): void {
    this.receipts.turn(id, 'sending');
    this.#line.sendNow(id);
  }

  /** The author of an objection that has not left lets it go. */
  letGo(id: string): void {
    this.#line.withdraw(id);
    this.receipts.turn(id, 'withdrawn');
    this.receipts.dismiss(id);
  }

  askMay(): void {
    this.#line.askMay();
  }

  // The line's listener ------------------------------------------------------------------

  hello(): Omit<Hello, 'kind'> {
    return { branch: this.branch, heads: headsOf(this.rooms) };
  }

  welcome(frame: Welcome): void {
    this.branch = frame.branch;
    const away = this.connection.since;
    this.missedFrom = !frame.fresh && away !== null ? this.news.length : null;
    if (!frame.fresh) this.seen = true;
  }

  view(frame: View): void {
    this.rooms = fresh(frame);
    this.news = [];
    this.before = history(this.rooms);
    this.missedFrom = null;
    this.seen = true;
  }

  frame(frame: Frame): boolean {
    const fit = fits(this.rooms, frame);
    if (fit === 'gap') return false;
    if (fit === 'old') return true;
    const stood = outage(this.rooms);
    this.rooms = after(this.rooms, frame);
    // The server counts signs of life to know who is back: give one at once.
    if (!stood && outage(this.rooms)) this.#line.refresh();
    const cut = Math.max(0, this.news.length + 1 - NEWS_KEPT);
    this.news = [...this.news.slice(cut), frame];
    if (this.missedFrom !== null) this.missedFrom = Math.max(0, this.missedFrom - cut);
    for (const act of this.#watchers) act(frame);
    return true;
  }

  behind(heads: Readonly<Record<string, number>>): boolean {
    return behind(this.rooms, heads);
  }

  may(frame: May): void {
    this.possible = frame.moves;
  }

  roomState(frame: RoomState): void {
    this.roomNow = frame;
  }

  done(frame: Done): void {
    this.receipts.done(frame);
    this.#afterwards.get(frame.id)?.();
    this.#afterwards.delete(frame.id);
  }

  refused(frame: Refused): void {
    this.#afterwards.delete(frame.id);
    this.receipts.refused(frame);
  }

  /** An objection that never left goes out by itself while the estimate says there is time. */
  stillWanted(id: string, move: PlayerMove): boolean {
    if (move.kind !== 'break_silence') return true;
    const silence = this.#find('silence', move.silence);
    const clock = this.rooms['public']?.entities['clock'];
    const inTime =
      silence?.state === 'running' &&
      clock?.kind === 'clock' &&
      (silence.closes_at === null
        ? readingAt(clock as Clock, this.now()) <= silence.closes_ms
        : this.now() <= silence.closes_at);
    this.receipts.turn(id, inTime ? 'sending' : 'asks');
    return inTime;
  }

  link(state: LinkState, code: number | null): void {
    const since = state === 'lost' ? (this.connection.since ?? this.now()) : null;
    this.connection = { state, code, since, slower: this.#ways.way === 'events' };
  }

  #find(kind: 'silence', id: string): Silence | undefined {
    for (const room of Object.values(this.rooms)) {
      for (const entity of Object.values(room.entities)) {
        if (entity.kind === kind && entity.id === id) return entity;
      }
    }
    return undefined;
  }

  /** The monotonic clock stands while a laptop sleeps; the wall clock does not. */
  #noticeSleep(): void {
    const difference = Date.now() - performance.now();
    if (Math.abs(difference - this.#slept) > SLEPT_MS) this.#line.refresh();
    this.#slept = difference;
  }
}
