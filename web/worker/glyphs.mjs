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
     * Advance, left, top, right, bottom of what is painted (y down from the baseline), ascent and descent of the font.
     *
     * @param {string} font weight and family: `600 Inter`
     * @param {number} size pixels
     * @param {number} codepoint
     */
    measure(font, size, codepoint) {
        this.#use(font, size);
        const found = this.#context.measureText(String.fromCodePoint(codepoint));
        return [
            found.width, -found.actualBoundingBoxLeft, -found.actualBoundingBoxAscent, found.actualBoundingBoxRight,
            found.actualBoundingBoxDescent, found.fontBoundingBoxAscent, found.fontBoundingBoxDescent,
        ];
    }

    /**
     * The pixels (RGBA) of a glyph whose picture begins at (left, top) from the pen.
     *
     * @param {string} font
     * @param {number} size
     * @param {number} codepoint
     * @param {number} left
     * @param {number} top
     * @param {number} width
     * @param {number} height
     * @param {number} stretch so many pixels across stand for one
     */
    draw(font, size, codepoint, left, top, width, height, stretch) {
        this.#clear(width, height);
        this.#use(font, size);
        this.#context.setTransform(stretch, 0, 0, 1, -left, -top);
        this.#context.fillStyle = '#fff';
        this.#context.fillText(String.fromCodePoint(codepoint), 0, 0);
        return this.#pixels(width, height);
    }

    /** @param {string} name @param {number} size pixels of its square */
    draw_icon(name, size) {
        const path = this.#icons.get(name);
        if (!path) throw new Error(`icons.json has no \`${name}\``);
        this.#clear(size, size);
        const context = this.#context;
        context.setTransform(size / icon_square, 0, 0, size / icon_square, 0, 0);
        context.lineWidth = icon_stroke;
        context.lineCap = context.lineJoin = 'round';
        context.strokeStyle = '#fff';
        context.stroke(path);
        return this.#pixels(size, size);
    }

    /** @param {string} font @param {number} size */
    #use(font, size) {
        const [weight] = font.split(' ');
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
