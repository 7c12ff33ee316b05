import { expect, test } from 'vitest';
import type { Frame, News, View } from '../wire.gen';
import { after, behind, fits, fresh, headsOf } from './rooms';

const news = (id: string): News => ({
  kind: 'news',
  id,
  title: { en: id, fr: id },
  body: { en: '', fr: '' },
  at_ms: 0,
  basis: { grade: 'A', source: '' },
});
const view = (rooms: View['rooms']): View => ({ kind: 'view', rooms });
const frame = (compartment: string, number: number, entities: Frame['entities']): Frame => ({
  kind: 'frame',
  compartment,
  number,
  at_ms: 0,
  at: 0,
  event: { kind: 'game_started', at: 0 },
  entities,
});

test('a stale view and the frames since give the fresh view', () => {
  const stale = fresh(view({ public: { number: 3, entities: { 'news/1': news('1') } } }));
  const frames = [
    frame('public', 4, { 'news/2': news('2') }),
    frame('council', 1, { 'news/9': news('9') }),
    frame('public', 5, { 'news/1': null, 'news/2': news('2b') }),
  ];
  const rooms = frames.reduce((held, one) => after(held, one), stale);
  expect(rooms).toEqual({
    public: { number: 5, entities: { 'news/2': news('2b') } },
    council: { number: 1, entities: { 'news/9': news('9') } },
  });
});

test('a frame after a hole does not fit, one already worked off is old', () => {
  const rooms = fresh(view({ public: { number: 3, entities: {} } }));
  expect(fits(rooms, frame('public', 4, {}))).toBe('next');
  expect(fits(rooms, frame('public', 5, {}))).toBe('gap');
  expect(fits(rooms, frame('public', 3, {}))).toBe('old');
  expect(fits(rooms, frame('ear/POL', 1, {}))).toBe('next');
  expect(fits(rooms, frame('ear/POL', 2, {}))).toBe('gap');
});

test('a fresh view replaces everything that was held', () => {
  const held = fresh(view({ public: { number: 9, entities: { 'news/1': news('1') } } }));
  expect(headsOf(held)).toEqual({ public: 9 });
  expect(fresh(view({ council: { number: 1, entities: {} } }))).toEqual({
    council: { number: 1, entities: {} },
  });
});

test('heads of the server beyond ours, in a room we know or not, mean that we are behind', () => {
  const rooms = fresh(view({ public: { number: 3, entities: {} } }));
  expect(behind(rooms, { public: 3 })).toBe(false);
  expect(behind(rooms, { public: 4 })).toBe(true);
  expect(behind(rooms, { public: 3, council: 1 })).toBe(true);
  expect(behind(rooms, { public: 2 })).toBe(false);
});

test('a frame leaves the rooms that were held untouched', () => {
  const held = fresh(view({ public: { number: 1, entities: {} } }));
  after(held, frame('public', 2, { 'news/1': news('1') }));
  expect(held['public']?.entities).toEqual({});
});
