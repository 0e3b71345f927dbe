// Why a goal is missed, and what was tried: said below the table as long as it is missed.
import { isMet } from './support/table.mjs';

/** @type {[RegExp, string][]} */
const reasons = [
  [/^coverage, Insights/, 'a run reads every room, every assignment and every device once, from columns beside the rows; half of it is the devices, \
whose rooms lie all over the table. Tried, and kept: asking a block of rows first which of them are covered, so that the processor guesses wrong \
less often; each anniversary counted once and then looked up; no call into the catalogue for each device: together a sixth less processor time (5.2 ms \
became 4.3, both on a machine that did other things). Tried, and dropped: the rooms with a feature gathered column by column, which was slower. Not tried: \
vector instructions, which the baseline of either processor does not have. The peers are quicker here than where the goals were set (115 ms for 180, 468 for \
580): sixty times would be 1.9 ms'],
  [/^first visit/, 'nine tenths of it is the program, and five sixths of that its code: SQLite a fifth, Dear ImGui a twentieth, the portal\'s own rules, words \
and screens the rest. Tried: SQLite for size and without what nothing asks for, all for size that no large tenant goes through row by row; \
the second half of the font only when a text needs it (80 KB less), taken back because the letters that came late kept the system\'s look. Running wasm-opt for size over it saved nothing more. Not tried: languages, holidays \
and the support desk as files of their own'],
  [/^time until a usable frame, warm/, 'of about 600 ms, 200 to 350 lie between the program\'s start and its first picture: WebGL on the software \
renderer, and every glyph drawn by the browser; a quarter second goes to the page\'s and the worker\'s scripts, each asked for by itself. \
The peer draws nothing'],
  [/^import until it is durable/, 'of some 2.5 s, about 1 s is frames four times a second, which the software renderer makes long, and what they need of all rooms \
(names, sites and serial numbers made ready for searching, 0.7 s); 0.5 s are rules, 0.4 s SQLite with its last write, 0.4 s the opening of the session, by a profile taken under load. The waiting \
for a frame after each piece (64 of 67 s) is mended. Not tried: rows of the projection written from the journal only when the import is at rest'],
  [/^opening a stored/, 'the start of the portal alone takes as long as the whole goal. The rest is the loading: every row is read through SQLite, and as rows \
and journal lie among each other in the file, most of its 85 MB go by. Tried, and kept: tables and their indexes made as large as they will be before \
the first row, rows taken in without the way over a change. Not built: an image of the ledger beside the tables, checked and thrown away where \
it is not of the last entry; it would read 16 MB in one go'],
  [/^memory with the tenant/, 'the program\'s memory is counted whole: it grows and never shrinks. The rows of 100,000 rooms, 300,000 devices and their assignments take 21 MB by their sizes, \
what finds them 14, the columns for the answers 4. Tried, and kept: tables loaded without room to grow into, indexes four fifths full instead of half, SQLite\'s \
cache 1 MB but for an import, memory taken in steps of 3 %. A third of the peer, 24 MB, is hardly more than the rows alone'],
  [/^longest task/, 'the longest task makes the mirror follow a new screen; its own work was some 4 ms in a trace of an import of 10,000 rooms'],
  [/^worker time a frame/, 'a profile of scrolling has three fifths of a frame in one question to the graphics process for its state \
(`glGetIntegerv`, 50 of 84 ms), which Dear ImGui\'s drawing asks each frame; of typing, a third. A drawing of our own that asks nothing is not \
there yet. Tried, and kept: searching eight places at a time'],
];

/** @param {import('./support/results.mjs').Line[]} lines */
export function withNotes(lines) {
  return lines.map((line) => {
    const found = isMet(line) === false && reasons.find(([pattern]) => pattern.test(line.work));
    return found ? { ...line, note: found[1] } : line;
  });
}
