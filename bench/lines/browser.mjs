// A large tenant in Chromium: imported, opened, scrolled, sorted, filtered, typed in, clicked, left alone.
import { join } from 'node:path';
import { framesWhile, heapOf, importFile, inFolder, openPortal, patience, peersFolder, portal_folder, probe, rest, withPage } from '../support/browser.mjs';
import { tenantFile } from '../support/programs.mjs';
import { summary } from '../support/statistics.mjs';
import { longestTaskWhile } from '../support/tasks.mjs';
import { actLines, screenLines, seeActs, seeScreens } from './screens.mjs';

/** @typedef {import('../support/results.mjs').Line} Line */

const megabyte = 1024 ** 2;
const most_rooms_imported_often = 100_000;

// When the first row of the rooms is in the mirror.
const watch_rows = `new MutationObserver((_, self) => {
    if (!document.querySelector('#mirror [role=grid] [role=row]:nth-child(3)')) return;
    window.rows_at = performance.now();
    self.disconnect();
}).observe(document, { childList: true, subtree: true });`;

/** @param {import('./parts.mjs').Asked} asked @returns {Promise<Line[]>} */
export function browserLines({ rooms, quick, main }) {
  const file = tenantFile(rooms);
  const imports = quick || rooms > most_rooms_imported_often ? 1 : 3;
  const openings = quick || rooms > most_rooms_imported_often ? 2 : 5;
  return inFolder(async (folder) => {
    const peer = await plainJavaScript(peersFolder(folder, file), join(folder, 'theirs'), openings);
    const ours = { imported: [], tasks: [], clicks: [] };
    let stopped = '';
    for (let run = 1; run <= imports && !stopped; run++) {
      const wanted = { openings: run === imports ? openings : 0, quick: quick || !main };
      stopped = await portal(join(folder, `ours-${run}`), file, ours, wanted);
      if (stopped && main) throw new Error(stopped);
    }
    const times = (/** @type {number[]} */ of) => (of?.length > 0 ? summary(of) : null);
    /** @returns {Line} */
    const frames = (what, of, value, asked) => ({ work: `worker time a frame, ${what}`, ours: times(of), unit: 'ms', goal: { kind: 'at_most', value, asked } });
    /** @type {Line[]} */
    const lines = [
      { work: 'import until it is durable, in slices, Chromium', ours: times(ours.imported), unit: 'ms', peer: 'JSON.parse', theirs: summary(peer.parse), goal: { kind: 'at_most_times', value: 4 } },
      { work: 'longest task of the page thread meanwhile', ours: times(ours.tasks), unit: 'ms', goal: { kind: 'at_most', value: 8 } },
      { work: 'opening a stored tenant until its rooms show', ours: times(ours.opened), unit: 'ms', peer: 'plain JavaScript', theirs: summary(peer.opened), goal: { kind: 'at_most_times', value: 0.5 } },
      frames('scrolling', ours.scrolling, 2),
      frames('typing in the search', ours.typing, 2),
      frames('sorting', ours.sorting, 5, 10),
      frames('filtering', ours.filtering, 5, 10),
      ...ours.screens ? screenLines(ours.screens) : [],
      ...ours.acts ? actLines(ours.acts) : [],
      { work: 'a click until its pixels', ours: times(ours.clicks), unit: 'frames', goal: { kind: 'at_most', value: 2 } },
      { work: 'memory with the tenant open', ours: times(ours.memory), unit: 'MB', peer: 'plain JavaScript', theirs: summary(peer.memory), goal: { kind: 'at_most_times', value: 1 / 3 } },
    ];
    return lines.map((line) => (line.ours ? line : { ...line, note: stopped }));
  });
}

function plainJavaScript(served, profile, runs) {
  return withPage(served, profile, async (page, url) => {
    const heap = await heapOf(page);
    const times = { parse: [], opened: [], memory: [] };
    for (let run = 0; run < runs; run++) {
      await page.goto(`${url}plain.html`);
      const before = await heap();
      const { parse, opened } = await page.evaluate(() => window.open_tenant('tenant.json'));
      times.parse.push(parse);
      times.opened.push(opened);
      times.memory.push((await heap() - before) / megabyte);
    }
    return times;
  });
}

// Imports the file into a new profile; on the last run goes on with the tenant. Where it stopped, and why; empty: nowhere.
function portal(profile, file, ours, { openings, quick }) {
  return withPage(portal_folder, profile, async (page, url) => {
    /** @type {[string, () => Promise<void>][]} */
    const steps = [
      ['the import', async () => {
        const { longest } = await longestTaskWhile(page, async () => { ours.imported.push(await importFile(page, file)); });
        ours.tasks.push(longest);
      }],
      ['the list of rooms', async () => {
        await page.getByRole('link', { name: /^Rooms/ }).click({ force: true });
        await rowsShow(page);
      }],
      ['opening', () => open(page, ours, openings)],
      ['the list of rooms', () => use(page, ours)],
      ['the screens', async () => { ours.screens = await seeScreens(page, quick); }],
      ['what is pressed', async () => { ours.acts = await seeActs(page, quick); }],
    ];
    await page.addInitScript(watch_rows);
    await openPortal(page, url);
    const stopped = saysThatItStopped(page).catch(() => new Promise(() => {})); // the page was closed before
    for (const [what, step] of openings > 0 ? steps : steps.slice(0, 1)) {
      const why = await Promise.race([step().then(() => '', String), stopped]);
      if (why) return `${what}: ${why.split('\n')[0]}`;
    }
    return '';
  });
}

