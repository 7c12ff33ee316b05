/** JSON over HTTP: the doors before the table. Shapes follow the server's pages. */
import type { Text } from './wire.gen';

export interface SittingLine {
  readonly id: string;
  readonly game: string;
  readonly seat: string | null;
  readonly state: 'waiting' | 'seated' | 'turned_away' | 'revoked';
  readonly title: Text;
}
export interface Me {
  readonly csrf: string;
  readonly facilitator: string | null;
  readonly sittings: readonly SittingLine[];
}
export interface FreeSeat {
  readonly seat: string;
  readonly name: Text;
  readonly taken: boolean;
  readonly cast: boolean;
}
export interface Joinable {
  readonly game: string;
  readonly title: Text;
  readonly seats: readonly FreeSeat[];
}
export interface Seated {
  readonly sitting: string;
  readonly state: SittingLine['state'];
  readonly game: string;
  readonly seat: string | null;
}
export interface ScenarioLine {
  readonly id: string;
  readonly title: Text;
  readonly date: string;
  readonly summary: Text;
  readonly content_flags: readonly Text[];
  readonly cast: readonly string[];
}
export interface GameLine {
  readonly id: string;
  readonly title: Text;
  readonly status: string;
  readonly code: string;
  readonly created_at: string | number;
  readonly seats_held: number;
}
export interface GameDoor {
  readonly id: string;
  readonly code: string;
  readonly title: Text;
  readonly join_url: string;
  readonly addresses: readonly string[];
  readonly status: string;
}
/** What the wall shows of the door. */
export interface WallDoor {
  readonly code: string;
  readonly join_url: string;
  readonly qr: string;
}
export interface SeatLink {
  readonly url: string;
  readonly qr: string;
}

/** The server said no, or said nothing. `words` is null when only the line is to blame. */
export class Trouble extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly words: Text | null,
  ) {
    super(code);
  }
}

let csrf: string | null = null;

async function answer<T>(request: Promise<Response>): Promise<T> {
  let response: Response;
  try {
    response = await request;
  } catch {
    throw new Trouble(0, 'offline', null);
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const said = (body ?? {}) as { code?: string; en?: string; fr?: string };
  const words =
    said.en !== undefined && said.fr !== undefined ? { en: said.en, fr: said.fr } : null;
  throw new Trouble(response.status, said.code ?? String(response.status), words);
}

const QUIET: RequestInit = { credentials: 'same-origin', cache: 'no-store' };

export function get<T>(path: string): Promise<T> {
  return answer<T>(fetch(path, { ...QUIET, headers: { Accept: 'application/json' } }));
}

export async function me(): Promise<Me> {
  const found = await get<Me>('/api/me');
  csrf = found.csrf;
  return found;
}

/** A POST with this session's token; fetched anew once if the server refuses the old one. */
export async function post<T>(path: string, body: unknown = {}): Promise<T> {
  if (csrf === null) await me();
  try {
    return await send<T>(path, body);
  } catch (trouble) {
    if (!(trouble instanceof Trouble) || trouble.status !== 403) throw trouble;
    const before = csrf;
    await me();
    if (csrf === before) throw trouble;
    return send<T>(path, body);
  }
}

function send<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'Content-Type': 'application/json', 'X-CSRFToken': csrf ?? '' };
  return answer<T>(fetch(path, { ...QUIET, method: 'POST', headers, body: JSON.stringify(body) }));
}
