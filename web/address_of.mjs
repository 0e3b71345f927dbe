// What page and worker both read in the address before the program is there.

/** The company that the address names, as its files are called; empty: none. @param {string} fragment */
export function company_of(fragment) {
    const [, named = ''] = /^\/t\/([^/?]+)/.exec(fragment) ?? [];
    try {
        return decodeURIComponent(named);
    } catch {
        return ''; // no text: the program says so
    }
}
