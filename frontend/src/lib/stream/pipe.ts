/** What carries frames: a WebSocket, or a stream of events with POSTs. The line cannot tell. */

/** `urgent`: nothing goes before it, not even a closing tab. `in_turn`: after those before it. */
export type Posting = 'at_once' | 'in_turn' | 'urgent';

export interface Pipe {
  /** 1 while frames can be sent, as of a WebSocket. */
  readonly readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: string }) => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
  send(text: string, posting: Posting): void;
  close(): void;
}

/** A WebSocket as a pipe: it keeps order by itself and knows no hurry. */
export class SocketPipe implements Pipe {
  onopen: Pipe['onopen'] = null;
  onmessage: Pipe['onmessage'] = null;
  onclose: Pipe['onclose'] = null;
  readonly #socket: WebSocket;

  constructor(address: string) {
    this.#socket = new WebSocket(address);
    this.#socket.onopen = () => this.onopen?.();
    this.#socket.onmessage = (event: MessageEvent<string>) => this.onmessage?.(event);
    this.#socket.onclose = (event) => this.onclose?.(event);
  }

  get readyState(): number {
    return this.#socket.readyState;
  }
  send(text: string): void {
    this.#socket.send(text);
  }
  close(): void {
    this.#socket.close();
  }
}

/** A pipe that never was one: some networks' browsers refuse at once. */
export class DeadPipe implements Pipe {
  readonly readyState = 3;
  onopen: Pipe['onopen'] = null;
  onmessage: Pipe['onmessage'] = null;
  onclose: Pipe['onclose'] = null;

  constructor() {
    queueMicrotask(() => this.onclose?.({ code: 1006 }));
  }
  send(): void {}
  close(): void {
    this.onclose = null;
  }
}
