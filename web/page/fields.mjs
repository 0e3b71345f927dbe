// Editing text. A field is a real input; whoever edits it owns its value, and the worker hears the state after every
// change.

import { id_of } from './aria.mjs';

/** @typedef {import('./semantics.mjs').Node} Node */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/** Pixels. A browser rounds a baseline between two pixels down the screen, the canvas rounds it up. */
const raise = 0.25;

/** @param {EventTarget | null} target @returns {target is Field} */
export function is_field_element(target) {
    return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

export class Fields {
    /** @type {(message: import('../messages.mjs').Text) => void} */ #post;
    /** Text messages sent; the worker says how many of them its picture holds. */
    #sent = 0;
    #drawn = 0;
    #composing = false;
    /** What Escape brings back: the value on entering the field or at the last commit. */
    #settled = '';
    /** @type {WeakMap<Field, string>} what the worker says each field holds */ #told = new WeakMap();

    /**
     * @param {HTMLElement} root of the mirror
     * @param {(message: import('../messages.mjs').Text) => void} post
     */
    constructor(root, post) {
        this.#post = post;
        root.addEventListener('input', (event) => this.#send(event.target, 'input'));
        root.addEventListener('change', (event) => this.#after_change(event.target));
        root.addEventListener('focusin', (event) => this.#enter(event.target));
        root.addEventListener('focusout', (event) => this.#leave(event.target));
        root.addEventListener('compositionstart', () => { this.#composing = true; });
        root.addEventListener('compositionend', () => { this.#composing = false; });
    }

    /** The worker has drawn what `count` text messages led to. @param {number} count */
    heard(count) {
        this.#drawn = count;
        if (is_field_element(document.activeElement)) this.#settle_value(document.activeElement);
    }

    /** Gives a field the look and the value of its node. @param {Field} field @param {Node} node */
    show(field, node) {
        const [weight = '400', size = '15', line = 'normal'] = node.extra.font?.split('/') ?? [];
        field.style.fontWeight = weight;
        field.style.fontSize = `${size}px`;
        field.style.lineHeight = line === 'normal' ? line : `${line}px`;
        field.style.color = node.extra.ink ?? '';
        const [left = 0, top = 0, right = 0, bottom = 0] = node.extra.pad?.split(',').map(Number) ?? [];
        field.style.padding = `${top - raise}px ${right}px ${bottom + raise}px ${left}px`;
        this.#told.set(field, node.value);
        this.#settle_value(field);
    }

    /**
     * What a key means to the field that has the focus; whether the worker shall hear the key as well.
     *
     * @param {Field} field
     * @param {KeyboardEvent} event
     */
    takes(field, event) {
        if (event.key === 'Enter' && !(field instanceof HTMLTextAreaElement)) {
            this.#send(field, 'commit');
            return true;
        }
        if (event.key !== 'Escape') return false;
        const idle = field.value === this.#settled;
        if (!idle) field.value = this.#settled;
        this.#send(field, 'cancel');
        return idle;
    }

    /**
     * What the worker says counts once it has seen everything that was typed, and never amid a composition.
     *
     * @param {Field} field
     */
    #settle_value(field) {
        const told = this.#told.get(field);
        if (told === undefined || told === field.value) return;
        if (field === document.activeElement && (this.#composing || this.#drawn < this.#sent)) return;
        field.value = told;
        if (field === document.activeElement) this.#settled = told;
    }

    /** @param {EventTarget | null} target */
    #enter(target) {
        if (is_field_element(target)) this.#settled = target.value;
    }

    /** @param {EventTarget | null} target */
    #leave(target) {
        this.#composing = false;
        this.#send(target, 'commit');
    }

    /**
     * A password manager, or the browser's own picker, changes fields that do not have the focus.
     *
     * @param {EventTarget | null} target
     */
    #after_change(target) {
        if (target !== document.activeElement) this.#send(target, 'commit');
    }

    /** @param {EventTarget | null} target @param {'input' | 'commit' | 'cancel'} phase */
    #send(target, phase) {
        const id = is_field_element(target) && target.isConnected ? id_of(target) : 0;
        if (!is_field_element(target) || id === 0) return; // 0: it has just been removed
        if (phase === 'commit') this.#settled = target.value;
        const end = target.value.length;
        this.#sent += 1;
        this.#post({
            t: 'text', id, value: target.value,
            start: target.selectionStart ?? end, end: target.selectionEnd ?? end, phase,
        });
    }
}
