// When to draw: a few frames after something happened, then rest. An idle tab draws nothing.

/** A change takes a frame to be laid out, one to settle, and one in which nothing moves any more. */
const frames_after_event = 3;
/** Jobs of a hidden page go on at this pace, since it gets no animation frames. */
const hidden_pace_milliseconds = 30;
/** A longer timeout would end at once. */
const longest_timeout_milliseconds = 2 ** 31 - 1;

export class Frames {
    /**
     * Draws; milliseconds until the next frame is needed, 0 at once, negative: not at all.
     *
     * @type {(time: number) => number}
     */
    #draw;
    #left = 0;
    #scheduled = false;
    #hidden;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #alarm;
    /** While work goes on beside the frames: the least between two that nothing but a picture in motion asks for. */
    pace_milliseconds = 0;
    /**
     * Nothing is left to be drawn for now; the next frame comes in so many milliseconds by itself, negative: never.
     *
     * @type {(next: number) => void}
     */
    on_rest = () => {};

    /** @param {(time: number) => number} draw @param {boolean} hidden */
    constructor(draw, hidden) {
        this.#draw = draw;
        this.#hidden = hidden;
    }

    /** Something happened. */
    wake(count = frames_after_event) {
        this.#left = Math.max(this.#left, count);
        this.#schedule();
    }

    /** Whether a frame is to come that something which happened wants. */
    get awake() {
        return this.#left > 0;
    }

    /** @param {boolean} hidden */
    hide(hidden) {
        if (hidden !== this.#hidden) this.#scheduled = false; // what was asked for before may never come
        this.#hidden = hidden;
        this.wake();
    }

    /** Without waiting for the browser's next picture: there is none yet to wait for. */
    draw_now() {
        this.#turn(performance.now());
    }

    #schedule() {
        if (this.#scheduled) return;
        this.#scheduled = true;
        const hidden = this.#hidden;
        /** @param {number} time */
        const run = (time) => {
            if (hidden !== this.#hidden) return;
            this.#scheduled = false;
            this.#turn(time);
        };
        if (hidden) setTimeout(() => run(performance.now()), hidden_pace_milliseconds);
        else requestAnimationFrame(run);
    }

    /** @param {number} time */
    #turn(time) {
        this.#left -= 1;
        const wanted = this.#draw(time);
        const next = wanted < 0 ? wanted : Math.max(wanted, this.pace_milliseconds);
        clearTimeout(this.#alarm);
        if (next === 0) this.wake(1);
        else if (next > 0) this.#alarm = setTimeout(() => this.wake(1), Math.min(next, longest_timeout_milliseconds));
        if (this.#left > 0) this.#schedule();
        else if (next !== 0) this.on_rest(next);
    }
}
