// What the program does while nobody does anything: slices of a few milliseconds, and whatever comes goes before the next.

/** So long nothing has happened. */
const quiet_milliseconds = 400;

export class Leisure {
    /** A slice; whether there is more to do. @type {() => boolean} */ #use;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

    /** @param {() => boolean} use */
    constructor(use) {
        this.#use = use;
    }

    /** The frames have come to rest; again after each. */
    begin() {
        this.#after(quiet_milliseconds);
    }

    /** @param {number} milliseconds */
    #after(milliseconds) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => { if (this.#use()) this.#after(0); }, milliseconds);
    }
}
