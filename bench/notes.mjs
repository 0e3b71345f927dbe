// Why a goal is missed, and what was tried: said below the table as long as it is missed.
import { isMet } from './support/table.mjs';

/** @type {[RegExp, string][]} */
const reasons = [
  [/^coverage, Insights/, 'a run reads every room, every assignment and every device once, from columns beside the rows. Tried, and kept: devices in blocks, \
first what their rooms have, then both anniversaries from one table of days, then the rules on columns alone, which the compiler makes vectors of; assignments chosen \
and not branched; a block in which no device ever moved reads no day of moving. Together 14.7 million instructions became 4.6 at 20,000 rooms, and 3.0 ms 1.4 at \
100,000, the least of 200 runs of each. What is left is memory: the rows of assignments (32 bytes each, of which half are asked for), and the rooms of devices, which lie all over \
the table. Not tried: a column for assignments; instructions beyond the baseline of the processor'],
  [/^first visit/, 'what a start calls is found out when the portal is packaged, and cut off from the rest of the program, which comes after the first picture. \
Tried, and kept: fonts with only the letters and weights that are used and without kerning (133 KB became 26 before the picture and 43 after it), one script each for page and worker, SQLite for \
size and without what nothing asks for. Not tried: languages as files of their own (of three, a start needs one)'],
  [/^time until a usable frame, warm/, 'in a trace most of it is the browser\'s own: a process for the page, a thread for the worker, WebGL on the software renderer, which copies each picture back \
through the processor. The peer draws nothing. Tried, and kept: program, worker and fonts are asked for at once and not one after another, the storage is asked while the program is compiled, \
the shaders are compiled before the program is there, the first picture is drawn without waiting for the screen\'s turn. Not tried: glyphs kept as a picture from one start to the next'],
  [/^import until it is durable/, 'of some 2.5 s, about 1 s was frames four times a second, which the software renderer makes long, and 0.7 s names, sites and serial numbers \
made ready for searching, by a profile taken under load; the latter is now done only when somebody searches, frames come twice a second and no longer ask the graphics process anything. 0.5 s are rules, 0.4 s \
SQLite with its last write, 0.4 s the opening of the session. Every byte goes to the disk twice, into the log and from there into the file. Tried, and dropped: an import into an empty tenant past the log, because a disk that is full to the last byte \
then cannot be read until the database is opened again. A picture that is on the canvas already is not drawn again any more, and the tenant\'s files are opened before the next picture. Not tried: the file\'s own text as the journal\'s'],
  [/^opening a stored/, 'the start of the portal alone takes half of it: the worker\'s script runs after some 75 ms, the program after 60 more. Tried, and kept: an image of the ledger beside the tables (8.7 MB of the file in one \
go and not 85), which halves the processor time of loading; what is searched is made ready only when somebody searches; rooms, devices and licences come into the indexes when one of them is looked for. What made four parts of it \
one: the second part of the program comes beside the first where the address names a company, and not when it is missed; the company\'s files are opened meanwhile; nothing is drawn before it is there (on a software renderer \
an earlier picture kept the browser\'s locks and files waiting for 300 ms); and faults are looked for after a crash alone, a table at a time while nobody does anything, and not after each closing in the first frame. \
Of what is left 60 ms load the image, and 40 are the first picture with the order of all names'],
  [/^memory with the tenant/, 'the program\'s memory is counted whole: it grows and never shrinks. The rows of 100,000 rooms, 300,000 devices and their assignments take 21 MB by their sizes, \
what finds them 14, the columns for the answers 4. Tried, and kept: tables loaded without room to grow into, indexes four fifths full instead of half, SQLite\'s \
cache 1 MB but for an import, memory taken in steps of 3 %, nothing of rooms and devices read through SQLite, texts for searching only where somebody searches and not grown into their place, \
names sorted by keys in one piece, and now keys of rooms, devices and licences in no index until one of them is looked for. A third of the peer, 24 MB, is hardly more than the rows alone'],
  [/^longest task/, 'a new screen is taken into the mirror some eighty elements at a time, each slice and the browser\'s layout of it in a task of its own: 15 ms for 480 new \
elements became 6. Tried, and dropped: containment and simpler fonts for the mirror, which the layout did not notice'],
  [/^worker time a frame, scrolling a screen/, 'Renewals and Spares drew and told the mirror every line of their lists, hundreds in a large tenant, and set each text to know how high it is. Tried, and kept: \
of a long list only what is near the view; heights are kept from frame to frame'],
  [/^worker time a frame/, 'the drawing asks the graphics process nothing any more, which was three fifths of a frame. Typing looked through the names, sites and serial numbers of all \
rooms, 5.5 MB for 100,000 rooms, for each new word: 0.4 to 2.5 ms. Tried, and kept: eight places at a time, a room that was found is passed over, and who types on in a word has only the rooms looked through that \
held its beginning, from there on. Not tried: the search in slices'],
];

// Why work seems to grow faster than n log n: said below the table of growth as long as it does.
/** @type {[RegExp, string][]} */
const reasons_of_growth = [
  [/^1,000,000 commands folded/, 'the rules do not: counted by valgrind\'s cachegrind, a command takes 2,010 instructions at 1,000 rooms and 2,050 at 10,000. A small ledger lies in the \
processor\'s cache, a large one does not, and each command looks for keys all over it'],
  [/^what if/, 'the rules do not: counted by valgrind\'s cachegrind, a changed room takes 25,200 instructions at 1,000 rooms and 21,500 at 10,000. But of a run with 50 changed rooms 20 reads go past a cache of 1 MB, \
of one with 500 it is 22,000: the rooms, their assignments and devices lie all over the tables'],
];

/** @param {import('./support/results.mjs').Line[]} lines */
export function withNotes(lines) {
  return lines.map((line) => {
    const found = isMet(line) === false && reasons.find(([pattern]) => pattern.test(line.work));
    return found ? { ...line, note: found[1] } : line;
  });
}

/** @param {{ work: string, fine: boolean }} growth @returns {string | undefined} */
export function growthNote({ work, fine }) {
  return fine ? undefined : reasons_of_growth.find(([pattern]) => pattern.test(work))?.[1];
}
