/** Which way to the server: a WebSocket, or events and POSTs where the network blocks it. */
import { EventPipe } from './eventpipe';
import { DeadPipe, SocketPipe, type Pipe } from './pipe';

export type Way = 'socket' | 'events';

/** Sockets that may fail before the other way is tried. A server that is down fails both. */
const SOCKETS_FIRST = 2;

/** The choice. A way that once brought a frame is kept until the page is loaded again. */
export class Ways {
  way: Way = 'socket';
  #proven = false;
  #tries = 0;

  constructor(private readonly open: (way: Way) => Pipe) {}

  /** The next try: two sockets, then in turn, until one brings something. */
  connect(): Pipe {
    if (!this.#proven) {
      const turn = this.#tries >= SOCKETS_FIRST && this.#tries % 2 === 0;
      this.way = turn ? 'events' : 'socket';
      this.#tries += 1;
    }
    return this.open(this.way);
  }

  /** A frame came in on it. */
  heard(): void {
    this.#proven = true;
  }

  /** Nothing came for a while. True: the other way is worth a try, now. */
  mute(): boolean {
    if (this.#proven) return false;
    if (this.way === 'socket') this.#tries = Math.max(SOCKETS_FIRST, this.#tries);
    return true;
  }
}

/** The ways to one seat of one game, in this browser. */
export function waysTo(game: string, seat: string): Ways {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return new Ways((way) => {
    try {
      return way === 'socket'
        ? new SocketPipe(`${scheme}://${location.host}/ws/game/${game}/${seat}`)
        : new EventPipe(`/sse/game/${game}/${seat}`);
    } catch {
      return new DeadPipe();
    }
  });
}
