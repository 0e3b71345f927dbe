// What a host may send instead of a file that packs well, made once here rather than on each request: `NAME.br`.
import { brotliCompressSync, constants } from 'node:zlib';

const packs_well = /\.(css|html|json|mjs|svg|txt|wasm|webmanifest)$/;
const least_bytes = 512;

/** @param {string} path @param {Uint8Array} bytes */
export function is_worth_packing(path, bytes) {
  return packs_well.test(path) && bytes.length >= least_bytes;
}

/** With Brotli, as small as it gets. @param {Uint8Array} bytes */
export function packed(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
