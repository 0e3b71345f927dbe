// What the program tells the page and asks of the worker: `Module.page` in src/browser/page.cpp.

import { Exchange } from './exchange.mjs';
import { Frames } from './frames.mjs';
import { view } from './heap.mjs';
import { Leisure } from './leisure.mjs';
import { Pause } from './pause.mjs';
import { expected_in_vain, guarded, note, post } from './thread.mjs';

/** @typedef {import('./program.mjs').Program} Program */
/** @typedef {import('./storage.mjs').Storage} Storage */
/** @typedef {import('./vault.mjs').Vault} Vault */
/** @typedef {import('../messages.mjs').Start} Start */

/**
 * A text is in the picture once two frames were drawn after it: the first takes it in, the second shows what came of
 * it.
 */
const frames_until_drawn = 2;
/** Who waits until nothing moves any more waits for a frame that comes so soon. */
const soon_milliseconds = 250;
/** While a job works: the least between two frames, and how long it works until messages have their turn. */
const work_pace_milliseconds = 250;
const turn_milliseconds = 8;
/** As `portal::FilesState` has them. */
const files_words = ['opened', 'opened_after_crash', 'held_by_another_tab', 'not_available'];
/** As `sync::Answered` has them. */
const answer_words = ['found', 'absent', 'done', 'refused', 'failed'];
/** Words that hold secrets begin so; the worker keeps them itself. */
const secret_prefix = 'backend:';
/** An exchange goes on between the frames, and so often its progress is drawn. */
const progress_milliseconds = 250;
const longest_timeout_milliseconds = 2 ** 31 - 1;

export class Link {
    #storage;
    /** @type {Set<string>} tenants that were open when the browser ended */ #abandoned = new Set();
    #vault;
    #exchange;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #alarm;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #drawing;
    #test;
    #hidden;
    /** @type {Program | undefined} */ #program;
    /** @type {Frames | undefined} */ #frames;
    #frame = 0;
    #working = false;
    /** @type {Promise<unknown>} what is done with copies */ #turn = Promise.resolve();
    #pause = new Pause(turn_milliseconds);
    /** @type {string | undefined} made since the last post */ #semantics;
    /** Text messages handled, what the page knows of that, and how it stood after the last frames. */
    #texts = 0;
    #texts_told = 0;
    /** @type {number[]} */ #texts_before = [];

