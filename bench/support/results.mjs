// What was measured, by part and size; the table and the growth are read from it.
import { exponent, growsNoWorseThanLinearithmic } from './statistics.mjs';

/**
 * @typedef {import('./table.mjs').Line & { grows?: number | null }} Line  `grows`: what the growth is judged by, where that
 *     is not the median of ours; null: another line says it already
 * @typedef {{ part: string, rooms: number, load: number, day: string, lines: Line[], why?: string }} Result  `why`: not measured
 * @typedef {Record<string, Result>} Results
 */

/** @param {string} part @param {number} rooms */
export const keyOf = (part, rooms) => `${part}@${rooms}`;

/** @param {Results} earlier @param {Results} now @returns {Results} */
export const merged = (earlier, now) => ({ ...earlier, ...now });

const order_of_parts = ['answers', 'import', 'browser', 'commit', 'visit', 'servers', 'fold', 'late', 'features', 'clocks', 'all_in', 'plan', 'what_if', 'exchange'];

/** The lines of the table. @param {Results} results @param {number} rooms @returns {Line[]} */
export function linesAt(results, rooms) {
  const place = (/** @type {Result} */ { part }) => order_of_parts.indexOf(part);
  return Object.values(results).filter((result) => result.rooms === rooms).sort((one, other) => place(one) - place(other)).flatMap(({ lines }) => lines);
}

/**
 * How each line that was measured at several sizes grows; by size, why it could not be measured there.
 * @param {Results} results
 */
export function growthsOf(results) {
  const points = new Map();
  const all = Object.values(results).sort((one, other) => one.rooms - other.rooms);
  for (const { part, rooms, lines } of all) {
    for (const { work, ours, unit, grows, note } of lines) {
      if (grows === null || (grows === undefined && unit !== 'ms' && unit !== 'MB')) continue;
      const value = grows ?? ours?.median;
      if (!points.has(work)) points.set(work, { part, work, unit: grows === undefined ? unit : 'ms', points: [], missing: new Map() });
      if (value !== undefined) points.get(work).points.push({ size: rooms, value });
      else if (note) points.get(work).missing.set(rooms, note);
    }
  }
  for (const { part, rooms, why } of all) {
    if (why) for (const growth of points.values()) if (growth.part === part) growth.missing.set(rooms, why);
  }
  return [...points.values()].filter(({ points: of }) => of.length > 1)
    .map((growth) => ({ ...growth, exponent: exponent(growth.points), fine: growsNoWorseThanLinearithmic(growth.points) }));
}
