// The files of Inter that the portal brings along: of each only the letters, in the weights that the interface has. The canvas
// sets text letter by letter, so what a font knows of kerning and ligatures stays behind.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { font_files, weights } from '../../web/font_files.mjs';

const options = {
  targetFormat: 'woff2',
  dropTables: ['GPOS', 'GSUB', 'GDEF'],
  noLayoutClosure: true,
  noHinting: true,
  variationAxes: { wght: { min: weights.least, max: weights.most } },
};

/**
 * By name. What was made before of the same is taken from `made`: making takes seconds.
 *
 * @param {string} root
 * @param {string} made a folder
 * @returns {Promise<[name: string, bytes: Buffer][]>}
 */
export function fonts(root, made) {
  mkdirSync(made, { recursive: true });
  const version = JSON.parse(readFileSync(join(root, 'node_modules/subset-font/package.json'), 'utf8')).version;
  return Promise.all(font_files.map(async ({ name, from, range }) => {
    const source = readFileSync(join(root, 'node_modules/@fontsource-variable/inter/files', `inter-${from}-wght-normal.woff2`));
    const hash = createHash('sha256').update(source).update(JSON.stringify([version, options, range])).digest('hex').slice(0, 16);
    const file = join(made, `${hash}.woff2`);
    if (!existsSync(file)) writeFileSync(file, await subsetFont(source, letters(range), options));
    return [name, readFileSync(file)];
  }));
}

/** @param {string} range as `unicode-range` has it */
function letters(range) {
  return range.split(',').map((part) => {
    const [first, last = first] = part.trim().slice(2).split('-').map((number) => parseInt(number, 16));
    return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join('');
  }).join('');
}
