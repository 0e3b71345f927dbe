// Pointers and wheels over the canvas, and over the fields that lie on it.

import { mods_of } from './keys.mjs';

/** @typedef {import('../messages.mjs').AfterStart} Message */
/** @typedef {import('../messages.mjs').Pointer} Pointer */

/** @type {Record<string, Pointer['phase']>} */
const phases = {
    pointermove: 'move', pointerdown: 'down', pointerup: 'up', pointercancel: 'cancel', pointerleave: 'leave',
};

const line_height = 18;

/**
 * @param {HTMLElement} portal holds the canvas and the mirror
 * @param {HTMLCanvasElement} canvas
 * @param {(message: Message) => void} post
 */
export function watch_pointer(portal, canvas, post) {
    for (const type of Object.keys(phases)) {
        portal.addEventListener(type, (event) => send(/** @type {PointerEvent} */ (event)));
    }
    /** @param {PointerEvent} event */
    function send(event) {
        if (!event.isPrimary) return; // a second finger is the browser's: it zooms
        const phase = phases[event.type];
        // So that a drag that leaves the window still ends. Fields keep theirs: it selects text.
        if (phase === 'down' && event.target === canvas) canvas.setPointerCapture(event.pointerId);
        post({
            t: 'pointer', phase, x: event.clientX, y: event.clientY, button: Math.max(event.button, 0),
            kind: event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse',
            mods: mods_of(event),
        });
    }
    portal.addEventListener('wheel', (event) => {
        if (event.ctrlKey) return; // zooms the page
        event.preventDefault();
        const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1
            : event.deltaMode === WheelEvent.DOM_DELTA_LINE ? line_height : innerHeight;
        post({
            t: 'wheel', x: event.clientX, y: event.clientY, dx: event.deltaX * unit, dy: event.deltaY * unit,
            mods: mods_of(event),
        });
    }, { passive: false });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
}
