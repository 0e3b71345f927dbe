// Reading codes one after another, from the camera or a picture, in a dialog over the portal. What a code comes to the portal
// says (`tell`); here nobody knows what a serial number is.

import { file } from '../files.mjs';
import { Aim } from './aim.mjs';
import { Camera, problem_of } from './camera.mjs';
import { Reader } from './reader.mjs';
import { View } from './view.mjs';

/** @typedef {{on_code: (code: string) => void, on_close: () => void}} Heard */

/** @param {Record<string, string>} words @param {Heard} heard */
export async function open_scanner(words, heard) {
    await styled(file('scan.css').address.href);
    return new Scanner(words, heard);
}

export class Scanner {
    #words;
    #heard;
    #view;
    #reader = new Reader();
    /** @type {Camera | undefined} */ #camera;
    /** Aborted when it is closed. */ #over = new AbortController();

    /** @param {Record<string, string>} words @param {Heard} heard */
    constructor(words, heard) {
        this.#words = words;
        this.#heard = heard;
        this.#view = new View(words, {
            on_again: () => void this.#start(),
            on_picture: (picture) => void this.#read_file(picture),
            on_close: () => this.#end(),
        });
        const { signal } = this.#over;
        window.addEventListener('popstate', () => this.close(), { signal });
        document.addEventListener('visibilitychange', () => this.#follow_page(), { signal });
        void this.#start();
    }

    /** What became of a code. @param {{tone: string, code: string, verdict: string, count: string}} what */
    tell({ tone, code, verdict, count }) {
        this.#view.tell(tone, code, verdict, count);
        if (tone === 'covered') navigator.vibrate?.(40);
    }

    close() {
        this.#view.close();
    }

    #end() {
        this.#over.abort();
        this.#stop();
        this.#reader.close();
        this.#heard.on_close();
    }

    /** Nobody is filmed by a page that nobody sees. */
    #follow_page() {
        if (document.visibilityState === 'hidden') this.#stop();
        else if (!this.#camera) void this.#start();
    }

    #stop() {
        this.#camera?.close();
        this.#camera = undefined;
    }

    async #start() {
        this.#stop();
        this.#view.show_waiting();
        const camera = new Camera(this.#view.video);
        this.#camera = camera;
        try {
            await camera.open();
            if (this.#camera !== camera) return camera.close(); // closed meanwhile
            this.#view.show_camera();
            await this.#look(camera);
        } catch (error) {
            if (this.#camera === camera) this.#fail(error);
        }
        return undefined;
    }

    /** @param {Camera} camera */
    async #look(camera) {
        const aim = new Aim();
        while (true) {
            const picture = await camera.picture();
            if (this.#camera !== camera) return picture.close();
            const code = aim.take(await this.#reader.read(picture));
            if (code !== undefined && this.#camera === camera) this.#heard.on_code(code);
        }
    }

    /** @param {unknown} error */
    #fail(error) {
        this.#stop();
        console.warn(`scanner: ${error}`);
        this.#view.show_problem(problem_of(error));
        this.#reader.close();
    }

    /** @param {File} chosen */
    async #read_file(chosen) {
        this.#view.say(this.#words.reading);
        const picture = await createImageBitmap(chosen).catch(() => undefined);
        if (!picture) return this.#view.say(this.#words.no_picture, 'missing');
        try {
            const codes = new Set((await this.#reader.read(picture)).map(({ text }) => text));
            this.#view.say(codes.size === 0 ? this.#words.no_code : '', 'missing');
            codes.forEach(this.#heard.on_code);
        } catch (error) {
            this.#fail(error);
        }
        return undefined;
    }
}

/** @param {string} address @returns {Promise<unknown>} */
function styled(address) {
    const known = [...document.styleSheets].some(({ href }) => href === address);
    if (known) return Promise.resolve();
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
    const loaded = new Promise((resolve, reject) => {
        link.addEventListener('load', resolve);
        link.addEventListener('error', () => reject(new Error(`${address} did not arrive`)));
    });
    document.head.append(link);
    return loaded;
}
