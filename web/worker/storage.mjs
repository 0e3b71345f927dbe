// The tenants' files in the origin's private file system, and who holds them: one tab at a time keeps a tenant.
//
// SQLite reads and writes synchronously, so the handles are opened before the database is. In C++ a handle is a
// number, its slot.

import { view } from './heap.mjs';

const suffixes = ['.db', '.db-wal', '.db-journal'];
/** A tab that has just been closed may take a moment to let go of its handles. */
const open_attempts = 20;
const attempt_pause_milliseconds = 100;
const answer_milliseconds = 5000;
/** So long a page that has been reloaded or closed may hold what it kept: until its memory is given back. */
const leaving_milliseconds = 3000;

/** @param {string} tenant */
const lock_name = (tenant) => `keyrack/${tenant}`;

/** @typedef {'opened' | 'held_by_another_tab' | 'not_available'} Outcome */

export class Storage {
    /** @type {FileSystemDirectoryHandle | undefined} undefined: refused, so that nothing is kept */ #folder;
    /** @type {({name: string, handle: FileSystemSyncAccessHandle} | undefined)[]} */ #slots = [];
    /** @type {Map<string, {release: () => void, done: Promise<unknown>}>} the locks of the tenants kept here */ #kept = new Map();
    /** @type {Map<string, Promise<unknown>>} locks on their way back to the browser */ #leaving = new Map();
    /** @type {Map<string, Promise<Outcome>>} */ #opening = new Map();
    /** @type {Map<string, Promise<void>>} tenants whose files are being removed */ #forgetting = new Map();
    /** @type {Map<string, number>} what another tab wants, and until when it waits for it */ #wanted = new Map();
    /** While nobody is told, what is kept here is not open yet. */ #give_up = () => {};
    #channel = new BroadcastChannel('keyrack');

    /** @param {FileSystemDirectoryHandle | undefined} folder */
    constructor(folder) {
        this.#folder = folder;
        this.#channel.addEventListener('message', ({ data }) => {
            if (this.#kept.has(data.asks)) this.#channel.postMessage({ keeps: data.asks });
            if (!this.#kept.has(data.wanted)) return;
            this.#wanted.set(data.wanted, performance.now() + answer_milliseconds);
            this.#give_up();
        });
    }

    static async make() {
        try {
            return new Storage(await navigator.storage.getDirectory());
        } catch {
            return new Storage(undefined); // `file://`, or switched off
        }
    }

    /** Whether the browser keeps the data: until it clears it, persistently, or not at all. */
    async kept() {
        if (!this.#folder) return 'not_at_all';
        return await navigator.storage.persisted?.() ? 'persistent' : 'until_cleared';
    }

    /** The tenants that have files here. @returns {Promise<string[]>} */
    async tenants() {
        const found = [];
        for await (const [name, entry] of this.#folder?.entries() ?? []) {
            if (name.endsWith('.db') && await is_filled(entry)) found.push(name.slice(0, -3));
        }
        return found.sort();
    }

    /** Of tenants that were not closed, those that no other tab has open now. @param {string[]} tenants */
    async abandoned(tenants) {
        if (!this.#folder) return [];
        const { held = [] } = await navigator.locks.query();
        return tenants.filter((tenant) => !held.some(({ name }) => name === lock_name(tenant)));
    }

    /** Another tab wants a tenant that is kept here. @param {() => void} give_up */
    on_wanted(give_up) {
        this.#give_up = give_up;
    }

    /** Whether another tab waits for what is kept here: it may have asked before it was open. @param {string} tenant */
    is_wanted(tenant) {
        return performance.now() < (this.#wanted.get(tenant) ?? 0);
    }

    /**
     * Takes the tenant if no other tab keeps it, and opens its files.
     *
     * @param {string} tenant
     * @returns {Promise<Outcome>}
     */
    async open(tenant) {
        if (!this.#folder) return 'not_available';
        return this.#once(tenant, async () => {
            await this.#forgetting.get(tenant); // the demo company is forgotten and opened again at once
            if (this.#kept.has(tenant)) return 'opened';
            await this.#leaving.get(tenant);
            return await this.#lock_unless_kept(tenant) ? this.#open_kept(tenant) : 'held_by_another_tab';
        });
    }

    /**
     * Asks the tab that keeps the tenant to give it up, and takes it then.
     *
     * @param {string} tenant
     * @returns {Promise<Outcome>}
     */
    async take(tenant) {
        if (!this.#folder) return 'not_available';
        return this.#once(tenant, async () => {
            this.#channel.postMessage({ wanted: tenant });
            const locked = await this.#lock(tenant, { signal: AbortSignal.timeout(answer_milliseconds) });
            return locked ? this.#open_kept(tenant) : 'held_by_another_tab';
        });
    }

    /** An opening that is under way is waited for, not begun twice. @param {string} tenant @param {() => Promise<Outcome>} act */
    #once(tenant, act) {
        const under_way = this.#opening.get(tenant) ?? act().finally(() => this.#opening.delete(tenant));
        this.#opening.set(tenant, under_way);
        return under_way;
    }

    /** Closes the tenant's files and lets other tabs have it. @param {string} tenant */
    close(tenant) {
        this.#close_files(tenant);
        this.#release(tenant);
    }

    /** @param {string} tenant */
    #close_files(tenant) {
        for (const [slot, file] of this.#slots.entries()) {
            if (!file || !suffixes.some((suffix) => file.name === tenant + suffix)) continue;
            file.handle.close();
            this.#slots[slot] = undefined;
        }
    }

