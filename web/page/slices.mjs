// Work in slices: a page thread that is busy for long lets nobody type or scroll. Between two slices the browser makes a picture,
// for which it lays out what the slice has changed: so neither the slice nor the layout is long.

const slice_milliseconds = 3;
/** Elements that the browser lays out in as little time. */
const slice_steps = 80;
/** A page that is hidden meanwhile gets no pictures. */
const longest_wait_milliseconds = 100;

/**
 * Whether `steps` came to their end within a slice.
 *
 * @param {Iterator<void>} steps
 */
export function done_in_slice(steps) {
    const until = performance.now() + slice_milliseconds;
    for (let step = 0; step < slice_steps && performance.now() < until; step += 1) {
        if (steps.next().done) return true;
    }
    return false;
}

/** @param {Iterator<void>} steps */
export function finish(steps) {
    while (!steps.next().done);
}

/** In a task of its own, once the browser has made a picture or does not make any. @param {() => void} act */
export function after_picture(act) {
    const first = () => {
        cancelAnimationFrame(frame);
        clearTimeout(alarm);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
            port1.close();
            act();
        };
        port2.postMessage(0);
    };
    const frame = requestAnimationFrame(first);
    const alarm = setTimeout(first, longest_wait_milliseconds);
}

/**
 * Messages in their order. What one of them sets going in steps is finished before the next is heard, but not in one go.
 *
 * @template Message
 */
export class Inbox {
    #act;
    #is_urgent;
    #failed;
    /** @type {Message[]} */ #waiting = [];
    /** @type {Iterator<void> | undefined} */ #under_way;

    /**
     * @param {(message: Message) => Iterator<void> | void} act
     * @param {(waiting: Message[]) => boolean} is_urgent whether what is under way is to be finished at once for their sake
     * @param {(error: unknown) => void} failed
     */
    constructor(act, is_urgent, failed) {
        this.#act = act;
        this.#is_urgent = is_urgent;
        this.#failed = failed;
    }

    /** @param {Message} message */
    take(message) {
        this.#waiting.push(message);
        if (!this.#under_way || this.#is_urgent(this.#waiting)) this.#go_on();
    }

    #go_on() {
        try {
            while (!this.#under_way || this.#is_over(this.#under_way)) {
                this.#under_way = undefined;
                const message = this.#waiting.shift();
                if (message === undefined) return;
                this.#under_way = this.#act(message) ?? undefined;
            }
        } catch (error) {
            return this.#failed(error);
        }
        const steps = this.#under_way;
        after_picture(() => { if (this.#under_way === steps) this.#go_on(); });
    }

    /** @param {Iterator<void>} steps */
    #is_over(steps) {
        if (!this.#is_urgent(this.#waiting)) return done_in_slice(steps);
        finish(steps);
        return true;
    }
}
