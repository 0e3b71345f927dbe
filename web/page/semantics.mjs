// Reads the semantics text: one node a line. docs/boundary.md has its format.

/**
 * What a line says of a node, and the line in two parts by which the mirror sees what has changed since the last time.
 *
 * @typedef {{
 *     id: number, parent: number, role: string,
 *     x: number, y: number, width: number, height: number,
 *     flags: string, name: string, value: string, extra: Record<string, string>,
 * }} Node
 *
 * @typedef {{id: number, parent: number, place: string, meaning: string}} Line
 */

const field_count = 11;

/**
 * The lines of a text, cut only as far as needed to see which of them changed.
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
        place: `${x}\t${y}\t${width}\t${height}`,
        meaning: `${role}\t${rest.join('\t')}`,
    };
}

/**
 * @param {Line} line
 * @returns {Node}
 */
export function node_of(line) {
    const [x, y, width, height] = line.place.split('\t').map(Number);
    const fields = line.meaning.split('\t');
    if (fields.length !== field_count - 6) throw new Error(`not a semantic node: \`${line.id} ${line.meaning}\``);
    const [role, flags, name, value, extra] = fields;
    return {
        id: line.id, parent: line.parent, role, x, y, width, height,
        flags, name: plain(name), value: plain(value), extra: pairs(plain(extra)),
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
