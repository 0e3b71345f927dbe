// Which pictures are wanted, as the arguments of `./dev shots` have it.
import { languages, shots, themes, widths } from './screens.mjs';

/** What there is to choose from, by option. */
const offered = {
  screen: shots.map(({ name }) => name), theme: Object.keys(themes), width: Object.keys(widths), language: Object.keys(languages),
};

/**
 * What the arguments restrict the pictures to. Throws, with what there is, where they name something else.
 *
 * @param {string[]} given
 */
export function options(given) {
  const wanted = {};
  for (let at = 0; at < given.length; at += 2) {
    const [option, value] = given.slice(at, at + 2);
    const name = option.replace(/^--/, '');
    if (!Object.hasOwn(offered, name) || !value) throw new Error(`unknown option \`${option}\`: --${Object.keys(offered).join(', --')}, each with its value`);
    if (!offered[name].includes(value)) throw new Error(`no ${name} \`${value}\`: ${offered[name].join(', ')}`);
    wanted[name] = value;
  }
  return wanted;
}
