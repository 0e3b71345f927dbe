// The scanner's door. What it is made of (web/scan) is fetched when somebody first wants it.

import { file } from '../files.mjs';

/** @typedef {import('../messages.mjs').Scan} Scan */
/** @typedef {import('../messages.mjs').ScanTold} ScanTold */
/** @typedef {import('../messages.mjs').ScanEnd} ScanEnd */
/** @typedef {import('../messages.mjs').AfterStart} Message */
/** @typedef {import('../scan/scanner.mjs').Scanner} Scanner */

/** @type {Promise<Scanner | undefined>} nothing: it is closed, or did not arrive */
let scanner = Promise.resolve(undefined);

/** @param {Scan | ScanTold | ScanEnd} message @param {(message: Message) => void} post */
export async function scan(message, post) {
    const open = await scanner;
    if (message.t === 'scan_told') open?.tell(message);
    else if (message.t === 'scan_end') open?.close();
    else if (!open) scanner = opened(message.words, post);
}

/** @param {Record<string, string>} words @param {(message: Message) => void} post */
async function opened(words, post) {
    try {
        /** @type {typeof import('../scan/scanner.mjs')} */
        const { open_scanner } = await import(file('scan.mjs').address.href);
        return await open_scanner(words, {
            on_code: (code) => post({ t: 'scanned', code }),
            on_close: () => { scanner = Promise.resolve(undefined); },
        });
    } catch (error) {
        console.warn(`scanner: ${error}`);
        post({ t: 'scanner_failed' });
        return undefined;
    }
}
