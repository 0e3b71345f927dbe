// The worker that reads codes in pictures, one after another.

import { file } from '../files.mjs';

/** @typedef {import('./aim.mjs').Found} Found */

export class Reader {
    /** @type {Worker | undefined} */ #worker;
    /** @type {Promise<unknown>} */ #turn = Promise.resolve();

    /** All codes in it. The picture is given away. @param {ImageBitmap} picture @returns {Promise<Found[]>} */
    read(picture) {
        const reading = this.#turn.then(() => this.#ask(picture));
        this.#turn = reading.catch(() => {});
        return reading;
    }

    /** What is being read comes to nothing. The next picture begins with a new worker. */
    close() {
        this.#worker?.terminate();
        this.#worker = undefined;
        this.#turn = Promise.resolve();
    }

    /** @param {ImageBitmap} picture @returns {Promise<Found[]>} */
    #ask(picture) {
        this.#worker ??= new Worker(file('codes.mjs').address, { type: 'module', name: 'keyrack codes' });
        const worker = this.#worker;
        return new Promise((resolve, reject) => {
            worker.onmessage = ({ data }) => {
                if (data.found) resolve(data.found);
                else reject(new Error(data.failure));
            };
            worker.onerror = () => reject(new Error('the reader did not arrive'));
            worker.postMessage(picture, [picture]);
        });
    }
}
