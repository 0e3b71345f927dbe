// Every screen of the navigation is pictured, and only screens that there are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { shots } from '../../tools/shots/screens.mjs';

test('`./dev shots` takes every screen of the navigation', () => {
  const navigation = readFileSync(new URL('../../src/portal/navigation.cpp', import.meta.url), 'utf8');
  const places = navigation.slice(navigation.indexOf('constexpr Place places[]'), navigation.indexOf('};', navigation.indexOf('constexpr Place places[]')));
  const screens = [...places.matchAll(/ScreenKind::(\w+)/g)].map(([, name]) => name);
  assert.ok(screens.length > 10, 'the navigation is read');
  const pictured = new Set(shots.map(({ screen }) => screen).filter(Boolean));
  assert.deepEqual(screens.filter((screen) => !pictured.has(screen)), [], 'not pictured: add them to tools/shots/screens.mjs');
  assert.deepEqual([...pictured].filter((screen) => !screens.includes(screen)), [], 'pictured, but no longer in the navigation');
});

test('each picture has a name of its own', () => {
  const names = shots.map(({ name }) => name);
  assert.deepEqual([...new Set(names)], names);
});
