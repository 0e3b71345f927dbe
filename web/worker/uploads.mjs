// A file on its way into the portal: read in slices, each only when the job wants more, and worked off between the frames.

import { Pause } from './pause.mjs';

const slice_bytes = 1 << 20;
/** So much of a slice is handed on at once. */
const piece_bytes = 1 << 16;
/** Where a browser draws in software, a frame keeps the worker for tens of milliseconds: so often the progress is drawn. */
const pace_milliseconds = 500;
/** Then frames and messages have their turn. */
const turn_milliseconds = 8;

export class Uploads {
    #program;
    #frames;
    #link;
    #pause = new Pause(turn_milliseconds);
    #current = 0;

    /** @param {import('./program.mjs').Program} program @param {import('./link.mjs').Link} link */
    constructor(program, link) {
        this.#program = program;
        this.#frames = link.frames;
        this.#link = link;
    }

    /** A file that comes while another is read is refused by the portal, which says so. @param {File} file */
    async read(file) {
        const taken = this.#program.call('file_begins', file.name, file.size);
        this.#frames.wake();
        if (taken === 0) return;
        const turn = this.#current += 1;
        this.#frames.pace_milliseconds = pace_milliseconds;
        await this.#read(file, turn);
        if (turn !== this.#current) return; // another file is being read
        this.#frames.pace_milliseconds = 0;
        this.#frames.wake();
    }

    /** @param {File} file @param {number} turn */
    async #read(file, turn) {
        let coming = bytes_of(file.slice(0, slice_bytes));
        for (let at = 0; at < file.size; at += slice_bytes) {
            const bytes = await coming;
            coming = bytes_of(file.slice(at + slice_bytes, at + 2 * slice_bytes)); // while these are worked off
            if (!await this.#hand_on(bytes, turn)) return;
        }
        this.#program.call('file_ends');
        await this.#work_off(turn);
    }

    /** Whether more may follow. @param {Uint8Array | string} bytes or why there are none @param {number} turn */
    async #hand_on(bytes, turn) {
        if (typeof bytes === 'string') {
            if (turn === this.#current && this.#program.call('wants_more') >= 0) this.#program.call('file_failed', bytes);
            return false;
        }
        for (let at = 0; at < bytes.length; at += piece_bytes) {
            if (!await this.#wanted(turn)) return false;
            this.#program.call('file_chunk', bytes.subarray(at, at + piece_bytes));
        }
        return true;
    }

    /** Works until the job wants more; false where it has ended, or was cancelled. @param {number} turn */
    async #wanted(turn) {
        let wanted = this.#program.call('wants_more');
        for (; wanted === 0; wanted = this.#program.call('wants_more')) {
            const works = this.#program.call('work') > 0 || this.#program.call('wants_more') !== 0;
            if (!works) await this.#link.opening; // its tenant's files
            await (works ? this.#pause.where_due() : this.#pause.now());
            if (turn !== this.#current) return false;
        }
        await this.#pause.where_due();
        return wanted > 0 && turn === this.#current && this.#program.call('wants_more') >= 0;
    }

    /** @param {number} turn */
    async #work_off(turn) {
        while (turn === this.#current && this.#program.call('work') > 0) await this.#pause.where_due();
    }
}

/** The bytes, or why the browser cannot read them: the file has gone, or is not ours to read. @param {Blob} slice */
async function bytes_of(slice) {
    try {
        return new Uint8Array(await slice.arrayBuffer());
    } catch (error) {
        return String(error);
    }
}
