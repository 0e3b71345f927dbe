// The places that devices exchange through, behind one small contract: an object is put under a path and got again.
// Nothing else is asked of a place (docs/exchange.md), and no answer is believed here: whether a body is what was put
// there is for the program to judge. Secrets go into requests and nowhere else.

import { examine } from './backends/examine.mjs';
import { Address } from './backends/http.mjs';
import { make_rows } from './backends/rows.mjs';
import { make_s3 } from './backends/s3.mjs';
import { make_static_host } from './backends/static_host.mjs';
import { make_webdav } from './backends/webdav.mjs';

/**
 * `user` and `secret` are those of the place; of REST rows the name of a header and its value. Region and bucket are
 * for S3 alone.
 *
 * @typedef {{
 *     kind: 'static_host' | 'webdav' | 's3' | 'rest_rows', url: string, user: string, secret: string, region: string,
 *     bucket: string,
 * }} Spec
 *
 * @typedef {import('./backends/http.mjs').Answer} Answer
 * @typedef {import('./backends/examine.mjs').Finding} Finding
 *
 * What keeps objects. `put` answers `done` when it was acknowledged, which proves nothing. Nothing here throws.
 * `replaces`: whether a second `put` under a path takes the place of the first, or leaves it.
 *
 * @typedef {{
 *     get: (path: string, signal?: AbortSignal) => Promise<Answer>,
 *     put: (path: string, body: Uint8Array<ArrayBuffer>, signal?: AbortSignal) => Promise<Answer>,
 *     writes: boolean, replaces: boolean,
 * }} Place
 *
 * @typedef {Place & {test: (signal?: AbortSignal) => Promise<Finding[]>}} Backend
 */

/** @type {{[Kind in Spec['kind']]: (address: Address, spec: Spec) => Place}} */
const makers = { static_host: make_static_host, webdav: make_webdav, s3: make_s3, rest_rows: make_rows };

/** @param {Spec} spec @returns {Backend} */
export function backend(spec) {
    const address = new Address(spec.url);
    const place = makers[spec.kind](address, spec);
    return { ...place, test: (signal) => examine(place, address, signal) };
}
