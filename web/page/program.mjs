// Fetches the program and compiles it while it comes. The worker's own script comes meanwhile, so neither waits for the other.
//
// The program may be in two parts: what a start needs, and the rest, which is fetched once there is a picture.

import { file } from '../files.mjs';

/** @param {(done: number, total: number) => void} on_progress @returns {Promise<WebAssembly.Module>} */
export async function load_program(on_progress) {
    const { address, path, bytes } = file('keyrack.wasm');
    try {
        const response = await fetch(address);
        if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
        void count(response.clone(), (done) => on_progress(done, bytes));
        return await WebAssembly.compileStreaming(typed(response));
    } catch (error) {
        throw new Error(`${path}: ${error}`);
    }
}

/** Nothing where the program is whole, and where the rest does not come: the worker fetches it when it is needed. */
export async function load_rest() {
    const rest = file('keyrack-rest.wasm');
    if (rest.bytes === 0) return undefined;
    try {
        return await WebAssembly.compileStreaming(typed(await fetch(rest.address)));
    } catch {
        return undefined;
    }
}

/**
 * Some hosts know no type for WebAssembly, and a browser compiles nothing else as it comes. A response that has it stays what
 * it is: with that the browser keeps what it compiled.
 *
 * @param {Response} response
 */
function typed(response) {
    const type = 'application/wasm';
    const has_it = response.headers.get('content-type') === type || !response.ok;
    return has_it ? response : new Response(response.body, { headers: { 'Content-Type': type } });
}

/** An answer that breaks off is told by who needs it. @param {Response} response @param {(done: number) => void} on_progress */
async function count(response, on_progress) {
    let done = 0;
    const telling = new WritableStream({
        write(/** @type {Uint8Array} */ chunk) {
            done += chunk.byteLength;
            on_progress(done);
        },
    });
    await response.body?.pipeTo(telling).catch(() => {});
}
