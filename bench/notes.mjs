// Why a goal is missed, and what was tried: said below the table as long as it is missed.
import { isMet } from './support/table.mjs';

/** @type {[RegExp, string][]} */
const reasons = [
  [/^coverage, Insights/, 'a run reads every room, every assignment and every device once, from columns beside the rows. A third of it is the two \
anniversaries of each device (1.1 of 3.7 ms, measured alone); they already go without a calendar. On this machine the peers are quicker than \
where the goals were set (152 ms for 180, 501 ms for 580). Not tried: anniversaries by day of purchase in a table, vectors'],
  [/^first visit/, 'nine tenths of it is the program, and five sixths of that its code: SQLite a fifth, Dear ImGui a twentieth, the portal\'s own rules, words \
and screens the rest. Tried: SQLite for size and without what nothing asks for, all for size that no large tenant goes through row by row; \
the second half of the font only when a text needs it (80 KB less), taken back because the letters that came late kept the system\'s look. Running wasm-opt for size over it saved nothing more. Not tried: languages, holidays \
and the support desk as files of their own'],
  [/^time until a usable frame, warm/, 'of about 600 ms, 200 to 350 lie between the program\'s start and its first picture: WebGL on the software \
renderer, and every glyph drawn by the browser; a quarter second goes to the page\'s and the worker\'s scripts, each asked for by itself. \
The peer draws nothing'],
  [/^a late entry/, 'the rows of the ledger and their index know no step back, so all 1,000,000 commands are folded anew. At the speed above, folding \
the last 1,000 alone is a matter of a millisecond; what lacks is a way to take them out first. A copy of the ledger as it stood 1,000 \
entries ago would do, at the cost of its memory a second time; it was not built'],
  [/^import until it is durable/, 'of 67 s, 64 were frames: each piece of 64 KB waited for one, and a frame keeps the worker for some 90 ms on the software renderer; \
the import itself took 1.8 s of it (reading 0.3, rules and SQLite 1.5). The waiting is mended and the picture now follows four times a second; \
the figure is to be measured again'],
  [/^opening a stored/, 'every row is read through SQLite and its keys are indexed anew; the start of the portal, as above, is part of it'],
  [/^memory with the tenant/, 'the program\'s memory is counted whole: it grows and never shrinks, holds SQLite\'s cache of 8 MB and the room that \
vectors keep to grow into'],
  [/^longest task/, 'the longest task makes the mirror follow a new screen. Its own work is some 3 ms; the trace counts what other processes \
took of the two cores meanwhile'],
  [/^worker time a frame/, 'measured while other processes had the two cores; not yet looked at on a machine at rest'],
];

/** @param {import('./support/results.mjs').Line[]} lines */
export function withNotes(lines) {
  return lines.map((line) => {
    const found = isMet(line) === false && reasons.find(([pattern]) => pattern.test(line.work));
    return found ? { ...line, note: found[1] } : line;
  });
}
