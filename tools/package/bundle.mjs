// One script of many modules: a browser asks for it once, and has nothing to wait for in between.
import { build } from 'esbuild';
import { dirname, join } from 'node:path';

/**
 * @param {object} wanted
 * @param {string} wanted.entry the module that begins
 * @param {Record<string, {path: string, bytes: number}>} wanted.files what `web/files.mjs` knows
 * @param {Record<string, string>} [wanted.generated] modules that no source file is: path from the root → their text
 * @param {boolean} [wanted.oneFile] a classic script for the single file, which has no address of its own
 * @param {'browser' | 'node'} [wanted.platform]
 * @returns {Promise<Buffer>}
 */
export async function bundle({ entry, files, generated = {}, oneFile = false, platform = 'browser' }, root) {
  const made = await build({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    format: oneFile ? 'iife' : 'esm',
    platform,
    target: platform === 'node' ? 'node18' : ['chrome102', 'firefox114', 'safari17'],
    charset: 'utf8',
    legalComments: 'none', // they are in NOTICES.txt
    logLevel: 'warning',
    define: {
      KEYRACK_FILES: JSON.stringify(files),
      KEYRACK_ONE_FILE: String(oneFile),
      ...oneFile && { 'import.meta.url': '"file:///"' },
    },
    plugins: [generatedModules(generated, root)],
  });
  return Buffer.from(made.outputFiles[0].contents);
}

/** @returns {import('esbuild').Plugin} */
function generatedModules(generated, root) {
  const paths = new Map(Object.keys(generated).map((path) => [join(root, path), path]));
  return {
    name: 'generated',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const known = paths.get(join(resolveDir, path));
        return known ? { path: known, namespace: 'generated' } : undefined;
      });
      onLoad({ filter: /.*/, namespace: 'generated' }, ({ path }) => ({
        contents: generated[path], loader: path.endsWith('.json') ? 'json' : 'js', resolveDir: dirname(join(root, path)),
      }));
    },
  };
}
