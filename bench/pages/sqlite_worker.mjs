// The peer of the portal's start and of its commits: the official SQLite with its pool of files, until a database is open.
import sqlite3InitModule from './sqlite/index.mjs';

const sqlite3 = await sqlite3InitModule({ print() {}, printErr() {} });
const pool = await sqlite3.installOpfsSAHPoolVfs({ name: 'bench' });

/** So many transactions of one row each. @param {string} pragmas @param {number} count */
function commits(pragmas, count) {
  const database = new pool.OpfsSAHPoolDb('/bench.db');
  database.exec(`${pragmas}; create table if not exists journal(id integer primary key, entry text)`);
  const statement = database.prepare('insert into journal(entry) values(?)');
  const began = performance.now();
  for (let at = 0; at < count; at++) statement.bind([`{"kind":"add_room","room":"measured-${at}","name":"measured-${at}","site":"","country":""}`]).stepReset();
  const milliseconds = performance.now() - began;
  statement.finalize();
  database.close();
  pool.unlink('/bench.db');
  return milliseconds;
}

new pool.OpfsSAHPoolDb('/start.db').close();
self.onmessage = ({ data }) => self.postMessage({ milliseconds: commits(data.pragmas, data.count) });
self.postMessage({ ready: true });
