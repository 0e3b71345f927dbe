// The program's memory, seen from JavaScript. It may grow, so a view of it lives no longer than the call it was made
// for.

/**
 * `count` bytes at `pointer`, which comes as a signed number although it is none.
 *
 * @param {Uint8Array<ArrayBuffer>} heap
 * @param {number} pointer
 * @param {number} count
 */
export function view(heap, pointer, count) {
    return heap.subarray(pointer >>> 0, (pointer >>> 0) + count);
}
