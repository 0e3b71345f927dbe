// Which code is meant: labels stand close together, and on each of them stand several codes.

/** @typedef {{text: string, x: number, y: number}} Found of the picture, from 0 to 1: where its middle is */

/** In so many pictures one after another: what stands in a single one may be a misreading. */
const least_pictures = 2;
/** What was out of sight for so many pictures is shown again on purpose. */
const forgotten_after = 12;

export class Aim {
    #candidate = '';
    #seen = 0;
    /** @type {Map<string, number>} what was taken, and for how many pictures it has been out of sight */ #taken = new Map();

    /**
     * The code that is taken now, if one is: the one closest to the middle, once for as long as it is in sight.
     *
     * @param {Found[]} found in the next picture
     * @returns {string | undefined}
     */
    take(found) {
        this.#forget(new Set(found.map(({ text }) => text)));
        const text = closest(found)?.text;
        this.#seen = text === this.#candidate ? this.#seen + 1 : 1;
        this.#candidate = text ?? '';
        if (!text || this.#taken.has(text) || this.#seen < least_pictures) return undefined;
        this.#taken.set(text, 0);
        return text;
    }

    /** @param {Set<string>} in_sight */
    #forget(in_sight) {
        for (const [text, pictures] of this.#taken) {
            if (in_sight.has(text)) this.#taken.set(text, 0);
            else if (pictures < forgotten_after) this.#taken.set(text, pictures + 1);
            else this.#taken.delete(text);
        }
    }
}

/** @param {Found[]} found */
function closest(found) {
    const off = (/** @type {Found} */ { x, y }) => Math.hypot(x - 0.5, y - 0.5);
    return found.reduce((best, each) => (best === undefined || off(each) < off(best) ? each : best), /** @type {Found | undefined} */ (undefined));
}
