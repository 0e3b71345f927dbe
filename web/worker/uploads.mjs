// A file on its way into the portal: read in slices, each only when the job wants more.

const slice_bytes = 1 << 20;

export class Uploads {
    #program;
    #frames;
    #current = 0;

    /** @param {import('./program.mjs').Program} program @param {import('./frames.mjs').Frames} frames */
    constructor(program, frames) {
        this.#program = program;
        this.#frames = frames;
    }

    /** A file that comes while another is read is refused by the portal, which says so. @param {File} file */
    async read(file) {
        const taken = this.#program.call('file_begins', file.name, file.size);
        this.#frames.wake();
        if (taken === 0) return;
        const turn = this.#current += 1;
        for (let at = 0; at < file.size; at += slice_bytes) {
            let wanted = this.#program.call('wants_more');
            for (; wanted === 0; wanted = this.#program.call('wants_more')) {
                await this.#frames.drawn();
                if (turn !== this.#current) return;
            }
            if (wanted < 0) return; // the job has ended, or was cancelled
            const bytes = await bytes_of(file.slice(at, at + slice_bytes));
            if (turn !== this.#current) return;
            if (this.#program.call('wants_more') < 0) return;
            if (typeof bytes === 'string') {
                this.#program.call('file_failed', bytes);
                return;
            }
            this.#program.call_with_bytes('file_chunk', bytes);
            this.#frames.wake();
        }
        this.#program.call('file_ends');
        this.#frames.wake();
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
