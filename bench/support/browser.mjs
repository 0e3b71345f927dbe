// Chromium for the bench: the portal and the peers' pages, each from its own server, with profiles on disk as people have.
import { chromium } from 'playwright-core';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../tools/serve.mjs';
import { root } from './programs.mjs';

const executable = process.env.KEYRACK_CHROMIUM ?? '/usr/bin/chromium';
const switches = ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-default-apps', '--disable-sync'];
export const patience = { timeout: 600_000 };
export const portal_folder = join(root, 'dist');

/** Runs `act(folder)` with a folder that is gone afterwards. */
export async function inFolder(act) {
  const folder = mkdtempSync(join(tmpdir(), 'keyrack-bench-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

/** Bytes that the page's JavaScript uses once everything that may go has gone. @param {import('playwright-core').Page} page */
export async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
}

/** Opens the portal's start and waits for its first frame. */
export async function openPortal(page, url, fragment = '') {
  await page.goto(`${url}?test${fragment}`);
  await page.locator('#start').waitFor({ state: 'detached' });
}

/** Asks the portal's worker, which answers with `measured`. @param {import('playwright-core').Page} page @param {'commit' | 'memory'} what @param {number} [count] @returns {Promise<number>} */
export function probe(page, what, count) {
  return page.evaluate(([asked, of]) => new Promise((resolve) => {
    const { worker } = window.keyrack;
    worker.addEventListener('message', function heard({ data }) {
      if (data.t !== 'measured' || data.what !== asked) return;
      worker.removeEventListener('message', heard);
      resolve(data.value);
    });
    worker.postMessage({ t: 'probe', what: asked, count: of });
  }), [what, count]);
}

/** Imports a file from the start screen, until the portal says that it is on the disk. @param {import('playwright-core').Page} page @param {string} file @returns {Promise<number>} milliseconds */
export async function importFile(page, file) {
  await page.evaluate(() => {
    const { worker } = window.keyrack;
    const send = worker.postMessage.bind(worker);
    const imported = { began: 0, ended: 0 };
    window.imported = imported;
    worker.postMessage = (message, ...rest) => {
      if (message.t === 'file') imported.began = performance.now();
      send(message, ...rest);
    };
    new MutationObserver((_, self) => {
      const heads = document.querySelectorAll('#mirror [role=heading], #mirror h1, #mirror h2');
      if (![...heads].some((each) => /is imported/.test(each.textContent ?? ''))) return;
      imported.ended = performance.now();
      self.disconnect();
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: /^Import a file/ }).click({ force: true })]);
  await chooser.setFiles(file);
  await page.waitForFunction(() => window.imported.ended > 0, null, patience);
  return page.evaluate(() => window.imported.ended - window.imported.began);
}

/** No frame for half a second. */
export async function rest(page) {
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    await page.waitForTimeout(500);
    now = await page.evaluate(() => window.keyrack.frames);
  }
}

/** The worker's milliseconds of each frame while `act` runs. @returns {Promise<number[]>} */
export async function framesWhile(page, act) {
  await page.evaluate(() => {
    window.seen_frames = [];
    window.see_frame = ({ data }) => { if (data.t === 'frame') window.seen_frames.push(data.milliseconds); };
    window.keyrack.worker.addEventListener('message', window.see_frame);
  });
  await act();
  return page.evaluate(() => {
    window.keyrack.worker.removeEventListener('message', window.see_frame);
    return window.seen_frames;
  });
}
