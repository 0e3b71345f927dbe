// What the program does while nobody does anything: slices of a few milliseconds, and whatever comes goes before the next.

import { guarded } from './thread.mjs';

/** So long nothing has happened. */
const quiet_milliseconds = 400;

export class Leisure {
    #program;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

    /** @param {import('./program.mjs').Program} program */
    constructor(program) {
        this.#program = program;
    }

    /** The frames have come to rest; again after each. */
    begin() {
        this.#after(quiet_milliseconds);
    }

    /** @param {number} milliseconds */
    #after(milliseconds) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => guarded(() => this.#use()), milliseconds);
    }

    #use() {
        if (this.#program.call('leisure') > 0) this.#after(0);
    }
}
