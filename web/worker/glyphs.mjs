// Glyphs and icons, measured and drawn by the browser on a canvas of the worker's own.

import { families } from '../fonts.mjs';

/** Lucide draws in a square of 24 with strokes of 2. */
const icon_square = 24;
const icon_stroke = 2;

export class Glyphs {
    #canvas = new OffscreenCanvas(64, 64);
    #context = /** @type {OffscreenCanvasRenderingContext2D} */ (
        this.#canvas.getContext('2d', { willReadFrequently: true }));
    #font = '';
    /** @type {Map<string, Path2D>} */ #icons;

    /** @param {Record<string, string>} icons path data by name */
    constructor(icons) {
        this.#icons = new Map(Object.entries(icons).map(([name, path]) => [name, new Path2D(path)]));
    }

    /**
     * Writes seven numbers: advance; left, top, right and bottom of what is painted, y down from the baseline; ascent
     * and descent of the font.
     *
     * @param {string} weight
     * @param {number} size pixels
     * @param {number} codepoint
     * @param {Uint8Array<ArrayBuffer>} heap
     * @param {number} into pointer
     */
    measure(weight, size, codepoint, heap, into) {
        this.#use(weight, size);
        const found = this.#context.measureText(String.fromCodePoint(codepoint));
        new Float32Array(heap.buffer, into >>> 0, 7).set([
            found.width, -found.actualBoundingBoxLeft, -found.actualBoundingBoxAscent, found.actualBoundingBoxRight,
            found.actualBoundingBoxDescent, found.fontBoundingBoxAscent, found.fontBoundingBoxDescent,
        ]);
    }

    /**
     * Writes the pixels (RGBA) of a glyph whose picture begins at (left, top) from the pen.
     *
     * @param {string} weight
     * @param {number} size
     * @param {number} codepoint
     * @param {number} left
     * @param {number} top
     * @param {number} width
     * @param {number} height
     * @param {number} stretch so many pixels across stand for one
     * @param {Uint8Array<ArrayBuffer>} heap
     * @param {number} into pointer
     */
    draw(weight, size, codepoint, left, top, width, height, stretch, heap, into) {
        this.#clear(width, height);
        this.#use(weight, size);
        this.#context.setTransform(stretch, 0, 0, 1, -left, -top);
        this.#context.fillStyle = '#fff';
        this.#context.fillText(String.fromCodePoint(codepoint), 0, 0);
        heap.set(this.#pixels(width, height), into >>> 0);
    }

    /**
     * Writes the pixels (RGBA) of an icon that fills its square.
     *
     * @param {string} name
     * @param {number} size pixels
     * @param {Uint8Array<ArrayBuffer>} heap
     * @param {number} into pointer
     */
    draw_icon(name, size, heap, into) {
        const path = this.#icons.get(name);
        if (!path) throw new Error(`icons.json has no \`${name}\``);
        this.#clear(size, size);
        const context = this.#context;
        context.setTransform(size / icon_square, 0, 0, size / icon_square, 0, 0);
        context.lineWidth = icon_stroke;
        context.lineCap = context.lineJoin = 'round';
        context.strokeStyle = '#fff';
        context.stroke(path);
        heap.set(this.#pixels(size, size), into >>> 0);
    }

    /** @param {string} weight @param {number} size */
    #use(weight, size) {
        const css = `${weight} ${size}px ${families}`;
        if (css === this.#font) return;
        this.#font = this.#context.font = css;
        this.#context.fontKerning = 'none'; // glyphs are drawn one by one
        this.#context.textRendering = 'geometricPrecision'; // advances in fractions of a pixel
    }

    /**
     * The canvas grows to the largest glyph there was; a new size resets what was set.
     *
     * @param {number} width
     * @param {number} height
     */
    #clear(width, height) {
        if (width > this.#canvas.width || height > this.#canvas.height) {
            this.#canvas.width = Math.max(width, this.#canvas.width);
            this.#canvas.height = Math.max(height, this.#canvas.height);
            this.#font = '';
        }
        this.#context.resetTransform();
        this.#context.clearRect(0, 0, width, height);
    }

    /** @param {number} width @param {number} height */
    #pixels(width, height) {
        return this.#context.getImageData(0, 0, width, height).data;
    }
}
