// What a semantic node is in the DOM: which element, with which attributes. Pure, so that it is tested without a
// browser.

/** @typedef {import('./semantics.mjs').Node} Node */

/** Roles that the browser's own elements have; all others are a `div` with the role. @type {Record<string, string>} */
const tags = {
    button: 'button', checkbox: 'button', switch: 'button', radio: 'button', tab: 'button', menuitem: 'button',
    link: 'a', textbox: 'input', searchbox: 'input', combobox: 'input',
};

/** Roles whose name is their content, where they have no children. @type {Set<string>} */
const named_by_content = new Set([
    'button', 'link', 'heading', 'checkbox', 'switch', 'radio', 'tab', 'menuitem', 'listitem', 'gridcell',
    'columnheader', 'row', 'status', 'alert', 'text', 'option',
]);

/** Roles that Tab reaches. */
const interactive = new Set(Object.keys(tags));

/** @type {Record<string, [string, string]>} */
const states = {
    d: ['aria-disabled', 'true'], c: ['aria-checked', 'true'], C: ['aria-checked', 'false'],
    m: ['aria-checked', 'mixed'], s: ['aria-selected', 'true'], e: ['aria-expanded', 'true'],
    x: ['aria-expanded', 'false'], p: ['aria-pressed', 'true'], P: ['aria-pressed', 'false'],
    i: ['aria-invalid', 'true'], r: ['aria-required', 'true'], o: ['aria-modal', 'true'],
    h: ['aria-current', 'page'], b: ['aria-busy', 'true'],
};

/** @type {Record<string, string>} */
const properties = {
    level: 'aria-level', rowcount: 'aria-rowcount', rowindex: 'aria-rowindex', colcount: 'aria-colcount',
    colindex: 'aria-colindex', sort: 'aria-sort', setsize: 'aria-setsize', posinset: 'aria-posinset',
    now: 'aria-valuenow', min: 'aria-valuemin', max: 'aria-valuemax', keys: 'aria-keyshortcuts',
};

/** @type {Record<string, string>} */
const references = { describedby: 'aria-describedby', controls: 'aria-controls', active: 'aria-activedescendant' };

/** @type {Record<string, string>} */
const field_properties = { placeholder: 'placeholder', limit: 'maxlength', autocomplete: 'autocomplete' };

const field_types = new Set(['text', 'search', 'email', 'url', 'password', 'number', 'date']);

/** The `id` attribute of a node's element. @param {number | string} id */
export const element_id = (id) => `n${id}`;

/** @param {Element} element of a node */
export const id_of = (element) => Number(element.id.slice(1));

/** @param {Node} node */
export function tag_of(node) {
    if (node.role === 'heading') return `h${node.extra.level ?? '2'}`;
    if (node.role === 'textbox' && node.flags.includes('l')) return 'textarea';
    return tags[node.role] ?? 'div';
}

/** @param {Node} node */
export function is_field(node) {
    return node.role === 'textbox' || node.role === 'searchbox' || node.role === 'combobox';
}

/**
 * The text between an element's tags; empty where an attribute or children say it.
 *
 * @param {Node} node
 * @param {boolean} leaf
 */
export function content_of(node, leaf) {
    return leaf && named_by_content.has(node.role) ? node.name : '';
}

/**
 * @param {Node} node
 * @param {boolean} leaf
 * @returns {Record<string, string>}
 */
export function attributes_of(node, leaf) {
    /** @type {Record<string, string>} */
    const found = { id: element_id(node.id), ...role_attributes(node), ...field_attributes(node) };
    for (const [flag, [name, value]] of Object.entries(states)) if (node.flags.includes(flag)) found[name] = value;
    for (const [key, name] of Object.entries(properties)) if (key in node.extra) found[name] = node.extra[key];
    for (const [key, name] of Object.entries(references)) {
        if (key in node.extra) found[name] = element_id(node.extra[key]);
    }
    if (node.role === 'tab' && !node.flags.includes('s')) found['aria-selected'] = 'false';
    if (node.name !== '' && !content_of(node, leaf)) found['aria-label'] = node.name;
    if (node.value !== '' && !is_field(node)) {
        found[/^(progressbar|slider)$/.test(node.role) ? 'aria-valuetext' : 'aria-description'] = node.value;
    }
    const stop = tab_index(node);
    if (stop !== undefined) found.tabindex = stop;
    return found;
}

/** @param {Node} node @returns {Record<string, string>} */
function role_attributes(node) {
    switch (node.role) {
    case 'text':
    case 'heading':
    case 'textbox':
    case 'searchbox': return {};
    case 'link': return { href: `#${node.extra.href ?? ''}` };
    case 'button': return { type: 'button' };
    case 'status': return { role: 'status', 'aria-live': 'polite' };
    default: return interactive.has(node.role) && node.role !== 'combobox'
        ? { role: node.role, type: 'button' } : { role: node.role };
    }
}

/** @param {Node} node @returns {Record<string, string>} */
function field_attributes(node) {
    if (!is_field(node)) return {};
    /** @type {Record<string, string>} */
    const found = { name: node.extra.autocomplete ?? element_id(node.id), autocomplete: 'off' };
    if (!node.flags.includes('l')) {
        const type = node.extra.type ?? '';
        found.type = field_types.has(type) ? type : node.role === 'searchbox' ? 'search' : 'text';
    }
    if (node.flags.includes('d')) found.disabled = '';
    if (node.flags.includes('u')) found['data-unseen'] = '';
    for (const [key, name] of Object.entries(field_properties)) if (key in node.extra) found[name] = node.extra[key];
    return found;
}

/** Undefined where the element's own place in the tab order is right. @param {Node} node */
function tab_index(node) {
    if (/[td]/.test(node.flags)) return interactive.has(node.role) || node.flags.includes('n') ? '-1' : undefined;
    return node.flags.includes('n') ? '0' : undefined;
}
