// Writes assets/catalogue/holidays.json: the national public holidays of the countries below, as facts.
//   node tools/facts/holidays.mjs
// The package is asked once, at this version, in a folder that is thrown away; the portal itself does not depend on it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const version = '3.37.0';
const years = { from: 2020, to: 2035 };
const countries = 'AR AT AU BE BG BR CA CH CL CO CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT JP KR LT LU LV MT MX NL NO NZ PH PL PT RO SE SI SK UA US ZA'.split(' ');
const languages = { en: 'en', de: 'de', nb: 'no' };

const folder = mkdtempSync(join(tmpdir(), 'holidays-'));
try {
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, `date-holidays@${version}`], { stdio: ['ignore', 'ignore', 'inherit'] });
  const Holidays = createRequire(join(folder, 'x.js'))('date-holidays');
  const calendars = countries.map((country) => calendarOf(Holidays, country));
  const file = {
    $schema: '../schema/holidays.schema.json',
    source: { name: 'date-holidays', version, licence: 'CC BY-SA 3.0', authors: 'commenthol and contributors' },
    from: `${years.from}-01-01`,
    to: `${years.to + 1}-01-01`,
    countries: calendars,
  };
  const target = fileURLToPath(new URL('../../assets/catalogue/holidays.json', import.meta.url));
  writeFileSync(target, written(file));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function calendarOf(Holidays, country) {
  const names = new Map();
  for (const [language, code] of Object.entries(languages)) {
    const asked = new Holidays(country, { languages: [code, 'en'], types: ['public'] });
    for (let year = years.from; year <= years.to; ++year)
      for (const holiday of asked.getHolidays(year)) take(names, country, language, year, holiday);
  }
  const holidays = [...names.values()]
    .map(({ name, days }) => ({ name, days: [...days].sort() }))
    .filter(({ days }) => days.length > 0)
    .sort((a, b) => (a.days[0] < b.days[0] ? -1 : a.days[0] > b.days[0] ? 1 : a.name.en < b.name.en ? -1 : 1));
  return { country, holidays: holidays.map(shortened) };
}

// One holiday may last several days; each is named. A holiday that does not begin at midnight is no whole day off.
function take(names, country, language, year, holiday) {
  if (!/ 00:00:00/.test(holiday.date)) return console.error(`left out: ${country}, ${holiday.date}, ${holiday.name}`);
  const key = `${holiday.rule}${holiday.substitute ? ' substitute' : ''}`;
  const known = names.get(key) ?? { name: {}, days: new Set() };
  names.set(key, known);
  known.name[language] ??= language === 'nb' ? holiday.name.replace('(substitute day)', '(i stedet)') : holiday.name;
  const first = Date.parse(`${holiday.date.slice(0, 10)}T00:00:00Z`);
  const count = Math.max(1, Math.round((holiday.end - holiday.start) / 86_400_000));
  for (let day = 0; day < count; ++day) {
    const text = new Date(first + day * 86_400_000).toISOString().slice(0, 10);
    if (text < `${years.to + 1}` && text >= `${years.from}`) known.days.add(text);
  }
}

// The same day of every year is told once.
function shortened({ name, days }) {
  const every = days[0].slice(5);
  const count = years.to - years.from + 1;
  return days.length === count && days.every((day) => day.slice(5) === every) ? { ...name, every, days: [] } : { ...name, every: '', days };
}

function written(file) {
  const head = JSON.stringify({ ...file, countries: undefined }, null, 2).slice(0, -2);
  const rows = file.countries.map(({ country, holidays }) =>
    `    { "country": "${country}", "holidays": [\n${holidays.map((one) => `      ${JSON.stringify(one)}`).join(',\n')}\n    ] }`);
  return `${head},\n  "countries": [\n${rows.join(',\n')}\n  ]\n}\n`;
}
