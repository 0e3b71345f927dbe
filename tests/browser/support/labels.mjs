// Labels with codes: as the film that Chromium takes for a camera, and as pictures.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const program = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');
prepareZXingModule({ overrides: { wasmBinary: readFileSync(program) } });

const [width, height] = [640, 480];
/** Of each label: it is held still for so long. */
const pictures_a_label = 12;

/** @typedef {{text: string, format: 'Code128' | 'Code39' | 'DataMatrix' | 'QRCode' | 'EAN13', x?: number, y?: number}} Code `x`, `y`: its middle */

/**
 * Labels one after another, for ever, with an empty table after each.
 *
 * @param {string} folder
 * @param {Code[][]} labels
 * @returns {Promise<string[]>} the browser's switches for a camera that sees them
 */
export async function camera_of(folder, labels) {
    const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
    const frames = [];
    for (const label of labels) {
        const [shown, empty] = [frame(await drawn(label)), frame(table())];
        for (let at = 0; at < pictures_a_label; at += 1) frames.push(shown);
        for (let at = 0; at < 3; at += 1) frames.push(empty);
    }
    const file = join(folder, 'labels.y4m');
    writeFileSync(file, Buffer.concat([header, ...frames]));
    return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`];
}

/** A picture file of a code. @param {Code} code */
export async function picture_of({ text, format }) {
    const { image } = await writeBarcode(text, { format, scale: 6 });
    if (!image) throw new Error(`${text} is no ${format}`);
    return { name: `${text}.png`, mimeType: 'image/png', buffer: Buffer.from(await image.arrayBuffer()) };
}

const table = () => Buffer.alloc(width * height, 0xd8);

/** The brightness of each pixel. @param {Code[]} label */
async function drawn(label) {
    const bright = table();
    for (const { text, format, x = width / 2, y = height / 2 } of label) {
        const { symbol, error } = await writeBarcode(text, { format, addQuietZones: true });
        if (error) throw new Error(`${text}: ${error}`);
        const scale = symbol.width < 40 ? 6 : 3;
        const [left, top] = [Math.round(x - (symbol.width * scale) / 2), Math.round(y - (symbol.height * scale) / 2)];
        for (let row = 0; row < symbol.height * scale; row += 1) {
            for (let column = 0; column < symbol.width * scale; column += 1) {
                const value = symbol.data[Math.floor(row / scale) * symbol.width + Math.floor(column / scale)];
                bright[(top + row) * width + left + column] = value;
            }
        }
    }
    return bright;
}

/** @param {Buffer} bright */
function frame(bright) {
    return Buffer.concat([Buffer.from('FRAME\n'), bright, Buffer.alloc((width * height) / 2, 128)]);
}
