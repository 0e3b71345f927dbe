// The mirror: the worker's semantic nodes as real DOM elements over the canvas, keyed by id. It owns nothing but them.

import { attributes_of, content_of, id_of, is_field, tag_of } from './aria.mjs';
import { lines_of, node_of } from './semantics.mjs';

/** @typedef {import('./semantics.mjs').Node} Node */
/** @typedef {import('./semantics.mjs').Line} Line */

/**
 * A node as it stands in the DOM, and what that was made from.
 *
 * @typedef {{
 *     node: Node, meaning: string, leaf: boolean, tag: string,
 *     element: HTMLElement, attributes: Record<string, string>,
 *     x: number, y: number, box: string,
 * }} Mirrored
 */

export class Mirror {
    /** @type {HTMLElement} */ #root;
    /** @type {import('./fields.mjs').Fields} */ #fields;
    /** @type {Map<number, Mirrored>} */ #mirrored = new Map();

    /**
     * The shortcuts that nodes name, such as `Control+K`, with their roles.
     *
     * @type {Map<string, string>}
     */
    shortcuts = new Map();

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

    /** Makes the DOM what `text` says, with as few changes as that takes; in steps. @param {string} text */
    *follow(text) {
        const lines = lines_of(text);
        const parents = new Set(lines.map((line) => line.parent));
        const had_focus = this.#root.contains(document.activeElement);
        this.#forget_all_but(new Set(lines.map((line) => line.id)));
        /** @type {Mirrored[]} */
        const wanting_focus = [];
        for (const line of lines) {
            const before = this.#mirrored.get(line.id);
            const mirrored = this.#follow_line(line, !parents.has(line.id), wanting_focus);
            this.#mirrored.set(line.id, mirrored);
            this.#place(line);
            if (mirrored === before) continue;
            this.#settle(mirrored, line.parent);
            yield;
        }
        yield* this.#arrange(lines);
        this.#gather_shortcuts();
        const last = wanting_focus.at(-1);
        if (last) focus(last.element);
        else if (had_focus && !this.#root.contains(document.activeElement)) this.#focus_main();
    }

    /** What is new goes into its parent at once, so that the browser lays it out a few at a time. @param {Mirrored} mirrored @param {number} parent */
    #settle({ element }, parent) {
        if (element.parentElement === null) (this.#mirrored.get(parent)?.element ?? this.#root).append(element);
    }

    /** What had the focus has gone: the next Tab starts at the content, not at the top of the page. */
    #focus_main() {
        const main = this.#root.querySelector('main, [role=main]');
        if (main instanceof HTMLElement) focus(main);
    }

    /** @param {Set<number>} ids */
    #forget_all_but(ids) {
        /** @type {Set<HTMLElement | null>} */
        const gone = new Set();
        for (const [id, { element }] of this.#mirrored) {
            if (ids.has(id)) continue;
            this.#mirrored.delete(id);
            gone.add(element);
        }
        // What lies in something that goes, goes with it: one change of the page instead of many. What stays is put where it
        // belongs afterwards.
        for (const element of gone) if (!gone.has(element?.parentElement ?? null)) element?.remove();
    }

    /** @param {Line} line @param {boolean} leaf @param {Mirrored[]} wanting_focus @returns {Mirrored} */
    #follow_line(line, leaf, wanting_focus) {
        const before = this.#mirrored.get(line.id);
        if (before && before.leaf === leaf && before.meaning === line.meaning) return before;
        const node = node_of(line);
        const tag = tag_of(node);
        const kept = before?.tag === tag ? before : undefined;
        if (before && !kept) before.element.remove();
        const element = kept?.element ?? document.createElement(tag);
        const attributes = attributes_of(node, leaf);
        dress(element, kept?.attributes ?? {}, attributes);
        write(element, content_of(node, leaf), leaf);
        if (is_field(node)) this.#fields.show(/** @type {HTMLInputElement} */ (element), node);
        const mirrored = {
            node, meaning: line.meaning, leaf, tag, element, attributes, x: 0, y: 0, box: kept?.box ?? '',
        };
        if (node.flags.includes('f') && !before?.node.flags.includes('f')) wanting_focus.push(mirrored);
        return mirrored;
    }

    /** Boxes are relative to the parent's, so that a row that moves takes its cells along. @param {Line} line */
    #place(line) {
        const mirrored = /** @type {Mirrored} */ (this.#mirrored.get(line.id));
        const parent = this.#mirrored.get(line.parent);
        const [x, y, width, height] = line.place;
        const [left, top] = [x - (parent?.x ?? 0), y - (parent?.y ?? 0)];
        const box = `${left} ${top} ${width} ${height}`;
        mirrored.x = x;
        mirrored.y = y;
        if (mirrored.box === box) return;
        mirrored.box = box;
        const { style } = mirrored.element;
        if (is_field(mirrored.node)) Object.assign(style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
        else style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
    }

    /** Puts every element below its parent, in the order of the lines. @param {Line[]} lines */
    *#arrange(lines) {
        /** @type {Map<Element, Element | null>} what comes next below a parent */
        const next = new Map();
        for (const { id, parent } of lines) {
            const element = /** @type {Mirrored} */ (this.#mirrored.get(id)).element;
            const home = this.#mirrored.get(parent)?.element ?? this.#root;
            let expected = next.has(home) ? /** @type {Element | null} */ (next.get(home)) : home.firstElementChild;
            if (expected !== element && element.parentElement === home && element.contains(document.activeElement)) {
                expected = clear_way(home, expected, element);
            }
            const moves = expected !== element;
            if (moves) home.insertBefore(element, expected);
            next.set(home, element.nextElementSibling);
            if (moves) yield;
        }
    }

    /** What a dialog covers keeps its shortcuts, as it may be closing; but a grid's are there for as long as a row has the focus. */
    #gather_shortcuts() {
        const nodes = [...this.#mirrored.values()].map(({ node }) => node);
        const covers = nodes.some(({ flags }) => flags.includes('o'));
        const held = covers ? [...this.shortcuts].filter(([, role]) => role !== 'grid') : [];
        this.shortcuts = new Map(held);
        for (const { extra, role } of nodes) for (const keys of extra.keys?.split(' ') ?? []) this.shortcuts.set(keys, role);
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
