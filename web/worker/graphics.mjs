// The canvas and its WebGL context, which the browser may take away at any time and give back empty.

const wanted = {
    majorVersion: 2, minorVersion: 0, alpha: false, antialias: false, depth: false, stencil: false,
    powerPreference: 'low-power',
};

/**
 * Emscripten's table of contexts; 0 is no context.
 *
 * @typedef {{
 *     createContext: (canvas: OffscreenCanvas, attributes: object) => number,
 *     makeContextCurrent: (handle: number) => void,
 *     getContext: (handle: number) => {GLctx: WebGL2RenderingContext},
 * }} Contexts
 */

export class Graphics {
    #canvas;
    /** @type {WEBGL_lose_context | null} takes the context away, for tests */ #switch = null;

    /** @param {OffscreenCanvas} canvas */
    constructor(canvas) {
        this.#canvas = canvas;
    }

    /**
     * Makes the context and gives it to the program's WebGL calls. False: the browser has none to give.
     *
     * @param {Contexts} contexts
     */
    open(contexts) {
        const handle = contexts.createContext(this.#canvas, wanted);
        if (handle <= 0) return false;
        contexts.makeContextCurrent(handle);
        // Not by asking the canvas a second time, which Firefox refuses.
        this.#switch = contexts.getContext(handle).GLctx.getExtension('WEBGL_lose_context');
        return true;
    }

    /** @param {number} width device pixels @param {number} height */
    resize(width, height) {
        if (this.#canvas.width !== width) this.#canvas.width = width;
        if (this.#canvas.height !== height) this.#canvas.height = height;
    }

    /** @param {() => void} lost @param {() => void} restored nothing of before exists in the new context */
    watch(lost, restored) {
        this.#canvas.addEventListener('webglcontextlost', (event) => {
            event.preventDefault(); // asks for another
            lost();
        });
        this.#canvas.addEventListener('webglcontextrestored', restored);
    }

    lose() {
        this.#switch?.loseContext();
    }

    restore() {
        this.#switch?.restoreContext();
    }
}
