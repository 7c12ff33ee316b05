/** The slower way: frames come as server-sent events, each frame of ours is a POST. */
import type { Pipe, Posting } from './pipe';

const POST_MS = 5_000;
const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;
const LOST = 1006;
/** The server has said on the stream what was wrong with it. */
const TOO_LARGE = 413;

/** The parts of a browser that this needs, so that tests bring their own. */
export interface Post {
  readonly ok: boolean;
  readonly status: number;
}
export interface Browser {
  open(address: string): EventSource;
  post(address: string, text: string, keepalive: boolean): Promise<Post>;
}

const BROWSER: Browser = {
  open: (address) => new EventSource(address),
  post: (address, text, keepalive) =>
    fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: text,
      cache: 'no-store',
      credentials: 'same-origin',
      keepalive,
      signal: AbortSignal.timeout(POST_MS),
    }),
};

export class EventPipe implements Pipe {
  readyState = CONNECTING;
  onopen: Pipe['onopen'] = null;
  onmessage: Pipe['onmessage'] = null;
  onclose: Pipe['onclose'] = null;
  readonly #source: EventSource;
  #page = '';
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly address: string,
    private readonly browser: Browser = BROWSER,
  ) {
    this.#source = browser.open(address);
    this.#source.addEventListener('page', (event: MessageEvent<string>) => {
      this.#page = event.data;
      this.readyState = OPEN;
      this.onopen?.();
    });
    this.#source.onmessage = (event: MessageEvent<string>) => this.onmessage?.(event);
    // It would come back by itself, but to a new page with nothing told; the line does that.
    this.#source.onerror = () => this.#end();
  }

  send(text: string, posting: Posting): void {
    if (posting === 'in_turn') this.#turn = this.#turn.then(() => this.#post(text, false));
    else void this.#post(text, posting === 'urgent');
  }

  close(): void {
    this.readyState = CLOSED;
    this.#source.close();
  }

  async #post(text: string, urgent: boolean): Promise<void> {
    if (this.readyState !== OPEN) return;
    const answer = await this.#twice(text, urgent);
    if (!answer?.ok && answer?.status !== TOO_LARGE) this.#end();
  }

  /** A connection that died unused is noticed by the first POST on it. Ids make copies harmless. */
  async #twice(text: string, urgent: boolean): Promise<Post | null> {
    for (let left = 2; left > 0; left -= 1) {
      try {
        return await this.browser.post(`${this.address}/${this.#page}`, text, urgent);
      } catch {
        if (this.readyState !== OPEN) return null;
      }
    }
    return null;
  }

  #end(): void {
    if (this.readyState === CLOSED) return;
    this.close();
    this.onclose?.({ code: LOST });
  }
}
