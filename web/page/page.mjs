// Where the page thread starts: it makes the worker, hands it the canvas, and from then on passes messages to and fro.

import { company_of } from '../address_of.mjs';
import { file } from '../files.mjs';
import { faces } from '../fonts.mjs';
import { acts_of_browser, acts_of_page } from './acts.mjs';
import { Address, fragment } from './address.mjs';
import * as failure from './failure.mjs';
import { Fields } from './fields.mjs';
import { watch_drops } from './files.mjs';
import { watch_clicks, watch_focus, watch_keys } from './keys.mjs';
import * as memory from './memory.mjs';
import { Mirror } from './mirror.mjs';
import { watch_pointer } from './pointer.mjs';
import { load_program, load_rest } from './program.mjs';
import { come_back, comes_back, known_identity } from './sign_in.mjs';
import { Inbox } from './slices.mjs';
import { watch_updates } from './updates.mjs';
import { extent, preferences, watch_viewport, watch_waking } from './viewport.mjs';

/** @typedef {import('../messages.mjs').FromPage} FromPage */
/** @typedef {import('../messages.mjs').FromWorker} FromWorker */
/** @typedef {import('./acts.mjs').Act} Act */
/** @typedef {import('./acts.mjs').Acts} Acts */
/** @typedef {import('./acts.mjs').Post} Post */

/** What tests see of the page: `?test` in the address. */
const probe = { frames: 0, frames_at_rest: -1, milliseconds: 0, worker: /** @type {Worker | undefined} */ (undefined) };

/** Whether what is saved is on the disk. The worker knows better as soon as it is ready; nothing was saved before. */
let keeps = true;
let started = false;
/** Whether the program came whole. */
let rest_came = false;

for (const { face } of faces()) document.fonts.add(face);

const missing = failure.missing_features();
if (missing.length > 0) failure.show_unsupported(missing);
else void start();

async function start() {
    const canvas = /** @type {HTMLCanvasElement} */ (by_id('canvas'));
    const loading = load_program(show_progress);
    loading.catch(() => {}); // told below, where there is a worker to end
    // A company is opened by the rest: it comes at once, beside the first part.
    const loading_rest = company_of(fragment()) ? load_rest() : undefined;
    const signed_in = comes_back() ? await come_back() : { identity: known_identity() };
    const test = new URLSearchParams(location.search).has('test');
    const worker = make_worker();
    if (!worker) return failure.show_unsupported(['modules']);
    /** @param {FromPage} message @param {Transferable[]} [transfer] */
    const post = (message, transfer = []) => worker.postMessage(message, transfer);
    if (test) Object.assign(window, { keyrack: Object.assign(probe, { worker }) });

    hear(worker, connect(canvas, post));
    by_id('bar').setAttribute('aria-label', failure.starting_words());
    const surface = canvas.transferControlToOffscreen();
    post({
        t: 'start', canvas: surface, ...extent(canvas), ...preferences(), languages: navigator.languages,
        fragment: fragment(), remembered: memory.remembered(), hidden: document.visibilityState === 'hidden', test,
        one_file: KEYRACK_ONE_FILE, identity: signed_in.identity, sign_in_failure: signed_in.failure,
    }, [surface]);
    Promise.all([loading, loading_rest]).then(([module, rest]) => {
        rest_came = rest !== undefined;
        post({ t: 'program', module, rest });
    }, ({ message }) => {
        worker.terminate();
        failure.show_unloaded(message, keeps);
    });
    return undefined;
}

/** A browser without module workers does not read the option, and would take the script for another kind. */
function make_worker() {
    if (KEYRACK_ONE_FILE) return new Worker(text_of_element('worker'), { name: 'keyrack' });
    let read = false;
    const options = { name: 'keyrack', get type() { read = true; return /** @type {const} */ ('module'); } };
    const worker = new Worker(file('worker.mjs').address, options);
    if (read) return worker;
    worker.terminate();
    return undefined;
}