/** What the portal says once it has stopped for good. @param {import('playwright-core').Page} page @returns {Promise<string>} */
async function saysThatItStopped(page) {
  const details = page.locator('#notice pre');
  await details.waitFor({ state: 'attached', timeout: 0 });
  return await details.textContent() ?? '';
}

const rowsShow = (page) => page.getByRole('grid').getByRole('row').nth(3).waitFor({ state: 'attached' });

// The memory comes last: what asks for it has the browser throw away what it has compiled, and the next opening pays for it.
async function open(page, ours, runs) {
  ours.opened = [];
  ours.memory = [];
  const opening = async () => {
    await page.reload();
    await page.waitForFunction(() => 'rows_at' in window, null, patience);
    await rest(page);
    return page.evaluate(() => window.rows_at);
  };
  for (let run = 0; run < runs; run++) ours.opened.push(await opening());
  for (let run = 0; run < Math.min(runs, 2); run++) {
    await opening();
    const heap = await heapOf(page);
    ours.memory.push((await probe(page, 'memory') + await heap()) / megabyte);
  }
}

async function use(page, ours) {
  ours.scrolling = await framesWhile(page, () => scroll(page));
  const heads = [/^Cover/, /^Site/, /^Room/];
  ours.sorting = await longestOfEach(page, 6, (at) => page.getByRole('columnheader', { name: heads[at % heads.length] }).first().click({ force: true }));
  ours.filtering = await longestOfEach(page, 6, () => page.getByRole('button', { name: /^Not covered/ }).click({ force: true }));
  await page.getByRole('searchbox').first().click({ force: true });
  ours.typing = await longestOfEach(page, 8, (at) => page.keyboard.press('room 123'[at] === ' ' ? 'Space' : 'room 123'[at]));
  for (let at = 0; at < 8; at++) await page.keyboard.press('Backspace');
  ours.clicks = await clicks(page);
  await rest(page);
}

// Every frame counts while it scrolls.
async function scroll(page) {
  await page.mouse.move(640, 500);
  for (let turn = 0; turn < 60; turn++) {
    await page.mouse.wheel(0, turn % 20 === 19 ? 40_000 : 300);
    await page.waitForTimeout(30);
  }
}

// Of an act that is over in one frame, that frame counts: the longest.
async function longestOfEach(page, runs, act) {
  const longest = [];
  for (let run = 0; run < runs; run++) {
    await rest(page);
    longest.push(Math.max(...await framesWhile(page, async () => {
      await act(run);
      await page.waitForTimeout(400);
    })));
  }
  return longest;
}

// From the release of the button: which of the frames drawn after it showed the new screen. What a frame shows, the
// semantics say that come with it; that the page's picture of the canvas changed too is looked at besides. The pointer is
// there before, so that its coming changes nothing.
async function clicks(page) {
  const frames = [];
  for (const name of [/^Service orders/, /^Rooms/, /^Data/, /^Rooms/, /^Service orders/, /^Rooms/]) {
    await page.getByRole('link', { name }).first().hover({ force: true });
    await page.mouse.down();
    await rest(page);
    await page.evaluate(watchClick);
    await page.mouse.up();
    frames.push(await page.evaluate(() => window.seen_click));
    await rest(page);
  }
  return frames;
}

/** Runs in the page. */
function watchClick() {
  const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
  const small = document.createElement('canvas');
  Object.assign(small, { width: 64, height: 64 });
  const context = /** @type {CanvasRenderingContext2D} */ (small.getContext('2d', { willReadFrequently: true }));
  const picture = () => {
    const { width, height } = canvas.getBoundingClientRect();
    const ratio = devicePixelRatio;
    context.drawImage(canvas, width * 0.4 * ratio, 0, width * 0.5 * ratio, height * 0.5 * ratio, 0, 0, 64, 64);
    return context.getImageData(0, 0, 64, 64).data.join();
  };
  const before = picture();
  const heads = new Set([...document.querySelectorAll('#mirror :is(h1, h2, h3, h4, [role=heading])')].flatMap((each) => [each.textContent, each.ariaLabel]));
  const brings = (text) => text.split('\n').map((line) => line.split('\t')).some((node) => node[2] === 'heading' && !heads.has(node[8]));
  window.seen_click = new Promise((resolve) => {
    let frames = 0;
    let shown = 0;
    window.keyrack.worker.addEventListener('message', function heard({ data }) {
      if (data.t === 'semantics' && data.text && shown === 0 && brings(data.text)) shown = frames + 1;
      if (data.t === 'frame') frames += 1;
      if (shown > 0 && frames >= shown) window.keyrack.worker.removeEventListener('message', heard);
    });
    requestAnimationFrame(function look() {
      if (shown === 0 || picture() === before) requestAnimationFrame(look);
      else resolve(shown);
    });
  });
}
