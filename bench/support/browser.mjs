// Chromium for the bench: the portal and the peers' pages, each from its own server, with profiles on disk as people have.
import { chromium } from 'playwright-core';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../tools/serve.mjs';
import { root } from './programs.mjs';

const executable = process.env.KEYRACK_CHROMIUM ?? '/usr/bin/chromium';
const switches = ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-default-apps', '--disable-sync'];
export const patience = { timeout: 600_000 };

// Keeps the program's memory where the bench can ask for its size.
const memory_hook = `const plain_instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (...given) => {
    const made = await plain_instantiate(...given);
    self.program_memory = Object.values((made.instance ?? made).exports).find((each) => each instanceof WebAssembly.Memory);
    return made;
};
`;

/** Runs `act(folder)` with a folder that is gone afterwards. */
export async function inFolder(act) {
  const folder = mkdtempSync(join(tmpdir(), 'keyrack-bench-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The portal as it is served, but that its memory can be asked for. @param {string} folder */
export function portalFolder(folder) {
  const made = join(folder, 'portal');
  cpSync(join(root, 'dist'), made, { recursive: true });
  const worker = join(made, 'web/worker/worker.mjs');
  writeFileSync(worker, memory_hook + readFileSync(worker, 'utf8'));
  return made;
}

/** The peers' pages, and a tenant file beside them. @param {string} folder @param {string} [tenant] */
export function peersFolder(folder, tenant) {
  const made = join(folder, 'peers');
  mkdirSync(made);
  cpSync(join(root, 'bench/pages'), made, { recursive: true });
  for (const file of ['plain.mjs', 'days.mjs']) cpSync(join(root, 'bench', file), join(made, file));
  cpSync(join(root, 'node_modules/@sqlite.org/sqlite-wasm/dist'), join(made, 'sqlite'), { recursive: true });
  if (tenant) symlinkSync(tenant, join(made, 'tenant.json'));
  return made;
}

/** @template Result @param {string} served @param {string} profile @param {(page: import('playwright-core').Page, url: string) => Promise<Result>} act */
export async function withPage(served, profile, act) {
  const server = await serve(served, 0);
  const context = await chromium.launchPersistentContext(profile, { executablePath: executable, args: switches, viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  try {
    context.setDefaultTimeout(patience.timeout);
    return await act(context.pages()[0] ?? await context.newPage(), server.url);
  } finally {
    await context.close().catch(() => {});
    await server.close();
  }
}
