// The peer of the portal's start: the official SQLite with its pool of files, until a database is open.
import sqlite3InitModule from './sqlite/index.mjs';

const sqlite3 = await sqlite3InitModule({ print() {}, printErr() {} });
const pool = await sqlite3.installOpfsSAHPoolVfs({ name: 'bench' });

/** So many transactions of a journal row and a projection row each. @param {string} pragmas @param {number} count @returns {number[]} milliseconds of each */
function commits(pragmas, count) {
  const database = new pool.OpfsSAHPoolDb('/bench.db');
  database.exec(`${pragmas}; create table if not exists journal(id integer primary key, entry text)`);
  const statement = database.prepare('insert into journal(entry) values(?)');
  const times = Array.from({ length: count }, (_, at) => {
    const began = performance.now();
    statement.bind([`{"assign":{"pairs":[{"licence":"PO-1/${at}","room":"room-${at}"}],"from":"2026-11-22"}}`]).stepReset();
    return performance.now() - began;
  });
  statement.finalize();
  database.close();
  pool.unlink('/bench.db');
  return times;
}

new pool.OpfsSAHPoolDb('/start.db').close();
self.onmessage = ({ data }) => self.postMessage({ times: commits(data.pragmas, data.count) });
self.postMessage({ ready: true });
