// The mirror: the worker's semantic nodes as real DOM elements over the canvas, keyed by id. It owns nothing but them.

import { attributes_of, content_of, id_of, is_field, tag_of } from './aria.mjs';
import { lines_of, node_of } from './semantics.mjs';

/** @typedef {import('./semantics.mjs').Node} Node */
/** @typedef {import('./semantics.mjs').Line} Line */

/**
 * A node as it stands in the DOM, with what it was made from.
 *
 * @typedef {{
 *     node: Node, line: Line, leaf: boolean, tag: string,
 *     element: HTMLElement, attributes: Record<string, string>,
 * }} Mirrored
 */

export class Mirror {
    /** @type {HTMLElement} */ #root;
    /** @type {import('./fields.mjs').Fields} */ #fields;
    /** @type {Map<number, Mirrored>} */ #mirrored = new Map();

    /**
     * The shortcuts that nodes name, such as `Control+K`.
     *
     * @type {Set<string>}
     */
    shortcuts = new Set();

    /**
     * @param {HTMLElement} root
     * @param {import('./fields.mjs').Fields} fields shows the text of fields
     */
    constructor(root, fields) {
        this.#root = root;
        this.#fields = fields;
    }

    /** The node of an element of the mirror, or of what is inside it. @param {EventTarget | null} target */
    node_of(target) {
        if (!(target instanceof Element) || !this.#root.contains(target)) return undefined;
        const element = target.closest('[id]');
        return element ? this.#mirrored.get(id_of(element))?.node : undefined;
    }

    /** Makes the DOM what `text` says, with as few changes as that takes. @param {string} text */
    follow(text) {
        const lines = lines_of(text);
        const parents = new Set(lines.map((line) => line.parent));
        this.#forget_all_but(new Set(lines.map((line) => line.id)));
        /** @type {Mirrored[]} */
        const wanting_focus = [];
        for (const line of lines) {
            const mirrored = this.#follow_line(line, !parents.has(line.id), wanting_focus);
            this.#mirrored.set(line.id, mirrored);
        }
        this.#arrange(lines);
        this.#gather_shortcuts();
        const last = wanting_focus.at(-1);
        if (last) focus(last.element);
    }

    /** @param {Set<number>} ids */
    #forget_all_but(ids) {
        for (const [id, { element }] of this.#mirrored) {
            if (ids.has(id)) continue;
            this.#mirrored.delete(id);
            element.remove();
        }
    }

    /** @param {Line} line @param {boolean} leaf @param {Mirrored[]} wanting_focus */
    #follow_line(line, leaf, wanting_focus) {
        const before = this.#mirrored.get(line.id);
        if (before && before.leaf === leaf && before.line.meaning === line.meaning) {
            if (before.line.place !== line.place) {
                before.node = node_of(line);
                place(before.element, before.node);
            }
            before.line = line;
            return before;
        }
        const node = node_of(line);
        const tag = tag_of(node);
        const kept = before?.tag === tag ? before : undefined;
        if (before && !kept) before.element.remove();
        const element = kept?.element ?? document.createElement(tag);
        const attributes = attributes_of(node, leaf);
        dress(element, kept?.attributes ?? {}, attributes);
        write(element, content_of(node, leaf), leaf);
        place(element, node);
        if (is_field(node)) this.#fields.show(/** @type {HTMLInputElement} */ (element), node);
        const mirrored = { node, line, leaf, tag, element, attributes };
        if (node.flags.includes('f') && !before?.node.flags.includes('f')) wanting_focus.push(mirrored);
        return mirrored;
    }

    /** Puts every element below its parent, in the order of the lines. @param {Line[]} lines */
    #arrange(lines) {
        /** @type {Map<Element, Element | null>} what comes next below a parent */
        const next = new Map();
        for (const { id, parent } of lines) {
            const element = /** @type {Mirrored} */ (this.#mirrored.get(id)).element;
            const home = this.#mirrored.get(parent)?.element ?? this.#root;
            let expected = next.has(home) ? /** @type {Element | null} */ (next.get(home)) : home.firstElementChild;
            if (expected !== element && element.parentElement === home && element.contains(document.activeElement)) {
                expected = clear_way(home, expected, element);
            }
            if (expected !== element) home.insertBefore(element, expected);
            next.set(home, element.nextElementSibling);
        }
    }

    #gather_shortcuts() {
        this.shortcuts.clear();
        for (const { node } of this.#mirrored.values()) {
            for (const keys of node.extra.keys?.split(' ') ?? []) this.shortcuts.add(keys);
        }
    }
}

/**
 * Moving an element takes its focus away, so what stands before it moves instead: to the end, from where its turn
 * fetches it.
 *
 * @param {Element} home
 * @param {Element | null} from
 * @param {Element} element
 */
function clear_way(home, from, element) {
    for (let other = from; other && other !== element;) {
        const following = other.nextElementSibling;
        home.append(other);
        other = following;
    }
    return element;
}

/** @param {HTMLElement} element @param {Node} node */
function place(element, { x, y, width, height }) {
    element.style.left = `${x}px`;
    element.style.top = `${y}px`;
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
}

/** @param {HTMLElement} element @param {Record<string, string>} before @param {Record<string, string>} after */
function dress(element, before, after) {
    for (const name of Object.keys(before)) if (!(name in after)) element.removeAttribute(name);
    for (const [name, value] of Object.entries(after)) if (before[name] !== value) element.setAttribute(name, value);
}

/** @param {HTMLElement} element @param {string} text @param {boolean} leaf */
function write(element, text, leaf) {
    element.classList.toggle('leaf', leaf);
    if (!leaf && element.firstChild instanceof Text) element.firstChild.remove();
    if (leaf && !(element instanceof HTMLTextAreaElement) && element.textContent !== text) element.textContent = text;
}

/**
 * The worker may ask it of elements that Tab does not reach: a heading after a change of screen.
 *
 * @param {HTMLElement} element
 */
function focus(element) {
    if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
    element.focus({ preventScroll: true });
}
