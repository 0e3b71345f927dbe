// What this browser remembers for the portal besides the tenants: small words, and which tenants were not closed.

/** @typedef {import('../messages.mjs').Remembered} Remembered */

const prefix = 'keyrack.';
const open_prefix = `${prefix}open.`;
const device_key = `${prefix}device`;

/** @type {Set<string>} */
const open_here = new Set();

/** @returns {Remembered} */
export function remembered() {
    /** @type {Remembered} */
    const found = { words: {}, device: device(), unclosed: [] };
    for (const [key, value] of tried(() => Object.entries(localStorage)) ?? []) {
        if (key.startsWith(open_prefix)) found.unclosed.push(key.slice(open_prefix.length));
        else if (key.startsWith(prefix) && key !== device_key) found.words[key.slice(prefix.length)] = value;
    }
    return found;
}

/** An empty value forgets the word. @param {string} key @param {string} value */
export function remember(key, value) {
    tried(() => value ? localStorage.setItem(prefix + key, value) : localStorage.removeItem(prefix + key));
}

/** A tab that is closed takes its mark away; one that is killed leaves it. @param {string} tenant */
export function mark_open(tenant) {
    open_here.add(tenant);
    tried(() => localStorage.setItem(open_prefix + tenant, '1'));
}

/** @param {string} tenant */
export function mark_closed(tenant) {
    open_here.delete(tenant);
    tried(() => localStorage.removeItem(open_prefix + tenant));
}

export function watch_closing() {
    window.addEventListener('pagehide', () => {
        for (const tenant of open_here) tried(() => localStorage.removeItem(open_prefix + tenant));
    });
    window.addEventListener('pageshow', () => open_here.forEach(mark_open)); // back from the cache
}

/** This replica's name: random, and the same for as long as the browser keeps it. */
function device() {
    const known = tried(() => localStorage.getItem(device_key));
    if (known) return known;
    const bytes = [...crypto.getRandomValues(new Uint8Array(8))];
    const made = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    tried(() => localStorage.setItem(device_key, made));
    return made;
}

/**
 * Where the browser refuses storage, nothing is remembered, which is told elsewhere.
 *
 * @template T
 * @param {() => T} act
 */
function tried(act) {
    try {
        return act();
    } catch {
        return undefined;
    }
}