    /**
     * @param {Storage} storage
     * @param {Vault} vault
     * @param {Start} start
     */
    constructor(storage, vault, { hidden, test }) {
        this.#storage = storage;
        this.#vault = vault;
        this.#exchange = new Exchange(
            (...answer) => guarded(() => this.#answered(...answer)),
            (...found) => guarded(() => this.#tested(...found)),
        );
        this.#hidden = hidden;
        this.#test = test;
    }

    /** @param {string[]} abandoned tenants that were open when the browser ended */
    expect(abandoned) {
        this.#abandoned = new Set(abandoned);
    }

    /** @param {Program} program */
    connect(program) {
        this.#program = program;
        this.#frames = new Frames((time) => this.#draw(time), this.#hidden);
        const leisure = new Leisure(() => this.#use_leisure());
        this.#frames.on_rest = (next) => {
            leisure.begin();
            const comes_soon = this.frames.pace_milliseconds > 0 || (next >= 0 && next <= soon_milliseconds);
            if (this.#test && !comes_soon) post({ t: 'rested' });
        };
        this.#storage.on_wanted(() => guarded(() => this.#give_up()));
        program.call('online', navigator.onLine);
    }

    get program() {
        if (!this.#program) throw new Error('the program is not loaded yet');
        return this.#program;
    }

    get frames() {
        if (!this.#frames) throw new Error('the program is not loaded yet');
        return this.#frames;
    }

    count_text() {
        this.#texts += 1;
    }

    /** @param {number} time @returns {number} */
    #draw(time) {
        let next = -1;
        guarded(() => {
            const began = performance.now();
            const wanted = this.program.call('frame', time);
            this.#tell_semantics();
            this.#frame += 1;
            if (this.#test) post({ t: 'frame', number: this.#frame, milliseconds: performance.now() - began });
            next = wanted;
            if (this.program.call('has_work')) void this.#work_on();
        });
        return next;
    }

    #use_leisure() {
        if (this.frames.awake) return false; // once they rest, it begins anew
        let left = 0;
        guarded(() => { left = this.program.call('leisure'); });
        if (left === 2) this.frames.wake(); // leisure begins anew after them
        return left === 1;
    }

    /** A job that no file feeds goes on between the frames, which are drawn now and then. */
    async #work_on() {
        if (this.#working || this.frames.pace_milliseconds > 0) return; // a file that is being read drives it
        this.#working = true;
        this.frames.pace_milliseconds = work_pace_milliseconds;
        for (let more = true; more;) {
            await this.#pause.where_due();
            more = false;
            guarded(() => { more = this.program.call('work') > 0; });
        }
        this.frames.pace_milliseconds = 0;
        this.#working = false;
        this.frames.wake();
    }

    #tell_semantics() {
        this.#texts_before.push(this.#texts);
        const texts = this.#texts_before.length > frames_until_drawn ? this.#texts_before.shift() ?? 0 : 0;
        if (this.#semantics === undefined && texts === this.#texts_told) return;
        post({ t: 'semantics', text: this.#semantics, texts });
        this.#semantics = undefined;
        this.#texts_told = texts;
    }

    // --- told to the page ---

    /** @param {string} text */
    semantics(text) {
        this.#semantics = text;
    }

    /** @param {string} text @param {string} language */
    title(text, language) {
        post({ t: 'title', text, language });
    }

    /** @param {boolean} dark @param {string} ground @param {string} colours */
    theme(dark, ground, colours) {
        post({ t: 'theme', dark, ground, colours: named_by_lines(colours) });
    }

    /** @param {string} css */
    cursor(css) {
        post({ t: 'cursor', css });
    }

    /** @param {string} text @param {'polite' | 'assertive'} how */
    announce(text, how) {
        post({ t: 'announce', text, how });
    }

    /** @param {string} text */
    copy(text) {
        post({ t: 'copy', text });
    }

    /** @param {string} fragment @param {'push' | 'replace'} how */
    route(fragment, how) {
        post({ t: 'route', fragment, how });
    }

    /** @param {string} fragment */
    open_tab(fragment) {
        post({ t: 'open', fragment });
    }

    /** @param {string} address */
    open_mail(address) {
        post({ t: 'mail', address });
    }

    /** @param {string} purpose @param {string} accept */
    choose(purpose, accept) {
        post({ t: 'choose', purpose, accept });
    }

    /**
     * @param {string} name
     * @param {string} type
     * @param {Uint8Array<ArrayBuffer>} heap
     * @param {number} from pointer
     * @param {number} count
     */
    download(name, type, heap, from, count) {
        const bytes = view(heap, from, count).slice();
        post({ t: 'download', name, type, parts: [bytes] }, [bytes.buffer]);
    }

    /** @param {string} key @param {string} value */
    remember(key, value) {
        if (key.startsWith(secret_prefix)) void this.#vault.keep(key, value).catch((error) => note(`vault: ${error}`));
        else post({ t: 'remember', key, value });
    }

    persist() {
        post({ t: 'persist' });
    }

    reload() {
        post({ t: 'reload' });
    }

    /**
     * @param {string} tenant
     * @param {string} issuer
     * @param {string} client_id
     * @param {string} email
     * @param {string} fragment
     */
    sign_in(tenant, issuer, client_id, email, fragment) {
        post({ t: 'sign_in', tenant, issuer, client_id, email, fragment });
    }

    sign_out() {
        post({ t: 'sign_out' });
    }

    /** @param {string} words */
    open_scanner(words) {
        post({ t: 'scan', words: named_by_lines(words) });
    }

    /** @param {string} tone @param {string} code @param {string} verdict @param {string} count */
    tell_scanner(tone, code, verdict, count) {
        post({ t: 'scan_told', tone, code, verdict, count });
    }

    close_scanner() {
        post({ t: 'scan_end' });
    }

    /** @param {string} expectation @param {string} file @param {number} line */
    broken(expectation, file, line) {
        expected_in_vain(`${expectation} (${file}:${line})`);
    }

    // --- the exchange ---

    /** @param {string} tenant @param {string} spec JSON */
    use_backend(tenant, spec) {
        this.#exchange.use(tenant, JSON.parse(spec));
    }

    /** @param {string} tenant @param {string} spec JSON */
    test_backend(tenant, spec) {
        void this.#exchange.test(tenant, JSON.parse(spec));
    }

    /**
     * @param {string} tenant
     * @param {number} request
     * @param {boolean} put
     * @param {string} path
     * @param {Uint8Array<ArrayBuffer>} heap
     * @param {number} from pointer
     * @param {number} count
     */
    request(tenant, request, put, path, heap, from, count) {
        if (put) void this.#exchange.put(tenant, request, path, view(heap, from, count).slice());
        else void this.#exchange.get(tenant, request, path);
    }

    /** @param {number} milliseconds since 1970 */
    wake_at(milliseconds) {
        clearTimeout(this.#alarm);
        const wait = Math.min(Math.max(milliseconds - Date.now(), 0), longest_timeout_milliseconds);
        this.#alarm = setTimeout(() => guarded(() => {
            if (this.program.call('woken')) this.#draw_progress();
        }), wait);
    }

    /** @type {import('./exchange.mjs').OnAnswer} */
    #answered(tenant, request, { how, body }) {
        const is_seen = this.program.call('answered', tenant, request, answer_words.indexOf(how), body);
        if (is_seen) this.#draw_progress();
    }

    /** @type {import('./exchange.mjs').OnTested} */
    #tested(tenant, findings) {
        const lines = findings.map(({ what, holds, advice, status }) => (
            [what, holds ? 1 : 0, status ? `HTTP ${status}` : '', advice].join('\t')));
        this.program.call('backend_tested', tenant, lines.join('\n'));
        this.frames.wake();
    }

    /** @param {boolean} online */
    tell_online(online) {
        this.program.call('online', online);
        this.frames.wake();
    }

    #draw_progress() {
        this.#drawing ??= setTimeout(() => {
            this.#drawing = undefined;
            this.frames.wake();
        }, progress_milliseconds);
    }

    // --- the tenant's files ---

    /** Resolves when the program knows what came of the files that it asked for last. */
    opening = Promise.resolve();
    /** The tenant whose files it asked for last. */
    asked_for = '';

    /** @param {string} tenant @param {boolean} take whether a tab that keeps it is asked to give it up */
    open_files(tenant, take) {
        this.asked_for = tenant;
        this.opening = this.#open_files(tenant, take);
    }

    /** @param {string} tenant @param {boolean} take */
    async #open_files(tenant, take) {
        const outcome = await (take ? this.#storage.take(tenant) : this.#storage.open(tenant));
        const after_crash = outcome === 'opened' && this.#abandoned.delete(tenant);
        guarded(() => {
            const word = after_crash ? 'opened_after_crash' : outcome;
            this.program.call('files_opened', tenant, files_words.indexOf(word));
            this.frames.wake();
        });
        if (outcome !== 'opened') return;
        post({ t: 'opened', tenant });
        if (this.#storage.is_wanted(tenant)) guarded(() => this.#give_up());
    }

    /** @param {string} tenant */
    close_files(tenant) {
        this.#exchange.close(tenant);
        this.#storage.close(tenant);
        post({ t: 'closed', tenant });
    }

    /** @param {string} tenant */
    async forget_files(tenant) {
        this.#exchange.close(tenant);
        await this.#storage.forget(tenant);
        post({ t: 'closed', tenant });
    }

    // --- copies of its database ---

    /** One after another, in the order in which they were asked for. @param {() => Promise<unknown>} act */
    #in_turn(act) {
        this.#turn = this.#turn.then(act);
    }

    /** @param {string} tenant */
    ask_storage(tenant) {
        this.#in_turn(() => this.#tell_storage(tenant));
    }

    /** Which copies there are, and how full the storage is. @param {string} tenant */
    async #tell_storage(tenant) {
        const files = await this.#storage.copies(tenant);
        const { used, quota } = await this.#storage.usage();
        guarded(() => {
            const lines = files.map(({ name, bytes }) => `${name}\t${bytes}`).join('\n');
            this.program.call('storage_seen', tenant, lines, used, quota);
            this.frames.wake();
        });
    }

    /**
     * @param {string} tenant
     * @param {string} file
     * @param {Uint8Array<ArrayBuffer>} heap
     * @param {number} from pointer
     * @param {number} count
     */
    keep_backup(tenant, file, heap, from, count) {
        const bytes = view(heap, from, count).slice();
        this.#in_turn(() => this.#storage.keep_copy(file, bytes));
        this.ask_storage(tenant);
    }

    /** @param {string} tenant @param {string} file */
    drop_backup(tenant, file) {
        this.#in_turn(() => this.#storage.drop_copy(tenant, file));
    }

    /** @param {string} tenant @param {string} file @param {string} set_aside_as */
    read_backup(tenant, file, set_aside_as) {
        this.#in_turn(async () => {
            const { bytes, fault } = await this.#storage.read_copy(tenant, file, set_aside_as);
            guarded(() => {
                this.program.call('backup_read', bytes, tenant, file, fault);
                this.frames.wake();
            });
        });
    }

    /** Another tab wants it: the store puts everything into the file and closes it, and `close_files` follows. */
    #give_up() {
        this.program.call('give_up_files');
        this.frames.wake();
    }
}

/** A line holds a name, a TAB and the value. @param {string} lines @returns {Record<string, string>} */
function named_by_lines(lines) {
    return Object.fromEntries(lines.split('\n').filter((line) => line !== '').map((line) => line.split('\t')));
}