/** In a single file the worker's script lies in the page. @param {string} id */
function text_of_element(id) {
    return URL.createObjectURL(new Blob([by_id(id).textContent ?? ''], { type: 'text/javascript' }));
}

/**
 * Connects the page's parts with the worker.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Post} post
 * @returns {Act}
 */
function connect(canvas, post) {
    const root = by_id('mirror');
    const fields = new Fields(root, post);
    const mirror = new Mirror(root, fields);
    watch_pointer(by_id('portal'), canvas, post);
    watch_keys(mirror, fields, post);
    watch_clicks(root, mirror, post);
    const tell_focus = watch_focus(root, mirror, post);
    watch_viewport(canvas, post);
    watch_waking(post);
    watch_drops(post);
    memory.watch_closing();

    /** @param {string | undefined} text */
    function* follow(text) {
        if (text !== undefined) yield* mirror.follow(text);
        tell_focus();
    }

    /** @type {Acts} */
    const acts = {
        semantics: ({ text, texts }) => {
            fields.heard(texts);
            return follow(text);
        },
        cursor: ({ css }) => { canvas.style.cursor = css; },
        ...acts_of_worker(post),
        ...acts_of_page(new Address(post)),
        ...acts_of_browser(post),
    };
    return (message) => /** @type {Act | undefined} */ (acts[message.t])?.(message); // others are not for the page
}

/** How the worker itself fares. @param {Post} post */
function acts_of_worker(post) {
    return /** @satisfies {Partial<Acts>} */ ({
        ready: (message) => {
            watch_updates(post);
            begin(message.keeps, post);
        },
        refused: ({ what }) => failure.show_unsupported([what]),
        unloaded: ({ what }) => failure.show_unloaded(what, keeps),
        crash: (crash) => failure.show_crash(crash, keeps),
        frame: ({ milliseconds }) => count_frame(milliseconds),
        rested: () => { probe.frames_at_rest = probe.frames; },
        measured: () => {}, // whoever asked listens too
    });
}

/** @param {Worker} worker @param {Act} act */
function hear(worker, act) {
    /** @param {import('../messages.mjs').Crash} crash */
    const stop = (crash) => {
        worker.terminate();
        failure.show_crash(crash, keeps);
    };
    /** @type {Inbox<FromWorker>} */
    const inbox = new Inbox(act, (waiting) => waiting.some(({ t }) => t === 'semantics'), (error) => {
        const { message, stack } = /** @type {Error} */ (error);
        stop({ t: 'crash', message, stack: stack ?? '', log: [] });
    });
    worker.addEventListener('message', ({ data }) => {
        if (['crash', 'refused', 'unloaded'].includes(data.t)) worker.terminate();
        inbox.take(data);
    });
    worker.addEventListener('error', (event) => {
        worker.terminate();
        // A script that does not load, or does not parse, says so by an event without more to it.
        const { message = file('worker.mjs').path, filename = '', lineno = '' } = event;
        const what = `${message} ${filename}:${lineno}`;
        if (started) failure.show_crash({ t: 'crash', message: what, stack: '', log: [] }, keeps);
        else failure.show_unloaded(what, keeps);
    });
}

/** @param {string} id */
function by_id(id) {
    return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {boolean} what_is_saved whether it is kept @param {Post} post */
function begin(what_is_saved, post) {
    started = true;
    keeps = what_is_saved;
    by_id('start').remove();
    if (rest_came) return;
    setTimeout(() => void load_rest().then((module) => { if (module) post({ t: 'rest', module }); })); // after the picture
}

/** @param {number} done @param {number} total */
function show_progress(done, total) {
    const bar = by_id('bar');
    if (!bar) return;
    const percent = Math.min(100, Math.round((100 * done) / total));
    bar.setAttribute('aria-valuenow', `${percent}`);
    bar.style.setProperty('--done', `${percent}%`);
}

/** @param {number} milliseconds */
function count_frame(milliseconds) {
    probe.frames += 1;
    probe.milliseconds = milliseconds;
}
