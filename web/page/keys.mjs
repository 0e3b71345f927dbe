// Keys and the DOM's focus: what the focused element has no use for goes to the worker.

import { is_field } from './aria.mjs';
import { is_field_element } from './fields.mjs';

/** @typedef {import('../messages.mjs').AfterStart} Message */

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'Dead', 'Unidentified']);
/** Keys by which a list of suggestions below a field is walked. */
const walking = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);
/** Keys that would scroll the page or open the browser's quick find. */
const kept_from_browser = new Set([...walking, 'ArrowLeft', 'ArrowRight', 'Home', 'End', ' ', '/', "'", 'Backspace']);

/** 1 Shift, 2 Control (Command on Apple's keyboards), 4 Alt, 8 Meta. @param {KeyboardEvent | MouseEvent} event */
export function mods_of(event) {
    const control = apple ? event.ctrlKey || event.metaKey : event.ctrlKey;
    const meta = apple ? false : event.metaKey;
    return (event.shiftKey ? 1 : 0) + (control ? 2 : 0) + (event.altKey ? 4 : 0) + (meta ? 8 : 0);
}

/** As `aria-keyshortcuts` writes it. @param {KeyboardEvent} event */
export function shortcut_of(event) {
    const mods = mods_of(event);
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    const names = ['Shift', 'Control', 'Alt', 'Meta'].filter((_, bit) => mods & (1 << bit));
    const needed = event.key.length === 1 && event.key.toUpperCase() === event.key.toLowerCase() && names[0] === 'Shift'
        ? names.slice(1) : names; // a sign that takes Shift to be typed is named alone: `?`
    return ['Control', 'Alt', 'Shift', 'Meta'].filter((name) => needed.includes(name)).concat(key).join('+');
}

/**
 * @param {import('./mirror.mjs').Mirror} mirror
 * @param {import('./fields.mjs').Fields} fields
 * @param {(message: Message) => void} post
 */
export function watch_keys(mirror, fields, post) {
    document.addEventListener('keydown', (event) => {
        if (event.isComposing || event.defaultPrevented || modifiers.has(event.key)) return;
        if (takes_key(mirror, fields, post, event)) event.preventDefault();
    });
}

/**
 * Whether the browser shall leave the key alone.
 *
 * @param {import('./mirror.mjs').Mirror} mirror
 * @param {import('./fields.mjs').Fields} fields
 * @param {(message: Message) => void} post
 * @param {KeyboardEvent} event
 */
function takes_key(mirror, fields, post, event) {
    const send = () => post({ t: 'key', key: event.key, mods: mods_of(event) });
    const in_field = is_field_element(event.target);
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    const shortcut = shortcut_of(event);
    if (mirror.shortcuts.has(shortcut) && !(in_field && plain && event.key.length === 1)) {
        send();
        return true;
    }
    if (!plain || event.key === 'Tab') return false;
    if (in_field) {
        if (fields.takes(event.target, event)) send();
        const walks = walking.has(event.key) && /searchbox|combobox/.test(mirror.node_of(event.target)?.role ?? '');
        if (walks) send();
        return walks || event.key === 'Escape';
    }
    if (activates(event) && !selects(mirror, event)) return activate(mirror, post, event.target);
    send();
    return kept_from_browser.has(event.key);
}

/** @param {KeyboardEvent} event */
function activates(event) {
    return !event.shiftKey && (event.key === 'Enter' || event.key === ' ') && event.target !== document.body;
}

/**
 * Space on a row of a grid selects it, where Enter opens it.
 *
 * @param {import('./mirror.mjs').Mirror} mirror
 * @param {KeyboardEvent} event
 */
function selects(mirror, event) {
    return event.key === ' ' && mirror.node_of(event.target)?.role === 'row';
}

/**
 * Buttons and links make a click of it by themselves; rows and cells do not.
 *
 * @param {import('./mirror.mjs').Mirror} mirror
 * @param {(message: Message) => void} post
 * @param {EventTarget | null} target
 */
function activate(mirror, post, target) {
    if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement) return false;
    const node = mirror.node_of(target);
    if (node && !node.flags.includes('d')) post({ t: 'activate', id: node.id });
    return node !== undefined;
}

/**
 * Clicks that reach the mirror are a keyboard's or a screen reader's: a real pointer goes through it.
 *
 * @param {HTMLElement} root
 * @param {import('./mirror.mjs').Mirror} mirror
 * @param {(message: Message) => void} post
 */
export function watch_clicks(root, mirror, post) {
    root.addEventListener('click', (event) => {
        const node = mirror.node_of(event.target);
        if (!node || is_field(node)) return;
        if (node.role === 'link' && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
        event.preventDefault();
        if (!node.flags.includes('d')) post({ t: 'activate', id: node.id });
    });
}

/**
 * Tells the worker where the focus is. Call the result when the mirror has changed: removing an element says nothing
 * by itself.
 *
 * @param {HTMLElement} root
 * @param {import('./mirror.mjs').Mirror} mirror
 * @param {(message: Message) => void} post
 */
export function watch_focus(root, mirror, post) {
    let by_keyboard = true; // until a pointer says otherwise: a screen reader moves the focus without a key
    let told = 0;
    const tell = () => {
        const id = mirror.node_of(document.activeElement)?.id ?? 0;
        if (id === told) return;
        told = id;
        post({ t: 'focus', id, visible: by_keyboard });
    };
    document.addEventListener('keydown', (event) => { by_keyboard ||= !modifiers.has(event.key); }, true);
    document.addEventListener('pointerdown', () => { by_keyboard = false; }, true);
    root.addEventListener('focusin', tell);
    // On its way to another element the focus is with none for a moment, which nobody needs to hear.
    root.addEventListener('focusout', (event) => { if (!event.relatedTarget) queueMicrotask(tell); });
    return tell;
}
