// Versions of the built portal as a host serves them one after the other.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = process.env.KEYRACK_DIST ?? new URL('../../../dist', import.meta.url).pathname;
const list = /JSON\.parse\('([^']+)'\)/;

const hash_of = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** A folder with the portal as it was built, to be served and changed. */
export function hosted() {
    const folder = mkdtempSync(join(tmpdir(), 'keyrack-hosted-'));
    cpSync(dist, folder, { recursive: true });
    return folder;
}

/** Which version the folder holds. @param {string} folder */
export function version_of(folder) {
    return /data-version="([0-9a-f]{16})"/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))?.[1] ?? '';
}

/**
 * Puts the next version into the folder, as a deployment does: the old one's files are gone. It differs in its page
 * script.
 *
 * @param {string} folder
 */
export function deploy_next(folder) {
    const text = (name) => readFileSync(join(folder, name), 'utf8');
    const old_version = version_of(folder);
    const page = readdirSync(folder).find((name) => /^page-[0-9a-f]{10}\.mjs$/.test(name));
    if (!page) throw new Error('the built portal has no page script');
    const script = `${text(page)}\n// after ${old_version}\n`;
    const next_page = `page-${hash_of(script).slice(0, 10)}.mjs`;
    const version = hash_of(`${old_version} and after`).slice(0, 16);
    const renewed = (name) => text(name).replaceAll(page, next_page).replaceAll(old_version, version);
    const index = renewed('index.html');
    const hashes = JSON.parse(/** @type {string[]} */ (list.exec(renewed('service-worker.js')))[1]);
    Object.assign(hashes, { 'index.html': hash_of(index), [next_page]: hash_of(script) });
    put(folder, next_page, script);
    put(folder, 'index.html', index);
    put(folder, 'service-worker.js', renewed('service-worker.js').replace(list, `JSON.parse('${JSON.stringify(hashes)}')`));
    rmSync(join(folder, page));
    return { version, page: next_page, old_page: page };
}

/** What was packed of the file that it replaces is gone with it. @param {string} folder @param {string} name @param {string} text */
function put(folder, name, text) {
    writeFileSync(join(folder, name), text);
    rmSync(join(folder, `${name}.br`), { force: true });
}

/** The file arrives cut off. @param {string} folder @param {string} name @returns {() => void} puts it right again */
export function cut_off(folder, name) {
    const path = join(folder, name);
    const whole = readFileSync(path);
    truncateSync(path, Math.floor(whole.length / 2));
    return () => writeFileSync(path, whole);
}
