// Inter, for the worker's glyphs and for the fields of the page. What it does not hold, the system's fonts do.

import { file } from './files.mjs';
import { font_files } from './font_files.mjs';

export const families = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** Its faces; each loads when it is first used, or by `load`. @returns {{face: FontFace}[]} */
export function faces() {
    return font_files.map(({ name, range }) => {
        const address = `url(${file(name).address})`;
        return { face: new FontFace('Inter', address, { weight: '100 900', unicodeRange: range }) };
    });
}
