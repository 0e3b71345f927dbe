// Segments against the real servers of the tests: looked for, written and read back as a device does, and the same bytes in a
// plain loop of fetch. One after another, as an exchange goes.
import { backend } from '../../web/worker/backends.mjs';
import { authorisation } from '../../web/worker/backends/http.mjs';
import { names, start } from '../../tests/servers/support/servers.mjs';
import { summary } from '../support/statistics.mjs';

/** @typedef {import('../support/results.mjs').Line} Line */
/** @typedef {import('../../web/worker/backends.mjs').Spec} Spec */

/** Of a segment, as `sync::longest_segment` has it. */
const entries = 512;

/** @param {import('./parts.mjs').Asked} asked @returns {Promise<Line[]>} */
export async function serverLines({ quick }) {
  const lines = [];
  for (const name of names) lines.push(await lineOf(name, quick ? 8 : 64, quick ? 1 : 5));
  return lines;
}

/** @param {string} name @param {number} count @param {number} runs @returns {Promise<Line>} */
async function lineOf(name, count, runs) {
  const server = await start(name);
  try {
    const rates = { ours: [], theirs: [] };
    for (let run = 0; run < runs; run++) {
      const segments = Array.from({ length: count }, (_, i) => segment(run, i + 1));
      rates.ours.push(await rate(segments, byPlace(backend(server.spec), `ours/${run}`)));
      rates.theirs.push(await rate(segments, byFetch(server.spec, `theirs-${run}`)));
    }
    return {
      work: `segments of ${entries} entries, written and read back, ${name}`, ours: summary(rates.ours), unit: '/s',
      peer: 'a plain loop of fetch', theirs: summary(rates.theirs), goal: { kind: 'none', value: 0 },
    };
  } finally {
    await server.stop();
  }
}

/** @param {Uint8Array<ArrayBuffer>[]} segments @param {(body: Uint8Array<ArrayBuffer>, number: number) => Promise<Uint8Array>} move */
async function rate(segments, move) {
  const began = performance.now();
  for (const [i, body] of segments.entries()) {
    const back = await move(body, i + 1);
    if (Buffer.compare(back, body) !== 0) throw new Error(`segment ${i + 1} came back changed`);
  }
  return segments.length / (performance.now() - began) * 1000;
}

/** @param {import('../../web/worker/backends.mjs').Backend} place @param {string} lane */
function byPlace(place, lane) {
  return async (body, number) => {
    const path = `bench/${lane}/${number}.json`;
    await place.get(path);
    await place.put(path, body);
    return (await place.get(path)).body;
  };
}

/** @param {Spec} spec @param {string} lane */
function byFetch(spec, lane) {
  const headers = spec.kind === 'rest_rows' ? { [spec.user]: spec.secret } : authorisation(spec);
  const json = { ...headers, 'Content-Type': 'application/json' };
  if (spec.kind === 'rest_rows') {
    return async (body, number) => {
      const path = `${lane}-${number}`;
      await fetch(spec.url, { method: 'POST', headers: json, body: JSON.stringify({ path, body: new TextDecoder().decode(body) }) });
      const rows = await (await fetch(`${spec.url}?path=${path}`, { headers })).json();
      return new TextEncoder().encode(rows[0].body);
    };
  }
  return async (body, number) => {
    const address = `${spec.url}${lane}-${number}.json`;
    await (await fetch(address, { method: 'PUT', headers: json, body })).arrayBuffer();
    return new Uint8Array(await (await fetch(address, { headers })).arrayBuffer());
  };
}

/** As a device writes it: a line an entry. @param {number} run @param {number} number */
function segment(run, number) {
  const line = (/** @type {number} */ i) => JSON.stringify({
    sequence: (number - 1) * entries + i + 1, time_ms: 1_780_272_000_000 + i, time_counter: 0, actor: 'Maren Kjær', schema: 5,
    command: { kind: 'assign', order: `PO-${5000 + run}`, line: i + 1, room: `room-${number}-${i}`, from: '2026-06-01' },
  });
  const lines = Array.from({ length: entries }, (_, i) => line(i)).join(',\n');
  return new TextEncoder().encode(`{"sha256":"${'0'.repeat(64)}","content":\n{"format":1,"tenant":"bench","writer":"a1","number":${number},"entries":[\n${lines}\n]}}\n`);
}
