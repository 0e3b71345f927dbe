// Every screen of the navigation is pictured, and only screens that there are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { test } from 'node:test';
import { serve_as_people_have_it } from '../../tools/shots/address.mjs';
import { options } from '../../tools/shots/options.mjs';
import { shots } from '../../tools/shots/screens.mjs';

test('`./dev shots` takes every screen of the navigation', () => {
  const navigation = readFileSync(new URL('../../src/portal/navigation.cpp', import.meta.url), 'utf8');
  const places = navigation.slice(navigation.indexOf('constexpr Place navigation_places[]'), navigation.indexOf('};', navigation.indexOf('constexpr Place navigation_places[]')));
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

test('what is done for a picture is named by words that there are', () => {
  const words = JSON.parse(readFileSync(new URL('../../assets/lang/en.json', import.meta.url), 'utf8'));
  const named = shots.flatMap(({ acts = [], leave }) => [...acts.flatMap((act) => [act.press ?? act.write ?? []].flat()), leave ?? []].flat());
  assert.ok(named.length > 5, 'there are some');
  assert.deepEqual(named.filter((key) => !(key in words)), []);
});

test('pictures have the portal at an address without a port, over TLS', async () => {
  const { served, args, port, close } = await serve_as_people_have_it(new URL('../../assets/lang', import.meta.url).pathname);
  try {
    assert.equal(served, 'https://keyrack.example/');
    assert.ok(args.includes(`--host-resolver-rules=MAP keyrack.example 127.0.0.1:${port}`));
    const answer = await new Promise((done, failed) => {
      get({ host: '127.0.0.1', port, path: '/en.json', servername: 'keyrack.example', rejectUnauthorized: false }, done).on('error', failed);
    });
    answer.resume();
    assert.equal(answer.statusCode, 200);
    assert.ok(answer.socket.getPeerCertificate().subjectaltname.includes('keyrack.example'));
  } finally {
    await close();
  }
});

test('what is given restricts the pictures', () => {
  assert.deepEqual(options([]), {});
  assert.deepEqual(options(['--width', '390', '--theme', 'dark', '--language', 'nb', '--screen', shots[0].name]),
    { width: '390', theme: 'dark', language: 'nb', screen: shots[0].name });
});

test('what there is not is told, with what there is', () => {
  for (const [given, told] of [
    [['--width', '400'], /no width `400`: .*1440/], [['--theme', 'blue'], /no theme `blue`: light, dark, contrast/],
    [['--language', 'fr'], /no language `fr`: en, de, nb/], [['--screen', 'kitchen'], /no screen `kitchen`: .*overview/],
    [['--colour', 'red'], /unknown option `--colour`: --screen, --theme, --width, --language/], [['--width'], /unknown option `--width`/],
    [['--width', 'toString'], /no width/], [['--toString', '1'], /unknown option/],
  ]) assert.throws(() => options(given), told, given.join(' '));
});
