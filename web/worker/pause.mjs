// Lets frames and messages have their turn in the middle of long work, without the wait that timers bring.

export class Pause {
    #turn_milliseconds;
    #began = performance.now();
    #channel = new MessageChannel();
    /** @type {(() => void) | undefined} */ #resume;

    /** @param {number} turn_milliseconds how long work may go on */
    constructor(turn_milliseconds) {
        this.#turn_milliseconds = turn_milliseconds;
        this.#channel.port1.onmessage = () => {
            this.#began = performance.now();
            this.#resume?.();
        };
    }

    /** Once the turn is over. @returns {Promise<void>} */
    async where_due() {
        if (performance.now() - this.#began >= this.#turn_milliseconds) await this.now();
    }

    /** Until all that waits has been heard. @returns {Promise<void>} */
    now() {
        return new Promise((/** @type {(nothing: void) => void} */ resolve) => {
            this.#resume = resolve;
            this.#channel.port2.postMessage(0);
        });
    }
}
