// When nobody has done anything for a while, and for as long as that goes on.

export class Idle {
    #after_milliseconds;
    #act;
    /** @type {ReturnType<typeof setInterval> | undefined} */ #alarm;

    /** @param {number} after_milliseconds @param {() => void} act again after each such while */
    constructor(after_milliseconds, act) {
        this.#after_milliseconds = after_milliseconds;
        this.#act = act;
    }

    /** Somebody has done something. */
    touch() {
        clearInterval(this.#alarm);
        this.#alarm = setInterval(this.#act, this.#after_milliseconds);
    }
}
