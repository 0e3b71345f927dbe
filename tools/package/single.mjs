// The whole portal as one HTML file, which opens from a stick: scripts, program, fonts and icons lie in it. It asks for
// nothing from anywhere, and its policy forbids that it could.
//   node tools/package/single.mjs WASM_BUILD_FOLDER [OUTPUT]      (OUTPUT: dist-single)
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { fonts } from './fonts.mjs';
import { iconPaths } from './icons.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [wasmFolder, output = join(root, 'dist-single')] = process.argv.slice(2);

const read = (...path) => readFileSync(join(...path));
const data = (type, bytes) => ({ path: `data:${type};base64,${bytes.toString('base64')}`, bytes: bytes.length });
/** As the text of an element: nothing in it may look like its end. */
const inElement = (script) => script.toString('utf8').replaceAll(/<\/(script)/gi, '<\\/$1');
const hashFor = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

async function compose() {
  const letters = await fonts(root, join(wasmFolder, 'fonts'));
  const shared = Object.fromEntries(letters.map(([name, bytes]) => [name, data('font/woff2', bytes)]));
  const worker = inElement(await bundle({
    entry: 'web/worker/worker.mjs',
    files: shared,
    generated: { 'keyrack.mjs': read(wasmFolder, 'keyrack.mjs').toString(), 'icons.json': JSON.stringify(iconPaths(root)) },
    oneFile: true,
  }, root));
  const icon = data('image/svg+xml', read(root, 'shell/icon.svg'));
  const page = inElement(await bundle({
    entry: 'web/page/page.mjs',
    files: { 'keyrack.wasm': data('application/wasm', read(wasmFolder, 'keyrack.wasm')), 'icon.svg': icon, ...shared },
    oneFile: true,
  }, root));
  return filled(read(root, 'shell/index.html').toString(), { worker, page, icon: icon.path, style: read(root, 'shell/keyrack.css').toString() });
}

/** The shell with everything in it that it would otherwise fetch. */
function filled(shell, { worker, page, icon, style }) {
  const policy = `default-src 'none'; script-src ${hashFor(page)} 'wasm-unsafe-eval'; style-src ${hashFor(style)} 'unsafe-inline'; `
    + "img-src data: blob:; font-src data:; connect-src data:; worker-src blob:; base-uri 'none'; form-action 'none'";
  const version = createHash('sha256').update(page).update(worker).digest('hex').slice(0, 16);
  return shell
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replaceAll(/<link rel="(manifest|preload|apple-touch-icon)"[^>]*>\n/g, '')
    .replace(/<link rel="icon"[^>]*>/, () => `<link rel="icon" href="${icon}" type="image/svg+xml">`)
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
    .replace(/<script type="module"[^>]*><\/script>\n/, '')
    .replaceAll('@KEYRACK_VERSION@', version)
    .replace('</body>', () => `<script type="text/plain" id="worker">${worker}</script>\n<script>${page}</script>\n</body>`);
}

const html = await compose();
if (/@KEYRACK_/.test(html)) throw new Error('keyrack: shell/index.html names something that the single file has no place for');
mkdirSync(output, { recursive: true });
const target = join(output, 'keyrack.html');
writeFileSync(target, html);
console.log(`keyrack: ${relative(process.cwd(), target)}: ${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB`);
