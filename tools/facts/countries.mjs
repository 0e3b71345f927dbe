// Writes assets/names/countries.txt: the names of each country in English, German and Norwegian, by its code of ISO 3166.
//   node tools/facts/countries.mjs
// The names are those of the Unicode Common Locale Data Repository that comes with Node: first what the country is called in
// each of the languages, then what else it is called.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const languages = ['en', 'de', 'nb'];
const in_style = (style) => languages.map((language) => new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' }));
const named = in_style('long');
const also = in_style('short');
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
// Named by the repository, but no countries: a continent's currency area and outlying places, unions, and codes for private use.
const no_countries = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);

const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !no_countries.has(code) && named[0].of(code));
// Former codes are given the name of what they are today.
const today = codes.filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);
const lines = today.map((code) => {
  const own = named.map((names) => names.of(code));
  const others = also.map((names) => names.of(code)).filter((name) => name && !own.includes(name));
  return [code, ...own, ...new Set(others)].join('|');
});
writeFileSync(fileURLToPath(new URL('../../assets/names/countries.txt', import.meta.url)), `${lines.join('\n')}\n`);
