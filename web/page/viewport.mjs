// How large the viewport is, how many device pixels it has, what covers its edges, and what the person prefers.

/** @typedef {import('../messages.mjs').Extent} Extent */
/** @typedef {import('../messages.mjs').Preferences} Preferences */
/** @typedef {import('../messages.mjs').AfterStart} Message */

const queries = {
    dark: '(prefers-color-scheme: dark)',
    more_contrast: '(prefers-contrast: more)',
    forced_colours: '(forced-colors: active)',
    reduced_motion: '(prefers-reduced-motion: reduce)',
    touch: '(pointer: coarse)',
};

/** @param {string} query */
const holds = (query) => matchMedia(query).matches;

/** @returns {Preferences} */
export function preferences() {
    return {
        dark: holds(queries.dark),
        contrast: holds(queries.more_contrast) || holds(queries.forced_colours),
        reduced_motion: holds(queries.reduced_motion),
        touch: holds(queries.touch),
    };
}

/**
 * @param {HTMLCanvasElement} canvas fills the viewport
 * @returns {Extent}
 */
export function extent(canvas) {
    const { width, height } = canvas.getBoundingClientRect();
    return { width, height, ratio: ratio(), insets: insets() };
}

/** Device pixels a CSS pixel; twice as many when the fingers have zoomed in, so that text stays crisp. */
function ratio() {
    const zoomed = (window.visualViewport?.scale ?? 1) > 1.25 && devicePixelRatio <= 2;
    return devicePixelRatio * (zoomed ? 2 : 1);
}

/** What notches, home bars and a touch keyboard cover. */
function insets() {
    const style = getComputedStyle(/** @type {HTMLElement} */ (document.getElementById('safe-area')));
    const { paddingTop, paddingRight, paddingBottom, paddingLeft } = style;
    const [top, right, bottom, left] = [paddingTop, paddingRight, paddingBottom, paddingLeft].map(parseFloat);
    const seen = window.visualViewport;
    const keyboard = seen && seen.scale < 1.05 ? innerHeight - seen.offsetTop - seen.height : 0;
    return { top, right, bottom: Math.max(bottom, keyboard > 60 ? keyboard : 0), left };
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {(message: Message) => void} post
 */
export function watch_viewport(canvas, post) {
    let told = JSON.stringify(extent(canvas));
    const resized = () => {
        const now = extent(canvas);
        if (JSON.stringify(now) === told) return;
        told = JSON.stringify(now);
        post({ t: 'resize', ...now });
    };
    new ResizeObserver(resized).observe(canvas);
    window.visualViewport?.addEventListener('resize', resized);
    watch_ratio(resized);
    for (const query of Object.values(queries)) {
        matchMedia(query).addEventListener('change', () => post({ t: 'prefers', ...preferences() }));
    }
}

/**
 * A query of the present ratio stops matching when the window moves to another screen or is zoomed.
 *
 * @param {() => void} changed
 */
function watch_ratio(changed) {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
        changed();
        watch_ratio(changed);
    }, { once: true });
}

/** @param {(message: Message) => void} post */
export function watch_waking(post) {
    const wake = () => post({ t: 'wake', hidden: document.visibilityState === 'hidden', online: navigator.onLine });
    document.addEventListener('visibilitychange', wake);
    for (const change of ['pageshow', 'online', 'offline']) window.addEventListener(change, wake);
    document.fonts.addEventListener('loadingdone', wake);
}
