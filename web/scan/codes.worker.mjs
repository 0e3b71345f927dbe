// Reads codes in pictures. Where the browser can read all that we want it does, elsewhere ZXing (zxing-wasm), whose program is
// fetched then.

import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { file } from '../files.mjs';

/** @typedef {import('./aim.mjs').Found} Found */
/** @typedef {(picture: ImageBitmap) => Promise<Found[]>} Reading */
/** @typedef {{detect: (picture: ImageBitmap) => Promise<{rawValue: string, boundingBox: DOMRectReadOnly}[]>}} Detector */
/** @typedef {{new (options: {formats: string[]}): Detector, getSupportedFormats: () => Promise<string[]>}} DetectorClass */

/**
 * What serial numbers are printed as, in the browser's words and in ZXing's. Not those of article numbers (EAN, UPC), which
 * stand beside serial numbers and are none, and none that is read where nothing stands.
 */
const formats = /** @type {const} */ ({
    code_128: 'Code128', code_39: 'Code39', code_93: 'Code93', data_matrix: 'DataMatrix', qr_code: 'QRCode', aztec: 'Aztec',
    pdf417: 'PDF417',
});

/** Pixels. A photograph may have more than there is memory for. */
const longest_side = 4096;

/** @type {Promise<Reading> | undefined} */
let reading;

self.onmessage = async ({ data: picture }) => {
    try {
        reading ??= by_browser().then((found) => found ?? by_zxing());
        const read = await reading;
        self.postMessage({ found: await read(picture) });
    } catch (error) {
        self.postMessage({ failure: String(error) });
    } finally {
        picture.close();
    }
};

/** Nothing where it cannot read them all. @returns {Promise<Reading | undefined>} */
async function by_browser() {
    const Detector = /** @type {{BarcodeDetector?: DetectorClass}} */ (/** @type {unknown} */ (self)).BarcodeDetector;
    const known = await Detector?.getSupportedFormats().catch(() => []) ?? [];
    const names = Object.keys(formats);
    if (!Detector || !names.every((name) => known.includes(name))) return undefined;
    const detector = new Detector({ formats: names });
    return async (picture) => {
        try {
            return (await detector.detect(picture)).map(({ rawValue, boundingBox: { x, y, width, height } }) => (
                { text: rawValue, x: (x + width / 2) / picture.width, y: (y + height / 2) / picture.height }));
        } catch {
            reading = by_zxing(); // the browser promises what the system does not do
            return (await reading)(picture);
        }
    };
}

/** @returns {Promise<Reading>} */
async function by_zxing() {
    await prepareZXingModule({
        overrides: { locateFile: () => file('zxing_reader.wasm').address.href }, fireImmediately: true,
    });
    const canvas = new OffscreenCanvas(1, 1);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
    return async (picture) => {
        const scale = Math.min(1, longest_side / Math.max(picture.width, picture.height));
        const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
        Object.assign(canvas, { width, height });
        context.drawImage(picture, 0, 0, width, height);
        const found = await readBarcodes(context.getImageData(0, 0, width, height), { formats: Object.values(formats) });
        return found.map(({ text, position }) => ({ text, ...middle(Object.values(position), width, height) }));
    };
}

/** @param {{x: number, y: number}[]} corners @param {number} width @param {number} height */
function middle(corners, width, height) {
    const mean = (/** @type {'x' | 'y'} */ axis) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
    return { x: mean('x') / width, y: mean('y') / height };
}
