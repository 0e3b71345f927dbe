#!/usr/bin/env node
// The scale questions in plain JavaScript, as a front-end developer would write them: node bench/peer-js.mjs FILE [--as-of DATE]…
import { readFileSync } from 'node:fs';
import { runPeer } from './peer.mjs';
import { answer, openTenant } from './plain.mjs';

export { answer, openTenant };

/** As JSON text, for the parser's time. */
export function openText(text) {
  const began = performance.now();
  const parsed = JSON.parse(text);
  const read = performance.now();
  const tenant = openTenant(parsed);
  return { answer: (day) => answer(tenant, day), times: { parse_ms: read - began, load_ms: performance.now() - read }, close() {} };
}

await runPeer(import.meta.url, 'js', (file) => openText(readFileSync(file, 'utf8')));
