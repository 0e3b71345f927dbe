// Durable commits in Chromium's private file system: ours, and the official SQLite's in its pool of files.
import { join } from 'node:path';
import { importFile, inFolder, openPortal, peersFolder, portal_folder, probe, withPage } from '../support/browser.mjs';
import { tenantFile } from '../support/programs.mjs';
import { summary } from '../support/statistics.mjs';

/** @typedef {import('../support/results.mjs').Line} Line */

const wal_exclusive = 'pragma locking_mode = exclusive; pragma journal_mode = wal';
const small = 1_000; // rooms

/** @param {import('./parts.mjs').Asked} asked @returns {Promise<Line[]>} */
export function commitLines({ quick }) {
  const count = quick ? 100 : 1_000;
  const runs = quick ? 1 : 5;
  return inFolder(async (folder) => {
    const ours = await ourCommits(folder, count, runs);
    const theirs = await withPage(peersFolder(folder), join(folder, 'theirs'), async (page, url) => {
      await page.goto(`${url}sqlite.html`);
      await page.evaluate(() => window.started);
      const times = { plain: [], wal: [] };
      for (let run = 0; run < runs; run++) {
        times.plain.push(await commitsOf(page, '', count));
        times.wal.push(await commitsOf(page, wal_exclusive, count));
      }
      return times;
    });
    /** @returns {Line} */
    const line = (how, peer, of, value) => ({
      work: `durable commit of one command, ${how}`, ours: summary(ours), unit: 'ms', peer, theirs: summary(of), goal: { kind: 'at_most_times', value },
    });
    return [
      line('1,000 in a row', 'one row in opfs-sahpool', theirs.plain, 0.25),
      line('against WAL', 'the same in WAL, exclusive', theirs.wal, 1),
    ];
  });
}

function ourCommits(folder, count, runs) {
  return withPage(portal_folder, join(folder, 'ours'), async (page, url) => {
    await openPortal(page, url);
    await importFile(page, tenantFile(small));
    const times = [];
    for (let run = 0; run < runs; run++) times.push(await probe(page, 'commit', count) / count);
    return times;
  });
}

/** Milliseconds of one. */
function commitsOf(page, pragmas, count) {
  return page.evaluate(([settings, of]) => new Promise((resolve) => {
    window.worker.addEventListener('message', ({ data }) => resolve(data.milliseconds / of), { once: true });
    window.worker.postMessage({ pragmas: settings, count: of });
  }), [pragmas, count]);
}
