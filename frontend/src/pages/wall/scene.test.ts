import { describe, expect, test } from 'vitest';
import type { AnyEvent, Silence } from '../../lib/wire.gen';
import { following, sceneOf, TAKE_MS, type Facts } from './scene';

const silence = (id: string, state: Silence['state']): Silence => ({ id, state }) as Silence;
const NOTHING: Facts = {
  status: 'running',
  running: null,
  left: 0,
  adopted: null,
  silences: [],
  open: null,
  incidents: [],
};
const happened = (id: string): AnyEvent =>
  ({ kind: 'incident_happened', incident: { id } }) as AnyEvent;
const broke = (id: string): AnyEvent => ({ kind: 'silence_broken', silence: id }) as AnyEvent;

describe('the picture on the wall', () => {
  test('is the door until the game starts', () => {
    expect(sceneOf({ ...NOTHING, status: 'waiting' }, [], 0).kind).toBe('door');
  });
  test('is a new incident for twenty seconds, then the silence again', () => {
    const running = silence('silence/1', 'running');
    const facts = { ...NOTHING, running, left: 100, silences: [running] };
    const taken = following([], happened('incident/2'), 1000);
    expect(sceneOf(facts, taken, 1000)).toEqual({ kind: 'incident', id: 'incident/2' });
    expect(sceneOf(facts, taken, 1000 + TAKE_MS).kind).toBe('silence');
  });
  test('leaves the last half minute of a silence alone', () => {
    const running = silence('silence/1', 'running');
    const taken = following([], happened('incident/2'), 1000);
    expect(sceneOf({ ...NOTHING, running, left: 30 }, taken, 1000).kind).toBe('silence');
  });
  test('is an outcome at once; an incident waits behind it', () => {
    const silences = [silence('silence/1', 'broken')];
    const facts = { ...NOTHING, silences };
    const two = following(following([], happened('incident/0'), 0), happened('incident/1'), 1);
    const taken = following(two, broke('silence/1'), 5000);
    expect(sceneOf(facts, taken, 5000).kind).toBe('silence');
    const later = sceneOf(facts, taken, 5000 + TAKE_MS);
    expect(later).toEqual({ kind: 'incident', id: 'incident/1' });
  });
  test('is the next silence as soon as it is placed', () => {
    const running = silence('silence/2', 'running');
    const placed = { kind: 'silence_placed' } as AnyEvent;
    const taken = following(following([], broke('silence/1'), 0), placed, 100);
    const facts = { ...NOTHING, running, left: 200, silences: [silence('silence/1', 'broken')] };
    expect(sceneOf(facts, taken, 100)).toEqual({ kind: 'silence', silence: running });
  });
  test('is never an outcome that only the browser believes in', () => {
    const running = silence('silence/1', 'running');
    const taken = following([], broke('silence/1'), 0);
    const scene = sceneOf({ ...NOTHING, running, left: 9, silences: [running] }, taken, 1);
    expect(scene).toEqual({ kind: 'silence', silence: running });
  });
  test('stays on the adopted text until the Council turns to something else', () => {
    const adopted = silence('silence/1', 'adopted');
    expect(sceneOf({ ...NOTHING, adopted, status: 'ended' }, [], 0).kind).toBe('silence');
  });
});
