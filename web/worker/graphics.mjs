// The canvas and its WebGL context, which the browser may take away at any time and give back empty.

const wanted = {
    majorVersion: 2, minorVersion: 0, alpha: false, antialias: false, depth: false, stencil: false,
    powerPreference: 'low-power',
};

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
     * @param {{createContext: Function, makeContextCurrent: Function}} gl Emscripten's table of contexts
     */
    open(gl) {
        const context = gl.createContext(this.#canvas, wanted);
        if (context > 0) gl.makeContextCurrent(context);
        this.#switch = this.#canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context') ?? null;
        return context > 0;
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
