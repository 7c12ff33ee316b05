/** The line to the server: hello, frames, beats, the clock question, moves sent until answered. */
import { ServerClock } from '../clock/estimate';
import { catalogue } from '../i18n/catalogue';
import type { AnyInbound, AnyOutbound, Bye, Frame, Hello, View, Welcome } from '../wire.gen';
import type { Done, May, PlayerMove, Refused, RoomState } from '../wire.gen';
import type { Pipe, Posting } from './pipe';
import { FINAL, waitBefore } from './schedule';

const BEAT_LOST_MS = 12_000;
/** How long a line may bring nothing at all before another way is tried. */
const MUTE_MS = 6_000;
const SEEN_EVERY_MS = 2_000;
const SEEN_FRAMES = 32;
const MAY_AFTER_MS = 150;
const SYNC_FIRST = 5;
const SYNC_FIRST_MS = 250;
const SYNC_EVERY_MS = 10_000;
const AGAIN_MS = 1_000;
/** What the server takes in one frame, with room for its envelope. */
const MOST_BYTES = 16 * 1024 - 128;
const MALFORMED = 4400;
const UNANSWERED_MS = 5_000;
/** Refusals that pass by themselves; `paused` does not, so a person decides. */
const SENT_AGAIN = new Set(['busy', 'too_fast', 'restarting']);

/** Rules 7.10: nothing on the way throttles these. */
const URGENT = new Set(['break_silence', 'associate_with_break']);

/** What a page does with what arrives. */
export interface Listener {
  /** Heads of what is held, and the branch; empty on a first visit. */
  hello(): Omit<Hello, 'kind'>;
  welcome(frame: Welcome): void;
  view(frame: View): void;
  /** False: it does not fit, come back with hello. */
  frame(frame: Frame): boolean;
  /** True: the server has what we do not. */
  behind(heads: Readonly<Record<string, number>>): boolean;
  may(frame: May): void;
  roomState(frame: RoomState): void;
  done(frame: Done): void;
  refused(frame: Refused): void;
  /** An unsent break comes to the front of a new line: send it, or ask its author first. */
  stillWanted(id: string, move: PlayerMove): boolean;
  link(state: LinkState, code: number | null): void;
}

export type LinkState = 'connecting' | 'connected' | 'lost' | 'closed';

/** The parts of a browser that this needs, so that tests bring their own. */
export interface Surroundings {
  connect(): Pipe;
  /** The line brought something. */
  heard(): void;
  /** It brought nothing for a while; true: another way is worth a try. */
  mute(): boolean;
  /** Monotonic ms. */
  now(): number;
  random(): number;
  later(act: () => void, ms: number): number;
  cancel(timer: number): void;
}

interface Pending {
  readonly move: PlayerMove;
  sent: boolean;
  sentAt: number;
}

/** A refusal of this page's own, before or instead of the server's. */
function notSent(id: string, code: 'too_long' | 'unreadable'): Refused {
  const { en, fr } = catalogue[`receipt.${code}`];
  return { kind: 'refused', id, code, holes: {}, en, fr, again: false };
}

/** Moves keep their order, but a break waits for none of them. */
function posting(frame: AnyInbound): Posting {
  if (frame.kind !== 'play') return 'at_once';
  return URGENT.has(frame.move.kind) ? 'urgent' : 'in_turn';
}

export class Line {
  readonly clock = new ServerClock();
  readonly #pending = new Map<string, Pending>();
  #socket: Pipe | null = null;
  #open = false;
  #greeted = false;
  #lostAt: number | null = null;
  #slowTries = 0;
  #beatAt = 0;
  #unseen = 0;
  #timers = new Map<string, number>();

  constructor(
    private readonly listener: Listener,
    private readonly around: Surroundings,
  ) {}

