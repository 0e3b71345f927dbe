// The ground the worker stands on: posting to the page, and stopping for good when something is broken.

const log_lines = 40;

/** A part of the portal did not arrive, or not whole. */
export class NotLoaded extends Error {}

/** What the program prints goes into the diagnosis. @type {string[]} */
const log = [];
let expectation = '';
let stopped = false;

/** @param {import('../messages.mjs').FromWorker} message @param {Transferable[]} [transfer] */
export function post(message, transfer = []) {
    self.postMessage(message, { transfer });
}

/** Runs `act` unless the worker has stopped; stops it where `act` throws. @param {() => void} act */
export function guarded(act) {
    if (stopped) return;
    try {
        act();
    } catch (error) {
        stop(error);
    }
}

/** Nothing runs after this: what is on the disk stays as it is. @param {unknown} error */
export function stop(error) {
    if (stopped) return;
    stopped = true;
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    if (error instanceof NotLoaded) post({ t: 'unloaded', what: message });
    else post({ t: 'crash', message: expectation || message, stack, log });
}

/** What the program expected in vain; it stops right after. @param {string} what */
export function expected_in_vain(what) {
    expectation = what;
}

/** @param {string} line */
export function note(line) {
    console.warn(line);
    log.push(line);
    if (log.length > log_lines) log.shift();
}
