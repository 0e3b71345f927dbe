// A visit: what comes over the wire, and the time until the first frame that can be used.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, patience, peersFolder, portal_folder, withPage } from '../support/browser.mjs';
import { brotliBytes } from '../profile.mjs';
import { root } from '../support/programs.mjs';
import { summary } from '../support/statistics.mjs';

/** @typedef {import('../support/results.mjs').Line} Line */

// When the start screen goes, the first frame is there.
const watch_start = `{
    let started = false;
    new MutationObserver((_, self) => {
        const there = document.getElementById('start') !== null;
        started ||= there;
        if (!started || there) return;
        window.usable_at = performance.now();
        self.disconnect();
    }).observe(document, { childList: true, subtree: true });
}`;

/** @param {import('./parts.mjs').Asked} asked @returns {Promise<Line[]>} */
export function visitLines({ quick }) {
  const runs = quick ? 2 : 7;
  return inFolder(async (folder) => {
    const peers = peersFolder(folder);
    const ours = { empty: [], warm: [] };
    const theirs = { empty: [], warm: [] };
    const bytes = { until_usable: [], whole: [] };
    for (let run = 0; run < runs; run++) {
      await visitPortal(portal_folder, join(folder, `ours-${run}`), ours, bytes);
      await visitPeer(peers, join(folder, `theirs-${run}`), theirs);
    }
    const name = 'sqlite-wasm with its pool';
    return [
      sizeLine(bytes.until_usable),
      { work: 'the same, and what comes after it', ours: kilobytes(bytes.whole), unit: 'KB', goal: { kind: 'none', value: 0 } },
      { work: 'time until a usable frame, empty cache', ours: summary(ours.empty), unit: 'ms', peer: name, theirs: summary(theirs.empty), goal: { kind: 'at_most_times', value: 2.3, asked: 3 } },
      { work: 'time until a usable frame, warm', ours: summary(ours.warm), unit: 'ms', peer: name, theirs: summary(theirs.warm), goal: { kind: 'at_most_times', value: 1.5 } },
    ];
  });
}

const kilobytes = (/** @type {number[]} */ of) => summary(of.map((bytes) => bytes / 1024));

/** @returns {Line} */
function sizeLine(bytes) {
  const sqlite = join(root, 'node_modules/@sqlite.org/sqlite-wasm/dist');
  const theirs = ['index.mjs', 'sqlite3.wasm'].reduce((sum, file) => sum + brotliBytes(readFileSync(join(sqlite, file))), 0);
  return { work: 'first visit, with Brotli, until a usable frame', ours: kilobytes(bytes), unit: 'KB', peer: 'sqlite-wasm alone', theirs: kilobytes([theirs]), goal: { kind: 'at_most', value: 540, asked: 750 } };
}

// Two visits in one profile, the first with nothing cached. Of that the bytes of what it asked for before its usable frame, and
// of all it asked for: what is loaded after the frame keeps nobody waiting, but comes over the wire too. On a busy machine a
// visit may ask for that before its frame is seen, so that one alone says little.
function visitPortal(served, profile, times, bytes) {
  return withPage(served, profile, async (page, url) => {
    /** @type {import('playwright-core').Request[]} */
    const asked = [];
    page.context().on('request', (request) => asked.push(request));
    await page.addInitScript(watch_start);
    const visit = async () => {
      await page.goto(url);
      await page.waitForFunction(() => 'usable_at' in window, null, patience);
      return page.evaluate(() => window.usable_at);
    };
    times.empty.push(await visit());
    const usable = await page.evaluate(() => performance.timeOrigin + window.usable_at);
    await page.waitForLoadState('networkidle');
    bytes.until_usable.push(bytesOf(asked.filter((request) => request.timing().startTime <= usable)));
    bytes.whole.push(bytesOf(asked));
    times.warm.push(await visit());
  });
}

/** Each file once, with Brotli at its best. @param {import('playwright-core').Request[]} asked */
function bytesOf(asked) {
  const paths = new Set(asked.map((request) => new URL(request.url()).pathname.replace(/\/$/, '/index.html')));
  return [...paths].map((path) => join(root, 'dist', path)).filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .reduce((sum, path) => sum + brotliBytes(readFileSync(path)), 0);
}

function visitPeer(served, profile, times) {
  return withPage(served, profile, async (page, url) => {
    for (const visit of ['empty', 'warm']) {
      await page.goto(`${url}sqlite.html`);
      times[visit].push(await page.evaluate(() => window.started));
    }
  });
}
