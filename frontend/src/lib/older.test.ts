import { expect, test } from 'vitest';
import { isOlder } from './older';

const shell = '<script type="module" src="/static/assets/main-NEW.js"></script>';

test('a page whose program the server no longer sends is older', () => {
  expect(isOlder(shell, 'http://here/static/assets/main-OLD.js')).toBe(true);
  expect(isOlder(shell, 'http://here/static/assets/main-NEW.js?x')).toBe(false);
});
test('an answer without a program says nothing about its age', () => {
  expect(isOlder('<p>Not built</p>', 'http://here/static/assets/main-OLD.js')).toBe(false);
});
