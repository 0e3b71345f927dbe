// Reads the PNG that a screenshot is: 8 bits a channel, RGB or RGBA, not interlaced.
import { inflateSync } from 'node:zlib';

/**
 * @param {Buffer} file
 * @returns {{width: number, height: number, pixel: (x: number, y: number) => number[]}} pixels as [red, green, blue]
 */
export function decode_png(file) {
    const header = { width: file.readUInt32BE(16), height: file.readUInt32BE(20), channels: file[25] === 6 ? 4 : 3 };
    if (file[24] !== 8 || ![2, 6].includes(file[25]) || file[28] !== 0) throw new Error('a PNG of another kind');
    const rows = unfilter(inflateSync(Buffer.concat(chunks(file, 'IDAT'))), header);
    const { width, height, channels } = header;
    return { width, height, pixel: (x, y) => [...rows[y].subarray(x * channels, x * channels + 3)] };
}

function chunks(file, wanted) {
    const found = [];
    for (let at = 8; at < file.length;) {
        const length = file.readUInt32BE(at);
        if (file.toString('latin1', at + 4, at + 8) === wanted) found.push(file.subarray(at + 8, at + 8 + length));
        at += length + 12;
    }
    return found;
}

/** Each row begins with the number of the filter by which its bytes were written. */
function unfilter(bytes, { width, height, channels }) {
    const length = width * channels;
    let above = new Uint8Array(length);
    return Array.from({ length: height }, (_, y) => {
        const from = y * (length + 1);
        const row = new Uint8Array(bytes.subarray(from + 1, from + 1 + length));
        for (let i = 0; i < length; i += 1) {
            const left = i < channels ? 0 : row[i - channels];
            const corner = i < channels ? 0 : above[i - channels];
            row[i] += predicted(bytes[from], left, above[i], corner);
        }
        above = row;
        return row;
    });
}

function predicted(filter, left, above, corner) {
    switch (filter) {
    case 0: return 0;
    case 1: return left;
    case 2: return above;
    case 3: return (left + above) >> 1;
    default: return nearest(left, above, corner);
    }
}

function nearest(left, above, corner) {
    const guess = left + above - corner;
    const [to_left, to_above, to_corner] = [left, above, corner].map((value) => Math.abs(guess - value));
    if (to_left <= to_above && to_left <= to_corner) return left;
    return to_above <= to_corner ? above : corner;
}
