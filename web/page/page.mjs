// Where the page thread starts: it makes the worker, hands it the canvas, and from then on passes messages to and fro.

import { file } from '../files.mjs';
import { faces } from '../fonts.mjs';
import { Address, fragment } from './address.mjs';
import { copy } from './clipboard.mjs';
import * as failure from './failure.mjs';
import { Fields } from './fields.mjs';
import { choose, download, watch_drops } from './files.mjs';
import { watch_clicks, watch_focus, watch_keys } from './keys.mjs';
import * as memory from './memory.mjs';
import { Mirror } from './mirror.mjs';
import { watch_pointer } from './pointer.mjs';
import { load_program, load_rest } from './program.mjs';
import { scan } from './scan.mjs';
import { come_back, comes_back, forget_identity, known_identity, leave_to_sign_in } from './sign_in.mjs';
import { Inbox } from './slices.mjs';
import { watch_updates } from './updates.mjs';
import { extent, preferences, watch_viewport, watch_waking } from './viewport.mjs';

/** @typedef {import('../messages.mjs').FromPage} FromPage */
/** @typedef {import('../messages.mjs').FromWorker} FromWorker */

/** What tests see of the page: `?test` in the address. */
const probe = { frames: 0, milliseconds: 0, worker: /** @type {Worker | undefined} */ (undefined) };

/** Whether what is saved is on the disk. The worker knows better as soon as it is ready; nothing was saved before. */
let keeps = true;
let started = false;

for (const { face } of faces()) document.fonts.add(face);

const missing = failure.missing_features();
if (missing.length > 0) failure.show_unsupported(missing);
else void start();

async function start() {
    const canvas = /** @type {HTMLCanvasElement} */ (by_id('canvas'));
    const loading = load_program(show_progress);
    loading.catch(() => {}); // told below, where there is a worker to end
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
    loading.then((module) => post({ t: 'program', module }), ({ message }) => {
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
 * @param {(message: FromPage) => void} post
 * @returns {(message: FromWorker) => Iterator<void> | void} what a message of the worker does, or its steps
 */
function connect(canvas, post) {
    const root = by_id('mirror');
    const fields = new Fields(root, post);
    const mirror = new Mirror(root, fields);
    const address = new Address(post);
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

    return (message) => {
        switch (message.t) {
        case 'ready':
            watch_updates(post);
            return begin(message.keeps, post);
        case 'semantics':
            fields.heard(message.texts);
            return follow(message.text);
        case 'title': return show_title(message.text, message.language);
        case 'theme': return show_theme(message);
        case 'route': return address.go(message.fragment, message.how);
        case 'cursor': canvas.style.cursor = message.css; return undefined;
        case 'announce': return announce(message.text, message.how);
        case 'copy': return void copy(message.text);
        case 'open': window.open(`#${message.fragment}`, '_blank', 'noopener'); return undefined;
        case 'choose': return choose(message.purpose, message.accept, post);
        case 'download': return download(message.name, message.type, message.parts);
        case 'persist': return void persist(post);
        case 'reload': return location.reload();
        case 'sign_in': return void leave_to_sign_in(message).catch((error) => {
            console.warn(`sign-in: ${error}`);
            post({ t: 'sign_in_failed' });
        });
        case 'sign_out': return forget_identity();
        case 'scan': case 'scan_told': case 'scan_end': return void scan(message, post);
        case 'remember': return memory.remember(message.key, message.value);
        case 'opened': return memory.mark_open(message.tenant);
        case 'closed': return memory.mark_closed(message.tenant);
        case 'refused': return failure.show_unsupported([message.what]);
        case 'unloaded': return failure.show_unloaded(message.what, keeps);
        case 'crash': return failure.show_crash(message, keeps);
        case 'frame': return count_frame(message.milliseconds);
        case 'measured': return undefined; // whoever asked listens too
        }
    };
}

/** @param {Worker} worker @param {(message: FromWorker) => Iterator<void> | void} act */
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

/** @param {boolean} what_is_saved whether it is kept @param {(message: FromPage) => void} post */
function begin(what_is_saved, post) {
    started = true;
    keeps = what_is_saved;
    by_id('start').remove();
    void load_rest().then((module) => { if (module) post({ t: 'rest', module }); });
}

/** @param {number} done @param {number} total */
function show_progress(done, total) {
    const bar = by_id('bar');
    if (!bar) return;
    const percent = Math.min(100, Math.round((100 * done) / total));
    bar.setAttribute('aria-valuenow', `${percent}`);
    bar.style.setProperty('--done', `${percent}%`);
}

/** @param {string} text @param {string} language */
function show_title(text, language) {
    document.title = text;
    document.documentElement.lang = language;
}

/** Also of what the page draws itself, as keyrack.css has it until then. @param {import('../messages.mjs').Theme} theme */
function show_theme({ dark, ground, colours }) {
    const { style } = document.documentElement;
    style.colorScheme = dark ? 'dark' : 'light';
    style.backgroundColor = ground;
    for (const [name, colour] of Object.entries({ ground, ...colours })) style.setProperty(`--${name}`, colour);
    for (const meta of document.querySelectorAll('meta[name=theme-color]')) meta.setAttribute('content', ground);
}

/** Said again even where it is the same as before. @param {string} text @param {'polite' | 'assertive'} how */
function announce(text, how) {
    const line = document.createElement('p');
    line.textContent = text;
    by_id(how).replaceChildren(line);
}

/** @param {(message: FromPage) => void} post */
async function persist(post) {
    const answer = navigator.storage?.persist?.().catch(() => false); // not there without a secure context
    const granted = await answer ?? false;
    post({ t: 'persisted', granted });
}

/** @param {number} milliseconds */
function count_frame(milliseconds) {
    probe.frames += 1;
    probe.milliseconds = milliseconds;
}
