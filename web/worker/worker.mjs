// Where the worker starts: it loads the program, then hands every message of the page to it.

import icons from '../../icons.json';
import { company_of } from '../address_of.mjs';
import { faces } from '../fonts.mjs';
import { Glyphs } from './glyphs.mjs';
import { Graphics } from './graphics.mjs';
import { Idle } from './idle.mjs';
import { Link } from './link.mjs';
import { Program } from './program.mjs';
import { Rest } from './rest.mjs';
import { Storage } from './storage.mjs';
import { guarded, note, post, stop } from './thread.mjs';
import { Uploads } from './uploads.mjs';
import { Vault } from './vault.mjs';

/** @typedef {import('../messages.mjs').Start} Start */
/** @typedef {import('../messages.mjs').AfterStart} AfterStart */

// The numbers that C++ has for words; the order is that of its enums.
const pointer_phases = ['move', 'down', 'up', 'cancel', 'leave'];
const pointer_kinds = ['mouse', 'touch', 'pen'];
const text_phases = ['input', 'commit', 'cancel'];
const kept_words = ['until_cleared', 'persistent', 'not_at_all'];

const rest = new Rest();
/** @type {(came: import('../messages.mjs').ProgramCame) => void} */
let receive_program = () => {};
/** @type {Promise<import('../messages.mjs').ProgramCame>} */
const receiving_program = new Promise((resolve) => { receive_program = resolve; });

/** What came before the program was there. @type {AfterStart[]} */
const early = [];
/** @type {(message: AfterStart) => void} */
let deliver = (message) => { early.push(message); };

self.onmessage = ({ data }) => {
    if (data.t === 'start') void start(data).catch(stop);
    else if (data.t === 'program') receive_program(data);
    else if (data.t === 'rest') guarded(() => rest.receive(data.module));
    else guarded(() => deliver(data));
};
self.addEventListener('unhandledrejection', ({ reason }) => stop(reason));

// All of these take their time, and none needs another.
const fonts = faces();
const loading_fonts = Promise.all(fonts.map(load_font));
const opening_storage = Storage.make();
const vault = new Vault();
const reading_secrets = vault.all();

/** @param {Start} message */
async function start(message) {
    const graphics = new Graphics(message.canvas);
    const storage = await opening_storage;
    const asking = Promise.all([storage.abandoned(message.remembered.unclosed), storage.kept(), storage.tenants()]);
    const named = company_of(message.fragment); // the program asks for it as soon as it runs
    const opening_early = asking.then(([, , tenants]) => tenants.includes(named) ? storage.open(named) : undefined);
    const link = new Link(storage, vault, message);
    const making = Program.make({
        graphics, storage, glyphs: new Glyphs(icons), page: link, print: note, printErr: note,
    }, receiving_program, rest);
    const [program, [abandoned, kept, tenants], secrets] = await Promise.all([
        making, asking, reading_secrets, loading_fonts,
    ]);
    if (!program.call('open_graphics')) return post({ t: 'refused', what: 'graphics' });

    start_program(program, { tenants, kept, secrets }, message);
    link.expect(abandoned);
    link.connect(program);
    await opening_early;
    if (link.asked_for !== named) storage.close(named); // what follows its name leads nowhere: another tab may have it
    await link.opening; // the first picture is the company's: on a slow machine another one before it keeps it waiting
    graphics.watch(() => guarded(() => { program.call('graphics_lost'); }), () => guarded(() => {
        program.call('graphics_restored');
        link.frames.wake();
    }));
    const handlers = handlers_of(program, link, graphics);
    const idle = new Idle(program.call('idle_after_milliseconds'), () => guarded(() => {
        if (program.call('idle')) link.frames.wake();
    }));
    deliver = (event) => {
        idle.touch();
        /** @type {(event: any) => void} */ (handlers[event.t])(event);
        link.frames.wake();
    };
    deliver({ ...message, t: 'resize' });
    deliver({ ...message, t: 'prefers' });
    early.forEach(deliver);
    link.frames.draw_now();
    post({ t: 'ready', keeps: kept !== 'not_at_all' });
}

