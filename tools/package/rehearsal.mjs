// A start of the portal without a browser: it runs under Node what the worker would run until somebody can work, so that
// tools/package/split.mjs learns which functions a start needs. Nothing is drawn and nothing kept.
//
// Bundled by split.mjs, which knows `keyrack.mjs`.   node REHEARSAL INSTRUMENTED_WASM PROFILE
import { readFileSync, writeFileSync } from 'node:fs';
import { Program } from '../../web/worker/program.mjs';

const [wasm, profile_file] = process.argv.slice(2);

/** What somebody's browser may be like. */
const visits = [
  { languages: 'en-GB', width: 1280, height: 800, ratio: 1, dark: false, touch: false },
  { languages: 'de-DE', width: 1440, height: 900, ratio: 2, dark: true, touch: false },
  { languages: 'nb-NO', width: 390, height: 844, ratio: 3, dark: false, touch: true },
];

/** Glyphs of a made-up font: half as wide as high. */
const glyphs = {
  measure(_weight, size, _codepoint, heap, into) {
    new Float32Array(heap.buffer, into >>> 0, 7).set([size / 2, 0, -size * 0.7, size / 2, size * 0.2, size, size / 4]);
  },
  draw: (_weight, _size, _codepoint, _left, _top, width, height, _stretch, heap, into) => heap.fill(255, into >>> 0, (into >>> 0) + width * height * 4),
  draw_icon: (_name, size, heap, into) => heap.fill(255, into >>> 0, (into >>> 0) + size * size * 4),
};
const largest_texture = 8192;
const graphics = { open: () => largest_texture, create_texture() {}, update_texture() {}, destroy_texture() {}, clear() {}, draw() {} };
const storage = {
  find: () => -1, read: () => -1, write: () => -1, truncate: () => -1, flush: () => -1, size: () => -1,
  random: (heap, into, count) => heap.fill(7, into >>> 0, (into >>> 0) + count),
};

/** What the page hears. */
function page_of(visit) {
  const deaf = new Proxy({}, { get: () => () => {} });
  return new Proxy({
    semantics: (text) => { visit.nodes = text.split('\n').map((line) => line.split('\t')); },
    open_files: (tenant) => { visit.wanted = tenant; },
  }, { get: (own, name) => own[name] ?? deaf[name] });
}

async function begin(visit) {
  const compiled = WebAssembly.compile(readFileSync(wasm)).then((module) => ({ module }));
  const rest = { imports: {}, begin: (exports) => { visit.exports = exports; } };
  visit.program = await Program.make({ graphics, glyphs, storage, page: page_of(visit), print() {}, printErr: console.error }, compiled, rest);
  visit.time = 1000;
}

function frames(visit, count) {
  for (let at = 0; at < count; at++) {
    visit.program.call('frame', visit.time += 16);
    visit.program.call('has_work');
  }
  visit.program.call('leisure'); // as at every rest
  visit.program.call('idle_after_milliseconds');
  visit.program.call('idle');
}

/** As web/worker/worker.mjs does it, until the start screen is there; then a pointer and a Tab. */
function open_start(visit) {
  const { program, width, height } = visit;
  program.call('open_graphics');
  program.call('start', visit.languages, '', 'chance\trehearsal', 'rehearsal', 'https://keyrack.example', '', 0, false);
  program.call('resize', width, height, visit.ratio, 0, 0, 0, 0);
  program.call('prefers', visit.dark, 0, 0, visit.touch);
  frames(visit, 5);
  for (const [x, y] of [[0.5, 0.5], [0.3, 0.4], [0.7, 0.6]]) {
    program.call('pointer', 0, width * x, height * y, 0, visit.touch ? 1 : 0, 0);
    frames(visit, 3);
  }
  program.call('wheel', width / 2, height / 2, 0, 40, 0);
  const button = visit.nodes.find(([, , role]) => role === 'button');
  program.call('focus', Number(button[0]), 1);
  program.call('key', 'ArrowDown', 0);
  program.call('resize', width - 40, height, visit.ratio, 0, 0, 0, 0);
  program.call('prefers', !visit.dark, 0, 0, visit.touch);
  program.call('fonts_changed');
  frames(visit, 30);
  for (const event of ['graphics_lost', 'graphics_restored']) {
    program.call(event);
    frames(visit, 2);
  }
  for (const event of ['drag', 'online']) {
    for (const value of [1, 0]) {
      program.call(event, value);
      frames(visit, 2);
    }
  }
}

/** Into the program's memory and out of it again: how long the profile is, it says itself. */
function profile_of({ program, exports }) {
  const { module } = program;
  const most = 1 << 20;
  const at = module._malloc(most);
  const length = exports.__write_profile(at, most);
  return Buffer.from(module.HEAPU8.slice(at, at + length));
}

globalThis.self = globalThis;
globalThis.WorkerGlobalScope ??= class {};
globalThis.location ??= { href: 'file:///' };
for (const [at, visit] of visits.entries()) {
  await begin(visit);
  open_start(visit);
  writeFileSync(`${profile_file}.${at}`, profile_of(visit));
}
