// Where the portal's own files are. tools/package.mjs gives each a name that changes with its bytes, and fills in here what
// it is called and how long it is: so page, worker and program are always of the same portal.

/** @typedef {{path: string, bytes: number}} Packaged */

/** @type {Record<string, Packaged>} */
const packaged = KEYRACK_FILES;

/** What was not packaged is empty. @param {string} name as in `files.json` @returns {Packaged & {address: URL}} */
export function file(name) {
    const found = packaged[name] ?? { path: name, bytes: 0 };
    return { ...found, address: new URL(found.path, import.meta.url) };
}
