// docs/performance.md and its picture, from what was measured.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { growthPicture } from './support/growth_picture.mjs';
import { root } from './support/programs.mjs';
import { asMarkdown, number } from './support/table.mjs';

const gigabyte = 1024 ** 3;

/** @param {{ lines: any[], growths: any[], load: number, day: string }} bench */
export function writeReport({ lines, growths, load, day }) {
  mkdirSync(join(root, 'docs/pictures'), { recursive: true });
  if (growths.length > 0) writeFileSync(join(root, 'docs/pictures/growth.svg'), growthPicture(growths));
  writeFileSync(join(root, 'docs/performance.md'), page(lines, growths, load, day));
}

function page(lines, growths, load, day) {
  const [processor] = cpus();
  return `# Performance

Written by \`./dev bench\`, ${day}. Do not edit: run it again.

**Machine**: ${processor.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / gigabyte)} GB, Node ${process.versions.node}; \
${number(load)} processes were waiting for a core on average, so ${load > cpus().length ? 'the times are longer and wider spread than on a machine at rest' : 'it was at rest'}.

**Method**: ours and its peers run in the same call, one after another, on the same file (\`bench/generate.mjs --seed 7\`), each \
in a process of its own. A figure is the median of its runs, the quarters in brackets. Every run asks for another day, so no \
answer can be remembered; the first answers of all are compared, and the bench stops where they differ. The lists run the rules \
of the proofs (\`NoWitness\`), from the rows, with nothing kept from run to run.

${asMarkdown(lines)}
${growths.length > 0 ? growthSection(growths) : ''}`;
}

function growthSection(growths) {
  const row = ({ name, points, exponent, fine }) =>
    `| ${name} | ${points.map(({ value }) => `${number(value)} ms`).join(' | ')} | ${exponent?.toFixed(2) ?? '–'} | ${fine ? 'yes' : 'NO'} |`;
  const sizes = growths[0].points.map(({ size }) => `${size.toLocaleString('en-GB')} rooms`);
  return `
## Growth

![Milliseconds by number of rooms](pictures/growth.svg)

| work | ${sizes.join(' | ')} | exponent | no worse than n log n |
| --- | ${sizes.map(() => '---').join(' | ')} | --- | --- |
${growths.map(row).join('\n')}
`;
}
