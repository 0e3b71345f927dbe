// Writes assets/names/countries.txt: the names of each country in English, German and Norwegian, by its code of ISO 3166.
//   node tools/facts/countries.mjs
// The names are those of the Unicode Common Locale Data Repository that comes with Node.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const languages = ['en', 'de', 'nb'];
const named = languages.flatMap((language) => ['long', 'short'].map((style) => new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })));
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
// Named by the repository, but no countries: a continent's currency area and outlying places, unions, and codes for private use.
const others = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);

const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !others.has(code) && named[0].of(code));
// Former codes are given the name of what they are today.
const today = codes.filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);
const lines = today.map((code) => [code, ...new Set(named.map((names) => names.of(code)).filter(Boolean))].join('|'));
writeFileSync(fileURLToPath(new URL('../../assets/names/countries.txt', import.meta.url)), `${lines.join('\n')}\n`);
