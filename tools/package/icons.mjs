// Lucide's icons as path data: one string a name, for `new Path2D(…)` in the worker and `<path d>` on the page.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The icons named in assets/icons.txt, in its order. */
export function iconPaths(root) {
  const list = join(root, 'assets/icons.txt');
  if (!existsSync(list)) return {};
  const names = readFileSync(list, 'utf8').split('\n').map((line) => line.trim()).filter(Boolean);
  return Object.fromEntries(names.map((name) => {
    const file = join(root, 'node_modules/lucide-static/icons', `${name}.svg`);
    if (!existsSync(file)) throw new Error(`assets/icons.txt: lucide-static has no icon \`${name}\``);
    return [name, pathOf(readFileSync(file, 'utf8'))];
  }));
}

/** All shapes of one SVG as one path. */
export function pathOf(svg) {
  const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
  return [...inner.matchAll(/<([a-z]+)\s([^>]*?)\/?>/g)].map(([, tag, attributes]) => {
    const shape = shapes[tag];
    if (!shape) throw new Error(`no path is known for <${tag}>`);
    return shape(Object.fromEntries([...attributes.matchAll(/([a-z0-9-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v])));
  }).join('');
}

const number = (text, otherwise = 0) => (text === undefined ? otherwise : Number(text));

const oval = (cx, cy, rx, ry) =>
  `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;

const shapes = {
  // A leading `m` is absolute only at the very start, so it is anchored.
  path: ({ d }) => (d.startsWith('m') ? `M0 0${d}` : d),
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  polyline: ({ points }) => `M${points}`,
  polygon: ({ points }) => `M${points}z`,
  circle: ({ cx, cy, r }) => oval(number(cx), number(cy), number(r), number(r)),
  ellipse: ({ cx, cy, rx, ry }) => oval(number(cx), number(cy), number(rx), number(ry)),
  rect: (a) => {
    const [x, y, w, h] = [number(a.x), number(a.y), number(a.width), number(a.height)];
    const rx = number(a.rx, number(a.ry));
    const ry = number(a.ry, rx);
    if (rx === 0) return `M${x} ${y}h${w}v${h}h${-w}z`;
    const corner = (dx, dy) => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
    return `M${x + rx} ${y}h${w - 2 * rx}${corner(rx, ry)}v${h - 2 * ry}${corner(-rx, ry)}`
      + `h${2 * rx - w}${corner(-rx, -ry)}v${2 * ry - h}${corner(rx, -ry)}z`;
  },
};
