// `--name value` pairs and plain words of a command line; an option that is given several times is a list.

/** @param {string[]} given  @returns {{ words: string[], options: Map<string, string[]> }} */
export function readArguments(given) {
  const words = [];
  const options = new Map();
  for (let at = 0; at < given.length; at++) {
    if (!given[at].startsWith('--')) words.push(given[at]);
    else options.set(given[at].slice(2), [...(options.get(given[at].slice(2)) ?? []), given[++at]]);
  }
  return { words, options };
}