  /** Open, or try at once if waiting to come back. */
  start(): void {
    if (this.#socket !== null) return;
    this.#cancel('retry');
    this.listener.link(this.#lostAt === null ? 'connecting' : 'lost', null);
    this.#attach(this.around.connect());
  }

  /** Go away for good. */
  stop(): void {
    this.#dropSocket();
    for (const name of [...this.#timers.keys()]) this.#cancel(name);
  }

  get connected(): boolean {
    return this.#greeted;
  }

  /** Send a move now, or on the next line. The same id goes out until it is answered. */
  play(id: string, move: PlayerMove): void {
    if (new TextEncoder().encode(JSON.stringify(move)).length > MOST_BYTES) {
      this.listener.refused(notSent(id, 'too_long'));
      return;
    }
    this.#pending.set(id, { move, sent: false, sentAt: 0 });
    if (this.#greeted) this.#transmit(id);
  }

  /** A move that its author no longer wants sent. Too late for one that has left. */
  withdraw(id: string): void {
    if (this.#pending.get(id)?.sent === false) this.#pending.delete(id);
  }

  /** Has this move left the device at least once? */
  hasLeft(id: string): boolean {
    return this.#pending.get(id)?.sent ?? true;
  }

  /** Ask what may be done now. */
  askMay(): void {
    this.#send({ kind: 'ask_may' });
  }

  /** The machine slept or the page came back: measure anew. */
  refresh(): void {
    if (this.#greeted) this.#syncSeries(SYNC_FIRST);
    else this.start();
  }

  #attach(socket: Pipe): void {
    this.#socket = socket;
    this.#open = false;
    this.#greeted = false;
    this.#beatAt = this.around.now();
    const mine = (act: () => void) => (): void => {
      if (this.#socket === socket) act();
    };
    socket.onopen = mine(() => {
      this.#open = true;
      this.#send({ kind: 'hello', ...this.listener.hello() });
    });
    socket.onmessage = (event): void => {
      if (this.#socket !== socket) return;
      this.#cancel('mute');
      this.around.heard();
      this.#receive(JSON.parse(event.data) as AnyOutbound);
    };
    socket.onclose = (event): void => {
      if (this.#socket === socket) this.#lost(event.code);
    };
    this.#later('mute', () => this.#mute(), MUTE_MS);
    this.#watch();
  }

  #mute(): void {
    if (this.#socket !== null && this.around.mute()) this.#comeBack();
  }

  #receive(frame: AnyOutbound): void {
    const listener = this.listener;
    switch (frame.kind) {
      case 'welcome':
        return this.#welcomed(frame);
      case 'view':
        listener.view(frame);
        return this.#resend();
      case 'frame':
        return this.#framed(frame);
      case 'beat':
        return this.#beat(frame.heads, frame.now_at);
      case 'time':
        return this.clock.answer(frame.t, frame.now_at, this.around.now());
      case 'done':
        this.#pending.delete(frame.id);
        return listener.done(frame);
      case 'refused':
        return this.#refused(frame);
      case 'may':
        return listener.may(frame);
      case 'room_state':
        return listener.roomState(frame);
      case 'bye':
        return this.#bye(frame);
    }
  }

  #welcomed(frame: Welcome): void {
    this.#greeted = true;
    this.#lostAt = null;
    this.#slowTries = 0;
    this.#beatAt = this.around.now();
    this.clock.reset();
    this.clock.hint(frame.now_at, this.around.now());
    this.listener.welcome(frame);
    this.listener.link('connected', null);
    this.#syncSeries(SYNC_FIRST);
    this.#later('seen', () => this.#seen(), SEEN_EVERY_MS);
    this.#askMaySoon();
    if (!frame.fresh) this.#resend();
  }

  #framed(frame: Frame): void {
    if (!this.listener.frame(frame)) return this.#comeBack();
    this.#unseen += 1;
    if (this.#unseen >= SEEN_FRAMES) this.#seen();
    this.#askMaySoon();
  }

  #beat(heads: Readonly<Record<string, number>>, nowAt: number): void {
    this.#beatAt = this.around.now();
    this.clock.hint(nowAt, this.around.now());
    if (this.listener.behind(heads)) this.#comeBack();
  }

  #refused(frame: Refused): void {
    const pending = this.#pending.get(frame.id);
    if (pending && frame.again && SENT_AGAIN.has(frame.code)) {
      this.#later(`again/${frame.id}`, () => this.#transmit(frame.id), AGAIN_MS);
      return;
    }
    this.#pending.delete(frame.id);
    this.listener.refused(frame);
  }

  #bye(frame: Bye): void {
    this.#lost(frame.code);
  }

  /** What waited goes out again under its own id: the server knows a copy when it sees one. */
  #resend(): void {
    for (const [id, pending] of [...this.#pending]) {
      if (pending.sent || this.listener.stillWanted(id, pending.move)) this.#transmit(id);
    }
  }

  /** The author was asked and wants it sent after all. */
  sendNow(id: string): void {
    if (this.#greeted) this.#transmit(id);
  }

  #transmit(id: string): void {
    const pending = this.#pending.get(id);
    if (!pending || !this.#greeted) return;
    pending.sent = true;
    pending.sentAt = this.around.now();
    this.#send({ kind: 'play', id, move: pending.move });
    this.#later(`answer/${id}`, () => this.#unanswered(id), UNANSWERED_MS);
  }

  #unanswered(id: string): void {
    if (this.#pending.has(id)) this.#transmit(id);
  }

  #seen(): void {
    if (this.#greeted && this.#unseen > 0) {
      this.#unseen = 0;
      this.#send({ kind: 'seen', heads: this.listener.hello().heads ?? {} });
    }
    this.#later('seen', () => this.#seen(), SEEN_EVERY_MS);
  }

  #syncSeries(left: number): void {
    if (!this.#greeted) return;
    this.#send({ kind: 'sync', t: this.around.now() });
    const next = left > 1 ? SYNC_FIRST_MS : SYNC_EVERY_MS;
    this.#later('sync', () => this.#syncSeries(Math.max(1, left - 1)), next);
  }

  #askMaySoon(): void {
    this.#later('may', () => this.askMay(), MAY_AFTER_MS);
  }

  #watch(): void {
    this.#later('beat', () => this.#watchBeat(), 1000);
  }

  #watchBeat(): void {
    if (this.#socket === null) return;
    if (this.around.now() - this.#beatAt > BEAT_LOST_MS) return this.#comeBack();
    this.#watch();
  }

  #comeBack(): void {
    this.#lost(1000);
  }

  #lost(code: number): void {
    this.#dropSocket();
    if (code === MALFORMED) this.#giveUpSent();
    if (FINAL.has(code)) return this.listener.link('closed', code);
    this.#lostAt ??= this.around.now();
    this.listener.link('lost', code);
    const lostFor = this.around.now() - this.#lostAt;
    const wait = waitBefore(lostFor, this.#slowTries, this.around.random());
    if (lostFor >= 30_000) this.#slowTries += 1;
    this.#later('retry', () => this.start(), wait);
  }

  /** What the server could not read once it cannot read again: sending it would not end. */
  #giveUpSent(): void {
    for (const [id, pending] of [...this.#pending]) {
      if (!pending.sent) continue;
      this.#pending.delete(id);
      this.listener.refused(notSent(id, 'unreadable'));
    }
  }

  #dropSocket(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#open = false;
    this.#greeted = false;
    this.#unseen = 0;
    for (const name of ['beat', 'mute', 'seen', 'sync', 'may']) this.#cancel(name);
    socket?.close();
  }

  #send(frame: AnyInbound): void {
    if (!this.#open || this.#socket?.readyState !== 1) return;
    this.#socket.send(JSON.stringify(frame), posting(frame));
  }

  #later(name: string, act: () => void, ms: number): void {
    this.#cancel(name);
    this.#timers.set(
      name,
      this.around.later(() => {
        this.#timers.delete(name);
        act();
      }, ms),
    );
  }

  #cancel(name: string): void {
    const timer = this.#timers.get(name);
    if (timer !== undefined) this.around.cancel(timer);
    this.#timers.delete(name);
  }
}
