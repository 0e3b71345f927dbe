// What a host may send instead of a file that packs well, made once here rather than on each request: `NAME.br`.
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

const packs_well = /\.(css|html|json|mjs|svg|txt|wasm|webmanifest)$/;
const least_bytes = 512;

/** @param {string} path @param {Uint8Array} bytes */
export function is_worth_packing(path, bytes) {
  return packs_well.test(path) && bytes.length >= least_bytes;
}

/** With Brotli, as small as it gets; several at a time use several cores. @param {Uint8Array} bytes */
export function packed(bytes) {
  return compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
