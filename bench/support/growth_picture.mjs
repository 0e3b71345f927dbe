// Time by size as a picture, both axes logarithmic: a straight line is a power, and its slope the exponent.

const size = { width: 780, height: 440, left: 64, right: 220, top: 20, bottom: 46 };
// Dark enough on white and light enough on black: the picture has no ground of its own.
const colours = ['#3b82f6', '#ea580c', '#16a34a', '#a855f7', '#ca8a04', '#0891b2', '#db2777', '#65a30d', '#dc2626', '#6366f1'];
const style = `<style>
.grid { stroke: #d4d4d8 } .word { fill: #52525b }
@media (prefers-color-scheme: dark) { .grid { stroke: #3f3f46 } .word { fill: #a1a1aa } }
</style>`;

/** @typedef {{ name: string, exponent: number | null, points: { size: number, value: number }[] }} Growth */

/** @param {Growth[]} growths  @returns {string} SVG */
export function growthPicture(growths) {
  const points = growths.flatMap((growth) => growth.points);
  const x = axis(points.map((point) => point.size), size.left, size.width - size.right);
  const y = axis(points.map((point) => point.value), size.height - size.bottom, size.top);
  const ends = growths.map(({ points: of }) => y.place(of[of.length - 1].value));
  const labels = apart(ends, 17);
  const drawn = growths.map((growth, at) => curve(growth, x, y, colours[at % colours.length], labels[at]));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="system-ui, sans-serif" font-size="12">
<title>Milliseconds by number of rooms</title>
${style}
${x.ticks.map((tick) => upright(x.place(tick), tick)).join('\n')}
${y.ticks.map((tick) => level(y.place(tick), tick)).join('\n')}
<text x="${(size.left + size.width - size.right) / 2}" y="${size.height - 8}" text-anchor="middle" class="word">rooms</text>
<text x="14" y="${size.height / 2}" text-anchor="middle" class="word" transform="rotate(-90 14 ${size.height / 2})">ms</text>
${drawn.join('\n')}
</svg>
`;
}

/** Powers of ten around the values, from one edge to the other. */
export function axis(/** @type {number[]} */ values, /** @type {number} */ from, /** @type {number} */ to) {
  const first = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
  const place = (/** @type {number} */ value) => round(from + (to - from) * ((Math.log10(value) - first) / (last - first)));
  return { place, ticks: Array.from({ length: last - first + 1 }, (_, at) => 10 ** (first + at)) };
}

const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
const tickText = (/** @type {number} */ tick) => tick.toLocaleString('en-GB', { maximumFractionDigits: 3 });

function upright(at, tick) {
  return `<line x1="${at}" y1="${size.top}" x2="${at}" y2="${size.height - size.bottom}" class="grid"/>`
    + `<text x="${at}" y="${size.height - size.bottom + 18}" text-anchor="middle" class="word">${tickText(tick)}</text>`;
}

function level(at, tick) {
  return `<line x1="${size.left}" y1="${at}" x2="${size.width - size.right}" y2="${at}" class="grid"/>`
    + `<text x="${size.left - 8}" y="${at + 4}" text-anchor="end" class="word">${tickText(tick)}</text>`;
}

function curve({ name, exponent, points }, x, y, colour, label) {
  const path = points.map((point) => `${x.place(point.size)},${y.place(point.value)}`).join(' ');
  const dots = points.map((point) => `<circle cx="${x.place(point.size)}" cy="${y.place(point.value)}" r="3" fill="${colour}"/>`);
  const power = exponent === null ? '' : ` n^${exponent.toFixed(2)}`;
  return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`
    + `<text x="${size.width - size.right + 10}" y="${label + 4}" fill="${colour}">${name}${power}</text>`;
}

/** The places, moved so that no two labels lie on each other. */
export function apart(/** @type {number[]} */ places, /** @type {number} */ distance) {
  const order = places.map((place, at) => ({ place, at })).sort((one, other) => one.place - other.place);
  for (let at = 1; at < order.length; at++) order[at].place = Math.max(order[at].place, order[at - 1].place + distance);
  return order.sort((one, other) => one.at - other.at).map(({ place }) => place);
}