/** Where it does not come, the system's stands in. @param {{face: FontFace}} font @returns {Promise<boolean>} whether it is there */
async function load_font({ face }) {
    const scope = /** @type {{fonts: FontFaceSet}} */ (/** @type {unknown} */ (self));
    scope.fonts.add(face);
    return face.load().then(() => true, (error) => (note(`font: ${error.message}`), false));
}

/**
 * @param {Program} program
 * @param {{tenants: string[], kept: string, secrets: Record<string, string>}} own what the browser keeps
 * @param {Start} message
 */
function start_program(program, { tenants, kept, secrets }, message) {
    const { languages, remembered, fragment, identity, sign_in_failure, one_file } = message;
    const chance = [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const address = one_file ? '' : new URL('.', self.location.href).href;
    const words = Object.entries({ ...remembered.words, ...secrets, chance, address }).map(([key, value]) => `${key}\t${value}`);
    if (identity) program.call('signed_in', identity.tenant, identity.issuer, identity.email, identity.name);
    if (sign_in_failure) program.call('sign_in_came_to_nothing', sign_in_failure);
    program.call('start', languages.join('\n'), tenants.join('\n'), words.join('\n'), remembered.device,
        self.location.origin, fragment, kept_words.indexOf(kept), one_file);
}

/**
 * What each message of the page does.
 *
 * @param {Program} program
 * @param {Link} link
 * @param {Graphics} graphics
 * @returns {{[Kind in AfterStart['t']]: (message: Extract<AfterStart, {t: Kind}>) => void}}
 */
function handlers_of(program, link, graphics) {
    const uploads = new Uploads(program, link);
    return {
        resize: ({ width, height, ratio, insets: { top, right, bottom, left } }) => {
            program.call('resize', width, height, ratio, top, right, bottom, left);
        },
        prefers: ({ dark, contrast, reduced_motion, touch }) => {
            program.call('prefers', dark, contrast, reduced_motion, touch);
        },
        pointer: ({ phase, x, y, button, kind, mods }) => {
            program.call('pointer', pointer_phases.indexOf(phase), x, y, button, pointer_kinds.indexOf(kind), mods);
        },
        wheel: ({ x, y, dx, dy, mods }) => { program.call('wheel', x, y, dx, dy, mods); },
        key: ({ key, mods }) => { program.call('key', key, mods); },
        focus: ({ id, visible }) => { program.call('focus', id, visible); },
        activate: ({ id }) => { program.call('activate', id); },
        text: ({ id, value, start: from, end, phase }) => {
            program.call('text', id, value, from, end, text_phases.indexOf(phase));
            link.count_text();
        },
        route: ({ fragment }) => { program.call('route', fragment); },
        file: ({ file }) => { void uploads.read(file).catch(stop); },
        drag: ({ over }) => { program.call('drag', over); },
        wake: ({ hidden, online }) => {
            link.frames.hide(hidden);
            link.tell_online(online);
        },
        persisted: ({ granted }) => {
            program.call('persistence', kept_words.indexOf(granted ? 'persistent' : 'until_cleared'));
        },
        update: () => { program.call('update_arrived'); },
        scanned: ({ code }) => { program.call('scanned', code); },
        scanner_failed: () => { program.call('scanner_failed'); },
        sign_in_failed: () => { program.call('sign_in_failed'); },
        probe: (what) => { probe(what, program, graphics); },
    };
}

/**
 * What tests and the bench do to the worker.
 *
 * @param {import('../messages.mjs').Probe} message
 * @param {Program} program
 * @param {Graphics} graphics
 */
function probe(message, program, graphics) {
    switch (message.what) {
    case 'crash': program.call('break'); break;
    case 'lose_graphics': graphics.lose(); break;
    case 'restore_graphics': graphics.restore(); break;
    case 'memory': post({ t: 'measured', what: 'memory', value: program.bytes }); break;
    case 'commit': post({ t: 'measured', what: 'commit', value: commits(message.count ?? 1, program) }); break;
    }
}

/** Milliseconds of so many commands, each on the disk before the next. @param {number} count @param {Program} program */
function commits(count, program) {
    const began = performance.now();
    const done = program.call('add_rooms', count);
    return done ? performance.now() - began : NaN;
}
