// A static server for development and tests, on the loopback address alone.
//   node tools/serve.mjs FOLDER [--port N]
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { extname, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** The file that a request's path names, or null where it leads out of the folder or to nothing. */
async function fileFor(folder, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/)[0]);
  } catch {
    return null;
  }
  const file = resolve(folder, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  if (!file.startsWith(resolve(folder) + sep)) return null;
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? { file, found } : null;
}

async function answer(folder, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const hit = await fileFor(folder, request.url ?? '/');
  if (!hit) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found\n');
    return;
  }
  const sent = await packed(hit, request) ?? hit;
  // `no-cache` asks every time, the tag answers cheaply: a rebuilt file is never missed. A name with a hash has one content.
  const tag = `"${sent.found.size.toString(36)}-${sent.found.mtimeMs.toString(36)}"`;
  const headers = {
    'Content-Type': types[extname(hit.file)] ?? 'application/octet-stream',
    'Cache-Control': /-[0-9a-f]{10}\.[a-z0-9]+$/.test(hit.file) ? 'max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
    Vary: 'Accept-Encoding',
    ...sent === hit ? {} : { 'Content-Encoding': 'br' },
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Length': sent.found.size });
  if (request.method === 'HEAD') response.end();
  else createReadStream(sent.file).on('error', () => response.destroy()).pipe(response);
}

/** The same as it was packed beforehand (tools/package/compress.mjs), for a browser that can read it. */
async function packed({ file }, request) {
  if (!/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) return null;
  const found = await stat(`${file}.br`).catch(() => null);
  return found?.isFile() ? { file: `${file}.br`, found } : null;
}

/**
 * Serves a folder until closed. Port 0 takes a free one; with a certificate, over TLS.
 * @param {string} folder
 * @param {number} [port]
 * @param {{ key: Buffer, cert: Buffer }} [certificate]
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export function serve(folder, port = 0, certificate = undefined) {
  const on_request = (request, response) => {
    answer(folder, request, response).catch(() => response.destroy());
  };
  const server = certificate ? createSecureServer(certificate, on_request) : createServer(on_request);
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      const taken = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
      const close = () => new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
      done({ url: `${certificate ? 'https' : 'http'}://127.0.0.1:${taken}/`, port: taken, close });
    });
  });
}

async function main([folder, ...rest]) {
  const at = rest.indexOf('--port');
  const port = at < 0 ? 8080 : Number(rest[at + 1]);
  if (!folder || !Number.isInteger(port) || port < 0 || port > 65535) {
    console.error('keyrack: usage: serve FOLDER [--port N], N from 0 to 65535');
    process.exit(2);
  }
  try {
    const { url } = await serve(resolve(folder), port);
    console.log(`keyrack: serving ${folder} at ${url}   (Ctrl+C stops)`);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE'
      ? `keyrack: port ${port} is taken: choose another with --port, \`./dev serve --port ${port + 1}\``
      : `keyrack: cannot serve: ${error.message}`);
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
