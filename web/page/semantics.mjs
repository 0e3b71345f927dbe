// Reads the semantics text: one node a line. docs/boundary.md has its format.

/**
 * What a node means. Where it is changes more often, and is told apart.
 *
 * @typedef {{
 *     id: number, parent: number, role: string, flags: string, name: string, value: string,
 *     extra: Record<string, string>,
 * }} Node
 *
 * @typedef {[x: number, y: number, width: number, height: number]} Place
 * @typedef {{id: number, parent: number, place: Place, meaning: string}} Line
 */

/** Of a line's meaning: role, flags, name, value, extra. */
const field_count = 5;

/**
 * The lines of a text, cut only as far as is needed to see which of them mean something else than before.
 *
 * @param {string} text
 * @returns {Line[]}
 */
export function lines_of(text) {
    return text.split('\n').filter((line) => line !== '').map(cut);
}

/** @param {string} line @returns {Line} */
function cut(line) {
    const [id, parent, role, x, y, width, height, ...rest] = line.split('\t');
    return {
        id: Number(id),
        parent: Number(parent),
        place: [Number(x), Number(y), Number(width), Number(height)],
        meaning: `${role}\t${rest.join('\t')}`,
    };
}

/**
 * @param {Line} line
 * @returns {Node}
 */
export function node_of(line) {
    const fields = line.meaning.split('\t');
    if (fields.length !== field_count) throw new Error(`not a semantic node: \`${line.id} ${line.meaning}\``);
    const [role, flags, name, value, extra] = fields;
    return {
        id: line.id, parent: line.parent, role, flags,
        name: plain(name), value: plain(value), extra: pairs(plain(extra)),
    };
}

/** @type {Record<string, string>} */
const escaped = { '\\\\': '\\', '\\t': '\t', '\\n': '\n' };

/** @param {string} text */
function plain(text) {
    return text.includes('\\') ? text.replace(/\\[\\tn]/g, (pair) => escaped[pair]) : text;
}

/** @param {string} text @returns {Record<string, string>} */
function pairs(text) {
    /** @type {Record<string, string>} */
    const found = {};
    for (const pair of text.split(';')) {
        const at = pair.indexOf('=');
        if (at > 0) found[pair.slice(0, at)] = decoded(pair.slice(at + 1));
    }
    return found;
}

/** Only `;` and `%` are encoded, so a stray % is no reason to fail. @param {string} text */
function decoded(text) {
    return text.replace(/%(3B|25)/gi, (_, code) => (code === '25' ? '%' : ';'));
}
