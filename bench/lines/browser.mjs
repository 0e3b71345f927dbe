// A large tenant in Chromium: imported, opened, scrolled, typed in, left alone.
import { join } from 'node:path';
import { inFolder, patience, peersFolder, portalFolder, withPage } from '../support/browser.mjs';
import { tenantFile } from '../support/programs.mjs';
import { summary } from '../support/statistics.mjs';

/** @typedef {import('../support/table.mjs').Line} Line */

const megabyte = 1024 ** 2;
const idle_milliseconds = 5_000;
const opened_runs = 5;

// When the first row of the rooms is in the mirror.
const watch_rows = `new MutationObserver((_, self) => {
    if (!document.querySelector('#mirror [role=grid] [role=row]')) return;
    window.rows_at = performance.now();
    self.disconnect();
}).observe(document, { childList: true, subtree: true });`;

/** @param {number} rooms @returns {Promise<Line[]>} */
export function browserLines(rooms) {
  return inFolder(async (folder) => {
    const file = tenantFile(rooms);
    const peer = await plainJavaScript(peersFolder(folder, file), join(folder, 'theirs'));
    const ours = await portal(portalFolder(folder), join(folder, 'ours'), file);
    const work = (/** @type {string} */ what) => `${what}, ${rooms.toLocaleString('en-GB')} rooms`;
    const one = (/** @type {number} */ value) => summary([value]);
    /** @returns {Line} */
    const frames = (what, of, value) => ({ work: work(`worker time a frame, ${what}`), ours: of.length > 0 ? summary(of) : null, unit: 'ms', goal: { kind: 'at_most', value } });
    return [
      { work: work('import until it is durable, in slices'), ours: one(ours.imported), unit: 'ms', peer: 'JSON.parse', theirs: summary(peer.parse), goal: { kind: 'at_most_times', value: 4 } },
      { work: work('longest the page thread was busy meanwhile'), ours: one(ours.longest_gap), unit: 'ms', goal: { kind: 'at_most', value: 8 } },
      { work: work('opening a stored tenant until its rooms show'), ours: summary(ours.opened), unit: 'ms', peer: 'plain JavaScript', theirs: summary(peer.opened), goal: { kind: 'at_most_times', value: 0.5 } },
      { work: work('memory with the tenant open'), ours: one(ours.memory / megabyte), unit: 'MB', peer: 'plain JavaScript', theirs: one(peer.memory / megabyte), goal: { kind: 'at_most_times', value: 1 / 3 } },
      frames('scrolling', ours.scrolling, 2),
      frames('typing in the search', ours.typing, 2),
      { work: work('frames drawn in 5 idle seconds'), ours: one(ours.idle), unit: 'frames', goal: { kind: 'at_most', value: 0 } },
    ];
  });
}

function plainJavaScript(served, profile) {
  return withPage(served, profile, async (page, url) => {
    const heap = await heapOf(page);
    const times = { parse: [], opened: [], memory: 0 };
    for (let run = 0; run < opened_runs; run++) {
      await page.goto(`${url}plain.html`);
      const before = await heap();
      const { parse, opened } = await page.evaluate(() => window.open_tenant('tenant.json'));
      times.parse.push(parse);
      times.opened.push(opened);
      times.memory = await heap() - before;
    }
    return times;
  });
}

/** Bytes that are in use after everything that may go has gone. */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
}

function portal(served, profile, file) {
  return withPage(served, profile, async (page, url) => {
    await page.addInitScript(watch_rows);
    await page.goto(`${url}?test`);
    await page.locator('#start').waitFor({ state: 'detached' });
    const { imported, longest_gap } = await importFile(page, file);
    await page.getByRole('link', { name: /^Rooms/ }).click({ force: true });
    await page.getByRole('grid').getByRole('row').nth(3).waitFor({ state: 'attached' });
    const opened = [];
    for (let run = 0; run < opened_runs; run++) {
      await page.reload();
      await page.waitForFunction(() => 'rows_at' in window, null, patience);
      opened.push(await page.evaluate(() => window.rows_at));
    }
    const memory = await page.workers()[0].evaluate(() => self.program_memory.buffer.byteLength);
    await rest(page);
    const scrolling = await framesWhile(page, () => scroll(page));
    const typing = await framesWhile(page, () => type(page));
    await rest(page);
    const idle = (await framesWhile(page, () => page.waitForTimeout(idle_milliseconds))).length;
    return { imported, longest_gap, opened, memory, scrolling, typing, idle };
  });
}

// From the file's message to the worker until the page says that it is imported, and the longest time without a tick of
// the page thread on the way.
async function importFile(page, file) {
  await page.evaluate(() => {
    const { worker } = window.keyrack;
    const send = worker.postMessage.bind(worker);
    const watched = { began: 0, longest: 0, last: 0, ended: 0 };
    window.watched = watched;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      if (watched.began > 0) watched.longest = Math.max(watched.longest, now - watched.last);
      watched.last = now;
      if (watched.ended === 0) port2.postMessage(0);
    };
    worker.postMessage = (message, ...rest_of) => {
      if (message.t === 'file') {
        watched.began = watched.last = performance.now();
        port2.postMessage(0);
      }
      send(message, ...rest_of);
    };
    new MutationObserver((_, self) => {
      if (![...document.querySelectorAll('#mirror [role=heading], #mirror h1, #mirror h2')].some((each) => /is imported/.test(each.textContent ?? ''))) return;
      watched.ended = performance.now();
      self.disconnect();
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: /^Import a file/ }).click({ force: true })]);
  await chooser.setFiles(file);
  await page.waitForFunction(() => window.watched.ended > 0, null, patience);
  return page.evaluate(() => ({ imported: window.watched.ended - window.watched.began, longest_gap: window.watched.longest }));
}

/** No frame for half a second. */
async function rest(page) {
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    await page.waitForTimeout(500);
    now = await page.evaluate(() => window.keyrack.frames);
  }
}

/** The worker's milliseconds of each frame while `act` runs. @returns {Promise<number[]>} */
async function framesWhile(page, act) {
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

async function scroll(page) {
  await page.mouse.move(640, 500);
  for (let turn = 0; turn < 60; turn++) {
    await page.mouse.wheel(0, turn % 20 === 19 ? 40_000 : 300);
    await page.waitForTimeout(30);
  }
}

async function type(page) {
  await page.getByRole('searchbox').first().click({ force: true });
  await page.keyboard.type('room 12345', { delay: 120 });
  await page.waitForTimeout(300);
}