    /** @param {string} tenant */
    #release(tenant) {
        const kept = this.#kept.get(tenant);
        if (!kept) return;
        this.#kept.delete(tenant);
        this.#wanted.delete(tenant);
        this.#leaving.set(tenant, kept.done.finally(() => this.#leaving.delete(tenant)));
        kept.release();
    }

    /** Removes the files of a tenant that this visit had begun, then lets other tabs have the name. @param {string} tenant */
    async forget(tenant) {
        this.#close_files(tenant);
        const forgetting = this.#remove(tenant).finally(() => this.#forgetting.delete(tenant));
        this.#forgetting.set(tenant, forgetting);
        await forgetting;
    }

    /** @param {string} tenant */
    async #remove(tenant) {
        for (const suffix of suffixes) await this.#folder?.removeEntry(tenant + suffix).catch(() => {});
        this.#release(tenant);
    }

    /** Where no tab says that it keeps the tenant, whoever holds the lock is leaving. @param {string} tenant @returns {Promise<boolean>} */
    async #lock_unless_kept(tenant) {
        if (await this.#lock(tenant, { ifAvailable: true })) return true;
        const waiting = new AbortController();
        /** @param {MessageEvent} event */
        const hear = ({ data }) => { if (data.keeps === tenant) waiting.abort(); };
        const alarm = setTimeout(() => waiting.abort(), leaving_milliseconds);
        this.#channel.addEventListener('message', hear);
        this.#channel.postMessage({ asks: tenant });
        const locked = await this.#lock(tenant, { signal: waiting.signal });
        this.#channel.removeEventListener('message', hear);
        clearTimeout(alarm);
        return locked;
    }

    /**
     * Holds the lock until `close`; resolves when it is had, or when it is known that it is not.
     *
     * @param {string} tenant
     * @param {LockOptions} options
     * @returns {Promise<boolean>}
     */
    #lock(tenant, options) {
        return new Promise((resolve) => {
            const done = navigator.locks.request(lock_name(tenant), options, (lock) => {
                if (!lock) return resolve(false);
                const held = new Promise((release) => this.#kept.set(tenant, { release: () => release(undefined), done }));
                resolve(true);
                return held;
            }).catch(() => resolve(false)); // no answer in time
        });
    }

    /** @param {string} tenant @returns {Promise<Outcome>} */
    async #open_kept(tenant) {
        for (let attempt = 0; attempt < open_attempts; attempt += 1) {
            try {
                const files = await Promise.allSettled(suffixes.map((suffix) => this.#open_file(tenant + suffix)));
                const failed = files.find(({ status }) => status === 'rejected');
                if (failed) throw /** @type {PromiseRejectedResult} */ (failed).reason;
                return 'opened';
            } catch (error) {
                console.warn(`${tenant}: ${error}`);
                await new Promise((resolve) => setTimeout(resolve, attempt_pause_milliseconds));
            }
        }
        this.close(tenant);
        return 'not_available';
    }

    /** @param {string} name */
    async #open_file(name) {
        if (this.find(name) >= 0) return;
        const folder = /** @type {FileSystemDirectoryHandle} */ (this.#folder);
        const file = await folder.getFileHandle(name, { create: true });
        const handle = await file.createSyncAccessHandle();
        const free = this.#slots.indexOf(undefined);
        this.#slots[free < 0 ? this.#slots.length : free] = { name, handle };
    }

    // Copies of a tenant's database, beside it: `<tenant>~…`.

    /** @param {string} tenant @returns {Promise<{name: string, bytes: number}[]>} */
    async copies(tenant) {
        const found = [];
        for await (const [name, entry] of this.#folder?.entries() ?? []) {
            if (!name.startsWith(`${tenant}~`) || entry.kind !== 'file') continue;
            const file = await /** @type {FileSystemFileHandle} */ (entry).getFile().catch(() => undefined);
            if (file) found.push({ name, bytes: file.size }); // one that is being written is none yet
        }
        return found;
    }

    /** Bytes of the storage that this page uses, and may use; 0 where the browser does not say. */
    async usage() {
        const said = await navigator.storage?.estimate?.().catch(() => undefined);
        return { used: said?.usage ?? 0, quota: said?.quota ?? 0 };
    }

    /** On the disk when it returns; where it does not fit, nothing is left of it. @param {string} name @param {Uint8Array<ArrayBuffer>} bytes */
    async keep_copy(name, bytes) {
        const folder = this.#folder;
        if (!folder) return false;
        try {
            const file = await folder.getFileHandle(name, { create: true });
            const handle = await file.createSyncAccessHandle();
            try {
                handle.truncate(0);
                if (handle.write(bytes, { at: 0 }) !== bytes.byteLength) throw new Error('it does not fit');
                handle.flush();
            } finally {
                handle.close();
            }
            return true;
        } catch (error) {
            console.warn(`${name}: ${error}`);
            await folder.removeEntry(name).catch(() => {});
            return false;
        }
    }

    /** @param {string} tenant @param {string} name */
    async drop_copy(tenant, name) {
        if (!name.startsWith(`${tenant}~`)) return;
        for (const each of [name, `${name}-wal`]) await this.#folder?.removeEntry(each).catch(() => {});
    }

    /**
     * The bytes of a copy, or of the tenant's database itself; of no name, none. Before that, where asked for, the database
     * and its log are copied as they lie; where that fails, nothing is read, and where a copy cannot be read then, another
     * is tried.
     *
     * @param {string} tenant
     * @param {string} name
     * @param {string} set_aside_as
     * @returns {Promise<{bytes: Uint8Array<ArrayBuffer>, fault: string}>}
     */
    async read_copy(tenant, name, set_aside_as) {
        try {
            if (set_aside_as) await this.#set_aside(tenant, set_aside_as);
            const reading = name ? this.#whole(name) : Promise.resolve(new Uint8Array());
            return { bytes: await (set_aside_as ? reading.catch(() => new Uint8Array()) : reading), fault: '' };
        } catch (error) {
            return { bytes: new Uint8Array(), fault: String(error) };
        }
    }

    /** @param {string} tenant @param {string} name */
    async #set_aside(tenant, name) {
        if (!await this.keep_copy(name, await this.#whole(`${tenant}.db`))) throw new Error(`${name} does not fit`);
        const log = await this.#whole(`${tenant}.db-wal`);
        if (log.byteLength > 0 && !await this.keep_copy(`${name}-wal`, log)) throw new Error(`${name}-wal does not fit`);
    }

    /** All of a file, through its handle where it is open. @param {string} name @returns {Promise<Uint8Array<ArrayBuffer>>} */
    async #whole(name) {
        const open = this.#slots.find((file) => file?.name === name);
        if (open) {
            const bytes = new Uint8Array(open.handle.getSize());
            open.handle.read(bytes, { at: 0 });
            return bytes;
        }
        const folder = /** @type {FileSystemDirectoryHandle} */ (this.#folder);
        const file = await (await folder.getFileHandle(name)).getFile();
        return new Uint8Array(await file.arrayBuffer());
    }

    // What the store's VFS calls. -1 says that it failed.

    /** @param {string} name */
    find(name) {
        return this.#slots.findIndex((file) => file?.name === name);
    }

    /**
     * @param {number} slot
     * @param {Uint8Array<ArrayBuffer>} heap
     * @param {number} into pointer
     * @param {number} count
     * @param {number} at
     */
    read(slot, heap, into, count, at) {
        return tried(() => this.#handle(slot).read(view(heap, into, count), { at }));
    }

    /**
     * Over quota it throws, or in a private window returns a number near 2³².
     *
     * @param {number} slot
     * @param {Uint8Array<ArrayBuffer>} heap
     * @param {number} from pointer
     * @param {number} count
     * @param {number} at
     */
    write(slot, heap, from, count, at) {
        const written = tried(() => this.#handle(slot).write(view(heap, from, count), { at }));
        return written <= count ? written : -1;
    }

    /** @param {number} slot @param {number} size */
    truncate(slot, size) {
        return tried(() => (this.#handle(slot).truncate(size), 0));
    }

    /** @param {number} slot */
    flush(slot) {
        return tried(() => (this.#handle(slot).flush(), 0));
    }

    /** @param {number} slot */
    size(slot) {
        return tried(() => this.#handle(slot).getSize());
    }

    /** @param {Uint8Array<ArrayBuffer>} heap @param {number} into pointer @param {number} count */
    random(heap, into, count) {
        crypto.getRandomValues(view(heap, into, count));
    }

    /** @param {number} slot */
    #handle(slot) {
        const file = this.#slots[slot];
        if (!file) throw new Error(`slot ${slot} is not open`);
        return file.handle;
    }
}

/** @param {() => number} act */
function tried(act) {
    try {
        return act();
    } catch (error) {
        console.warn(`storage: ${error}`);
        return -1;
    }
}

/** An opening that came to nothing leaves empty files behind: they are no tenant. @param {FileSystemHandle} entry */
async function is_filled(entry) {
    try {
        return (await /** @type {FileSystemFileHandle} */ (entry).getFile()).size > 0;
    } catch {
        return true; // another tab has it open
    }
}
