// Pointers and wheels over the canvas, and over the fields that lie on it.

import { mods_of } from './keys.mjs';

/** @typedef {import('../messages.mjs').AfterStart} Message */
/** @typedef {import('../messages.mjs').Pointer} Pointer */

/** @type {Record<string, Pointer['phase']>} */
const phases = {
    pointermove: 'move', pointerdown: 'down', pointerup: 'up', pointercancel: 'cancel', pointerleave: 'leave',
};

const multiple_click_milliseconds = 500;
const multiple_click_distance = 6;
const line_height = 18;

/**
 * @param {HTMLElement} portal holds the canvas and the mirror
 * @param {HTMLCanvasElement} canvas
 * @param {(message: Message) => void} post
 */
export function watch_pointer(portal, canvas, post) {
    const count = click_counter();
    for (const type of Object.keys(phases)) {
        portal.addEventListener(type, (event) => send(/** @type {PointerEvent} */ (event)));
    }
    /** @param {PointerEvent} event */
    function send(event) {
        const phase = phases[event.type];
        // So that a drag that leaves the window still ends. Fields keep theirs: it selects text.
        if (phase === 'down' && event.target === canvas) canvas.setPointerCapture(event.pointerId);
        post({
            t: 'pointer', phase, x: event.clientX, y: event.clientY, button: Math.max(event.button, 0),
            kind: event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse',
            pointer: event.pointerId, mods: mods_of(event), clicks: phase === 'down' ? count(event) : 0,
            time: event.timeStamp,
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

/** Counts clicks that belong together; pointer events do not tell. */
function click_counter() {
    let clicks = 0;
    let last = { time: -Infinity, x: 0, y: 0, button: -1 };
    return (/** @type {PointerEvent} */ event) => {
        const near = Math.hypot(event.clientX - last.x, event.clientY - last.y) <= multiple_click_distance;
        const soon = event.timeStamp - last.time <= multiple_click_milliseconds;
        clicks = near && soon && event.button === last.button ? clicks + 1 : 1;
        last = { time: event.timeStamp, x: event.clientX, y: event.clientY, button: event.button };
        return clicks;
    };
}
