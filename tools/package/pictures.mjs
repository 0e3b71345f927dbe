// The portal's icon as PNG, for home screens and docks, drawn from shell/icon.svg.
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A system may cut a maskable icon to any shape that holds the circle of this share of its width. */
const safe_share = 0.8;

/** Name → PNG. @param {string} root @returns {Promise<Record<string, Buffer>>} */
export async function pictures(root) {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const svg = readFileSync(join(root, 'shell/icon.svg'), 'utf8');
  return {
    'icon-180.png': drawn(filled(svg, 1), 180), // rounds the corners itself
    'icon-192.png': drawn(svg, 192),
    'icon-512.png': drawn(svg, 512),
    'icon-maskable-512.png': drawn(filled(svg, safe_share), 512),
  };
}

/** The icon on a square of its own ground. @param {string} svg @param {number} share of the width */
export function filled(svg, share) {
  const ground = /<rect[^>]* fill="([^"]+)"/.exec(svg)?.[1];
  if (!ground) throw new Error('shell/icon.svg: no ground to fill the square with');
  const side = 64 * share;
  const place = `x="${(64 - side) / 2}" y="${(64 - side) / 2}" width="${side}" height="${side}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${ground}"/>`
    + `${svg.replace('<svg ', `<svg ${place} `)}</svg>`;
}

/** @param {string} svg @param {number} width */
function drawn(svg, width) {
  return Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng());
}
