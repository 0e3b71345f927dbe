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
  [/^first visit/, 'what a start calls is found out when the portal is packaged, and cut off from the rest of the program, which comes after the first picture. \
Tried, and kept: fonts with only the letters and weights that are used and without kerning (133 KB became 26 before the picture and 43 after it), one script each for page and worker, SQLite for \
size and without what nothing asks for. Not tried: languages as files of their own (of three, a start needs one)'],
  [/^time until a usable frame, warm/, 'in a trace most of it is the browser\'s own: a process for the page, a thread for the worker, WebGL on the software renderer, which copies each picture back \
through the processor. The peer draws nothing. Tried, and kept: program, worker and fonts are asked for at once and not one after another, the storage is asked while the program is compiled, \
the shaders are compiled before the program is there, the first picture is drawn without waiting for the screen\'s turn. Not tried: glyphs kept as a picture from one start to the next'],
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
  [/^longest task/, 'a new screen is taken into the mirror some eighty elements at a time, each slice and the browser\'s layout of it in a task of its own: 15 ms for 480 new \
elements became 6. Tried, and dropped: containment and simpler fonts for the mirror, which the layout did not notice'],
  [/^worker time a frame/, 'the drawing asks the graphics process nothing any more, which was three fifths of a frame. Typing looks through the names, sites and serial numbers of all \
rooms, 5.5 MB for 100,000 rooms, for each new word: 0.4 to 2.5 ms. Tried, and kept: eight places at a time, and a room that was found is passed over. Not tried: only those rooms that held the word \
before its last letter; the search in slices'],
];

/** @param {import('./support/results.mjs').Line[]} lines */
export function withNotes(lines) {
  return lines.map((line) => {
    const found = isMet(line) === false && reasons.find(([pattern]) => pattern.test(line.work));
    return found ? { ...line, note: found[1] } : line;
  });
}
