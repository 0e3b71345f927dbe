// Days as whole numbers since 1970-01-01, for those who answer the scale questions without the engine.

const millisecondsOfDay = 86_400_000;

/** @param {string} text YYYY-MM-DD */
export const dayOf = (text) => Date.parse(text) / millisecondsOfDay;

/** @param {number} day */
export const isoOf = (day) => new Date(day * millisecondsOfDay).toISOString().slice(0, 10);

/** The same day of the month, years later; 29 February becomes 28 February. */
export function plusYears(/** @type {number} */ day, /** @type {number} */ years) {
  const date = new Date(day * millisecondsOfDay);
  const month = date.getUTCMonth();
  const moved = new Date(Date.UTC(date.getUTCFullYear() + years, month, date.getUTCDate()));
  if (moved.getUTCMonth() !== month) moved.setUTCDate(0);
  return moved.getTime() / millisecondsOfDay;
}
