// The bench's one table: work, ours, peer, ratio, goal, met or not. A line is a value; nothing is measured here.

/**
 * @typedef {import('./statistics.mjs').Summary} Summary
 * @typedef {object} Line
 * @property {string} work
 * @property {Summary | null} ours      null: could not be measured, `note` says why
 * @property {string} unit              'ms', 'KB', 'MB', 'frames', '/s'
 * @property {string} [peer]            its name
 * @property {Summary | null} [theirs]
 * @property {Goal} goal
 * @property {string} [note]            for a missed goal, the reason that was found
 * @typedef {{ kind: 'times_faster' | 'at_most_times' | 'at_most' | 'at_least' | 'none', value: number, asked?: number }} Goal  none: told, not
 *     judged; asked: the goal at first, where it was met with so much to spare that it was raised
 */

/** @param {Line} line */
export function ratioOf({ ours, theirs, goal }) {
  if (!ours || !theirs) return null;
  return goal.kind === 'times_faster' ? theirs.median / ours.median : ours.median / theirs.median;
}

/** true, false, or null where it could not be measured or has no goal. @param {Line} line */
export function isMet(line) {
  const { ours, goal } = line;
  if (!ours || goal.kind === 'none') return null;
  if (goal.kind === 'at_most') return ours.median <= goal.value;
  if (goal.kind === 'at_least') return ours.median >= goal.value;
  const ratio = ratioOf(line);
  if (ratio === null) return null;
  return goal.kind === 'times_faster' ? ratio >= goal.value : ratio <= goal.value;
}

const digits = (/** @type {number} */ value) => (Math.abs(value) >= 100 || value === 0 ? value.toFixed(0) : value.toPrecision(3));
export const number = (/** @type {number} */ value) => Number(digits(value)).toLocaleString('en-GB', { maximumFractionDigits: 3 });

/** "2.41 ms (2.38–2.52)" @param {Summary | null | undefined} of @param {string} unit */
export function measured(of, unit) {
  if (!of) return '–';
  const spread = of.runs > 1 ? ` (${number(of.low)}–${number(of.high)})` : '';
  return `${number(of.median)} ${unit}${spread}`;
}

/** @param {Line} line */
export function goalText({ goal: { kind, value, asked }, unit }) {
  if (kind === 'none') return '–';
  const first = asked === undefined ? '' : ` (at first ${number(asked)})`;
  if (kind === 'times_faster') return `${number(value)} times faster${first}`;
  if (kind === 'at_most_times') return `at most ${number(value)} times${first}`;
  return `${kind === 'at_most' ? 'at most' : 'at least'} ${number(value)} ${unit}${first}`;
}

const verdicts = new Map([[true, 'met'], [false, 'MISSED'], [null, 'not measured']]);

/** The cells of a line, as texts. @param {Line} line */
export function cells(line) {
  const ratio = ratioOf(line);
  return [
    line.work,
    measured(line.ours, line.unit),
    line.peer ? `${line.peer}: ${measured(line.theirs, line.unit)}` : '–',
    ratio === null ? '–' : `${number(ratio)}×`,
    goalText(line),
    line.goal.kind === 'none' ? '' : /** @type {string} */ (verdicts.get(isMet(line))),
  ];
}

const heads = ['work', 'ours', 'peer', 'ratio', 'goal', ''];

/** For a terminal. @param {Line[]} lines */
export function asText(lines) {
  const rows = [heads, ...lines.map(cells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n');
}

/** For a page of documentation, the notes below it. @param {Line[]} lines */
export function asMarkdown(lines) {
  const row = (/** @type {string[]} */ texts) => `| ${texts.join(' | ')} |`;
  const notes = lines.filter((line) => line.note && isMet(line) !== true).map(({ work, note }) => `- *${work}*: ${note}`);
  const table = [row(heads), row(heads.map(() => '---')), ...lines.map((line) => row(cells(line)))];
  return [...table, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}
