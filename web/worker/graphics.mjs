// The canvas and its WebGL context, which the browser may take away at any time and give back empty. What is drawn are
// triangles with a texture, in batches that share a clip.
//
// Nothing is asked of the context while it draws: the answer would have to come from the browser's graphics process.

/** @type {WebGLContextAttributes} */
const wanted = { alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power' };

// As ImGui lays out a vertex, and src/browser/graphics.hpp a batch.
const vertex_bytes = 20;
const index_bytes = 4;
const batch_numbers = 7;
const size_location = 3;

/**
 * Positions come in CSS pixels from the upper left corner. The size of the picture is an attribute that is the same for all
 * of them: the place of a uniform would have to be asked for.
 */
const vertex_shader = `#version 300 es
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 place;
layout(location = 2) in vec4 colour;
layout(location = 3) in vec2 size;
out vec2 at;
out vec4 tint;
void main() {
    at = place;
    tint = colour;
    gl_Position = vec4(position.x / size.x * 2.0 - 1.0, 1.0 - position.y / size.y * 2.0, 0, 1);
}`;
const fragment_shader = `#version 300 es
precision mediump float;
uniform sampler2D picture;
in highp vec2 at;
in vec4 tint;
out vec4 colour;
void main() {
    colour = tint * texture(picture, at);
}`;

export class Graphics {
    #canvas;
    /** @type {WebGL2RenderingContext | null} */ #context = null;
    /** @type {WebGLProgram | null} */ #program = null;
    #prepared = false;
    /** @type {Map<number, WebGLTexture>} */ #textures = new Map();
    /** @type {WEBGL_lose_context | null} takes the context away, for tests */ #switch = null;

    /**
     * Begins at once what takes the browser a while, so that it is done when the program is there.
     *
     * @param {OffscreenCanvas} canvas
     */
    constructor(canvas) {
        this.#canvas = canvas;
        this.#context = canvas.getContext('webgl2', wanted);
        this.#switch = this.#context?.getExtension('WEBGL_lose_context') ?? null;
        if (this.#context) this.#program = program_of(this.#context);
    }

    /** How large a texture may be at most, 0 where the browser has no context to give. @returns {number} */
    open() {
        return this.#context?.getParameter(this.#context.MAX_TEXTURE_SIZE) ?? 0;
    }

    get context() {
        if (!this.#context) throw new Error('there are no graphics');
        return this.#context;
    }

    /** All that stays the same from frame to frame; once in a context. */
    #prepare() {
        const { context } = this;
        const program = /** @type {WebGLProgram} */ (this.#program);
        if (!context.getProgramParameter(program, context.LINK_STATUS) && !context.isContextLost()) {
            throw new Error(`graphics: ${context.getProgramInfoLog(program)}`);
        }
        context.useProgram(program);
        context.bindBuffer(context.ARRAY_BUFFER, context.createBuffer());
        context.bindBuffer(context.ELEMENT_ARRAY_BUFFER, context.createBuffer());
        const { FLOAT, UNSIGNED_BYTE } = context;
        /** @type {[count: number, type: number, scaled: boolean, at: number][]} */
        const parts = [[2, FLOAT, false, 0], [2, FLOAT, false, 8], [4, UNSIGNED_BYTE, true, 16]];
        for (const [location, [count, type, scaled, at]] of parts.entries()) {
            context.enableVertexAttribArray(location);
            context.vertexAttribPointer(location, count, type, scaled, vertex_bytes, at);
        }
        context.enable(context.BLEND);
        context.blendFuncSeparate(context.SRC_ALPHA, context.ONE_MINUS_SRC_ALPHA, context.ONE, context.ONE_MINUS_SRC_ALPHA);
        this.#prepared = true;
    }

    /**
     * @param {number} number its name from now on
     * @param {number} width
     * @param {number} height
     * @param {Uint8Array<ArrayBuffer>} heap
     * @param {number} pixels pointer to RGBA
     */
    create_texture(number, width, height, heap, pixels) {
        const { context } = this;
        const texture = context.createTexture();
        this.#textures.set(number, texture);
        context.bindTexture(context.TEXTURE_2D, texture);
        context.texParameteri(context.TEXTURE_2D, context.TEXTURE_MIN_FILTER, context.LINEAR);
        context.texParameteri(context.TEXTURE_2D, context.TEXTURE_WRAP_S, context.CLAMP_TO_EDGE);
        context.texParameteri(context.TEXTURE_2D, context.TEXTURE_WRAP_T, context.CLAMP_TO_EDGE);
        context.pixelStorei(context.UNPACK_ROW_LENGTH, 0);
        context.texImage2D(context.TEXTURE_2D, 0, context.RGBA, width, height, 0, context.RGBA, context.UNSIGNED_BYTE, heap, pixels >>> 0);
    }

    /**
     * @param {number} number
     * @param {number} x
     * @param {number} y
     * @param {number} width
     * @param {number} height
     * @param {number} row_pixels from one row to the next
     * @param {Uint8Array<ArrayBuffer>} heap
     * @param {number} pixels pointer to the first of them
     */
    update_texture(number, x, y, width, height, row_pixels, heap, pixels) {
        const { context } = this;
        context.bindTexture(context.TEXTURE_2D, this.#textures.get(number) ?? null);
        context.pixelStorei(context.UNPACK_ROW_LENGTH, row_pixels);
        context.texSubImage2D(context.TEXTURE_2D, 0, x, y, width, height, context.RGBA, context.UNSIGNED_BYTE, heap, pixels >>> 0);
    }

    /** @param {number} number */
    destroy_texture(number) {
        this.context.deleteTexture(this.#textures.get(number) ?? null);
        this.#textures.delete(number);
    }

    /**
     * Begins a picture of so many device pixels.
     *
     * @param {number} width
     * @param {number} height
     * @param {number} red
     * @param {number} green
     * @param {number} blue
     */
    clear(width, height, red, green, blue) {
        const { context } = this;
        if (!this.#prepared) this.#prepare();
        if (this.#canvas.width !== width) this.#canvas.width = width;
        if (this.#canvas.height !== height) this.#canvas.height = height;
        context.viewport(0, 0, width, height);
        context.clearColor(red, green, blue, 1);
        context.clear(context.COLOR_BUFFER_BIT);
    }

    /**
     * @param {number} width CSS pixels
     * @param {number} height
     * @param {Uint8Array<ArrayBuffer>} heap
     * @param {number} vertices pointer
     * @param {number} vertex_count
     * @param {number} indices pointer
     * @param {number} index_count
     * @param {number} batches pointer
     * @param {number} batch_count
     */
    draw(width, height, heap, vertices, vertex_count, indices, index_count, batches, batch_count) {
        if (batch_count === 0) return;
        const { context } = this;
        context.vertexAttrib2f(size_location, width, height);
        context.bufferData(context.ARRAY_BUFFER, heap, context.STREAM_DRAW, vertices >>> 0, vertex_count * vertex_bytes);
        context.bufferData(context.ELEMENT_ARRAY_BUFFER, heap, context.STREAM_DRAW, indices >>> 0, index_count * index_bytes);
        const numbers = new Int32Array(heap.buffer, batches >>> 0, batch_count * batch_numbers);
        context.enable(context.SCISSOR_TEST);
        let bound = 0;
        for (let at = 0; at < numbers.length; at += batch_numbers) {
            const [texture, x, y, clip_width, clip_height, first, count] = numbers.subarray(at, at + batch_numbers);
            if (texture !== bound) context.bindTexture(context.TEXTURE_2D, this.#textures.get(texture) ?? null);
            bound = texture;
            context.scissor(x, y, clip_width, clip_height);
            context.drawElements(context.TRIANGLES, count, context.UNSIGNED_INT, first * index_bytes);
        }
        context.disable(context.SCISSOR_TEST); // clearing heeds it
    }

    /** @param {() => void} lost @param {() => void} restored nothing of before exists in the new context */
    watch(lost, restored) {
        this.#canvas.addEventListener('webglcontextlost', (event) => {
            event.preventDefault(); // asks for another
            lost();
        });
        this.#canvas.addEventListener('webglcontextrestored', () => {
            this.#textures.clear();
            this.#program = program_of(this.context);
            this.#prepared = false;
            restored();
        });
    }

    lose() {
        this.#switch?.loseContext();
    }

    restore() {
        this.#switch?.restoreContext();
    }
}

/** @param {WebGL2RenderingContext} context */
function program_of(context) {
    const program = context.createProgram();
    for (const [kind, text] of /** @type {[number, string][]} */ ([
        [context.VERTEX_SHADER, vertex_shader], [context.FRAGMENT_SHADER, fragment_shader],
    ])) {
        const shader = /** @type {WebGLShader} */ (context.createShader(kind)); // null in a lost context, which takes all the rest too
        context.shaderSource(shader, text);
        context.compileShader(shader);
        context.attachShader(program, shader);
    }
    context.linkProgram(program);
    return program;
}
