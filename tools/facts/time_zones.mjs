// Writes assets/catalogue/time_zones.json: the offsets of the zones below since 2010, and the rule that holds on.
//   node tools/facts/time_zones.mjs [FOLDER_OF_COMPILED_ZONES]
// The folder is Debian's package tzdata; its version is read from the package itself.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? '/usr/share/zoneinfo';
const version = execFileSync('dpkg-query', ['--show', '--showformat=${Version}', 'tzdata'], { encoding: 'utf8' });

// The main zone of each country: that of its capital, or where most of its people live.
const zones = {
  AR: 'America/Argentina/Buenos_Aires', AT: 'Europe/Vienna', AU: 'Australia/Sydney', BE: 'Europe/Brussels', BG: 'Europe/Sofia',
  BR: 'America/Sao_Paulo', CA: 'America/Toronto', CH: 'Europe/Zurich', CL: 'America/Santiago', CO: 'America/Bogota',
  CY: 'Asia/Nicosia', CZ: 'Europe/Prague', DE: 'Europe/Berlin', DK: 'Europe/Copenhagen', EE: 'Europe/Tallinn',
  ES: 'Europe/Madrid', FI: 'Europe/Helsinki', FR: 'Europe/Paris', GB: 'Europe/London', GR: 'Europe/Athens',
  HR: 'Europe/Zagreb', HU: 'Europe/Budapest', IE: 'Europe/Dublin', IS: 'Atlantic/Reykjavik', IT: 'Europe/Rome',
  JP: 'Asia/Tokyo', KR: 'Asia/Seoul', LT: 'Europe/Vilnius', LU: 'Europe/Luxembourg', LV: 'Europe/Riga',
  MT: 'Europe/Malta', MX: 'America/Mexico_City', NL: 'Europe/Amsterdam', NO: 'Europe/Oslo', NZ: 'Pacific/Auckland',
  PH: 'Asia/Manila', PL: 'Europe/Warsaw', PT: 'Europe/Lisbon', RO: 'Europe/Bucharest', SE: 'Europe/Stockholm',
  SI: 'Europe/Ljubljana', SK: 'Europe/Bratislava', UA: 'Europe/Kyiv', US: 'America/New_York', ZA: 'Africa/Johannesburg',
};
const since = Date.UTC(2010, 0, 1) / 60_000;
const until = Date.UTC(2038, 0, 1) / 60_000;

const list = Object.entries(zones).map(([country, name]) => ({ name, country, ...historyOf(name) }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const rows = list.map((zone) => `    ${JSON.stringify(zone)}`);
writeFileSync(fileURLToPath(new URL('../../assets/catalogue/time_zones.json', import.meta.url)), `{
  "$schema": "../schema/time_zones.schema.json",
  "source": { "name": "tzdata", "version": "${version}", "licence": "public domain", "authors": "the IANA time zone database" },
  "zones": [
${rows.join(',\n')}
  ]
}
`);

// Offsets in minutes east of UTC; changes as minutes since 1970 in UTC, for as long as the rule does not tell them.
function historyOf(name) {
  const { transitions, footer } = compiled(readFileSync(join(folder, name)));
  const rule = ruleOf(footer);
  const before = transitions.filter(({ at }) => at <= since).at(-1);
  let changes = transitions.filter(({ at }) => at > since && at < until);
  while (changes.length > 0 && told(rule, changes.at(-1))) changes = changes.slice(0, -1);
  return { offset: before?.offset ?? transitions[0]?.offset ?? rule.standard, changes: changes.map(({ at, offset }) => ({ at, offset })), rule };
}

function compiled(bytes) {
  const counts = (start) => [20, 24, 28, 32, 36, 40].map((field) => bytes.readUInt32BE(start + field));
  const [utc, standard, leaps, times, types, letters] = counts(0);
  const second = 44 + times * 5 + types * 6 + letters + leaps * 8 + standard + utc;
  const [utc2, standard2, leaps2, times2, types2, letters2] = counts(second);
  const data = second + 44;
  const typesAt = data + times2 * 9;
  const offset = (type) => bytes.readInt32BE(typesAt + type * 6) / 60;
  const transitions = Array.from({ length: times2 }, (_, index) => ({
    at: Number(bytes.readBigInt64BE(data + index * 8)) / 60, offset: offset(bytes[data + times2 * 8 + index]) }))
    .filter((each, index, all) => index === 0 || all[index - 1].offset !== each.offset);
  const end = typesAt + types2 * 6 + letters2 + leaps2 * 12 + standard2 + utc2;
  return { transitions, footer: bytes.subarray(end).toString('ascii').trim() };
}

// POSIX: STD offset [DST [offset] , Mm.w.d[/time] , Mm.w.d[/time]]; its offsets count west.
function ruleOf(footer) {
  const [names, starts, ends] = footer.split(',');
  const [, standard, name, saving] = /^(?:<[^>]+>|[A-Za-z]+)([-+\d:]+)(<[^>]+>|[A-Za-z]+)?([-+\d:]+)?$/.exec(names);
  const minutes = (text) => { const [, sign, hours, rest] = /^([-+]?)(\d+)(?::(\d+))?$/.exec(text); return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(rest ?? 0)); };
  const west = (text) => 0 - minutes(text);
  if (!name) return { standard: west(standard) };
  const turn = (text) => {
    const [, month, week, weekday, time] = /^M(\d+)\.(\d)\.(\d)(?:\/(.+))?$/.exec(text);
    return { month: Number(month), week: Number(week), weekday: Number(weekday), minute: time ? minutes(time) : 120 };
  };
  return { standard: west(standard), saving: { offset: saving ? west(saving) : west(standard) + 60, begins: turn(starts), ends: turn(ends) } };
}

function told(rule, { at, offset }) {
  if (!rule.saving) return false;
  const { offset: saved, begins, ends } = rule.saving;
  const year = new Date(at * 60_000).getUTCFullYear();
  return [[begins, rule.standard, saved], [ends, saved, rule.standard]]
    .some(([turn, before, after]) => after === offset && at === momentOf(turn, year, before));
}

function momentOf({ month, week, weekday, minute }, year, offset) {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  let day = 1 + ((weekday - first + 7) % 7) + (week - 1) * 7;
  while (day > length) day -= 7;
  return Date.UTC(year, month - 1, day) / 60_000 + minute - offset;
}
