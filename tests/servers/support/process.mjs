// Server programs as the tests run them: on a port of their own, in a folder of their own, ended by their own number.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const cache = process.env.KEYRACK_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'keyrack');
/** How long a server may take to start on a machine with much else to do. */
const patience_milliseconds = 60_000;
/** Whoever is asked while it starts may keep the question for ever. */
const answer_milliseconds = 2000;

/** Where `path` of Debian's packages is: unpacked into the cache, or installed. @param {string} path */
export function installed(path, part = 'servers') {
    const found = [join(cache, part, path), path].find(existsSync);
    if (!found) throw new Error(`no ${path}: ./dev setup ${part}`);
    return found;
}

/** For the dynamic linker: the libraries that were unpacked with the programs. */
export function libraries(part = 'servers') {
    const parents = ['usr/lib', 'lib'].map((name) => join(cache, part, name)).filter(existsSync);
    const folders = parents.flatMap((parent) => readdirSync(parent).filter((name) => name.endsWith('-linux-gnu'))
        .map((name) => join(parent, name)));
    return [...folders, ...folders.map((folder) => join(folder, 'ceph'))].join(':');
}

/** A port that nobody has at the moment. @returns {Promise<number>} */
export function free_port() {
    return new Promise((resolve, reject) => {
        const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
            const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
            probe.close(() => resolve(port));
        });
    });
}

/** A program and whatever it started. */
export class Running {
    #child;
    #said = '';
    #ended;

    /** @param {string} program @param {string[]} words @param {{part?: string, cwd?: string, also?: string}} [options] */
    constructor(program, words, { part = 'servers', cwd, also } = {}) {
        const LD_LIBRARY_PATH = [also, libraries(part), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
        this.#child = spawn(program, words, {
            cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LD_LIBRARY_PATH },
        });
        for (const stream of [this.#child.stdout, this.#child.stderr]) {
            stream.on('data', (data) => { this.#said = (this.#said + data).slice(-4000); });
            /** @type {import('node:net').Socket} */ (stream).unref();
        }
        // A test that fails before it has ended its servers is not kept alive by them, nor do they outlive it.
        this.#child.unref();
        process.once('exit', () => this.#kill('SIGKILL'));
        this.#ended = new Promise((resolve) => {
            this.#child.once('exit', resolve).once('error', (error) => { this.#said += error; resolve(undefined); });
        });
    }

    get said() {
        return this.#said;
    }

    /** Until it answers at the address, whatever it says. @param {string} address */
    async answers(address) {
        for (const until = Date.now() + patience_milliseconds; Date.now() < until;) {
            const gone = await Promise.race([this.#ended.then(() => true), pause(50, false)]);
            if (gone) throw new Error(`the server ended:\n${this.#said}`);
            const signal = AbortSignal.timeout(answer_milliseconds);
            if (await fetch(address, { signal }).then(() => true, () => false)) return;
        }
        throw new Error(`no answer at ${address}:\n${this.#said}`);
    }

    /** @param {NodeJS.Signals} signal */
    async end(signal) {
        this.#child.ref();
        this.#kill(signal);
        await this.#ended;
    }

    /** @param {NodeJS.Signals} signal */
    #kill(signal) {
        const { pid, exitCode, signalCode } = this.#child;
        if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, signal);
    }
}
