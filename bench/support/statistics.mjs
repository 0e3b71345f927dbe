// What a bench says about its runs: the middle one and how far the others lie from it, and how work grows with size.

/** @typedef {{ median: number, low: number, high: number, runs: number }} Summary  quarter and three quarters of the runs */

/** The value below which that part of the runs lies; between two runs, the line between them. */
export function quantile(/** @type {number[]} */ sorted, /** @type {number} */ part) {
  const at = (sorted.length - 1) * part;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
}

/** @param {number[]} runs  @returns {Summary} */
export function summary(runs) {
  if (runs.length === 0) throw new Error('no run was measured');
  const sorted = [...runs].sort((one, other) => one - other);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75), runs: runs.length };
}

/**
 * The exponent e of time ≈ c · sizeᵉ: the slope of the line through the points, both axes logarithmic.
 * @param {{ size: number, value: number }[]} points
 */
export function exponent(points) {
  const logs = points.filter(({ value }) => value > 0).map(({ size, value }) => [Math.log(size), Math.log(value)]);
  if (logs.length < 2) return null;
  const mean = (/** @type {number} */ axis) => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return spread === 0 ? null : logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / spread;
}

/**
 * Whether the growth between the smallest and the largest size is no worse than n log n, with room for the noise of a
 * machine that does other things.
 * @param {{ size: number, value: number }[]} points
 */
export function growsNoWorseThanLinearithmic(points, tolerance = 1.5) {
  const [first, last] = [points[0], points[points.length - 1]];
  if (points.length < 2 || first.value <= 0) return true;
  const weight = (/** @type {number} */ size) => size * Math.log2(size);
  return last.value / first.value <= tolerance * (weight(last.size) / weight(first.size));
}
