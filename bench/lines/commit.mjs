// Durable commits in Chromium's private file system: ours, and the official SQLite's in its pool of files.
import { join } from 'node:path';
import { importFile, inFolder, openPortal, peersFolder, portal_folder, probe, withPage } from '../support/browser.mjs';
import { tenantFile } from '../support/programs.mjs';
import { summary } from '../support/statistics.mjs';

/** @typedef {import('../support/results.mjs').Line} Line */

const wal_exclusive = 'pragma locking_mode = exclusive; pragma journal_mode = wal';
const told = 1_000; // rooms: of the figure in the table

/** @param {import('./parts.mjs').Asked} asked @returns {Promise<Line[]>} */
export function commitLines({ rooms, quick, main }) {
  const count = quick || !main ? 100 : 1_000;
  const runs = quick || !main ? 1 : 5;
  return inFolder(async (folder) => {
    const own = await ourCommits(join(folder, 'own'), rooms, count, runs);
    const ours = main && !quick ? await ourCommits(join(folder, 'told'), told, count, runs) : own;
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
    const line = (how, peer, of, { value, asked }, grows) => ({
      work: `durable commit of one command, ${how}`, ours: summary(ours), unit: 'ms', peer, theirs: summary(of), goal: { kind: 'at_most_times', value, asked }, grows,
    });
    return [
      line('1,000 in a row', 'one row in opfs-sahpool', theirs.plain, { value: 0.22, asked: 0.25 }, summary(own).median),
      line('against WAL', 'the same in WAL, exclusive', theirs.wal, { value: 0.9, asked: 1 }, null),
    ];
  });
}

function ourCommits(profile, rooms, count, runs) {
  return withPage(portal_folder, profile, async (page, url) => {
    await openPortal(page, url);
    await importFile(page, tenantFile(rooms));
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
