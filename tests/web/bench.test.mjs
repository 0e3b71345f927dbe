// What the bench stands on: its statistics, its verdicts, its table, and who owns which bytes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apart, axis, growthPicture } from '../../bench/support/growth_picture.mjs';
import { withNotes } from '../../bench/notes.mjs';
import { shortOf } from '../../bench/report.mjs';
import { growthsOf, linesAt, merged } from '../../bench/support/results.mjs';
import { longestTask } from '../../bench/support/tasks.mjs';
import { exponent, growsNoWorseThanLinearithmic, quantile, summary } from '../../bench/support/statistics.mjs';
import { asMarkdown, asText, goalText, isMet, ratioOf } from '../../bench/support/table.mjs';
import { owner_of, read_symbols, sizes } from '../../bench/support/wasm_size.mjs';

const one_run = (median) => ({ median, low: median, high: median, runs: 1 });
const points = (grow) => [1_000, 10_000, 100_000].map((size) => ({ size, value: grow(size) }));

test('the middle run and the quarters around it', () => {
    assert.deepEqual(summary([9, 1, 5, 3, 7]), { median: 5, low: 3, high: 7, runs: 5 });
    assert.equal(quantile([1, 2], 0.5), 1.5);
    assert.deepEqual(summary([4]), { median: 4, low: 4, high: 4, runs: 1 });
    assert.throws(() => summary([]), /no run/);
});

test('the exponent is the slope in logarithms', () => {
    for (const power of [0, 0.5, 1, 2]) {
        assert.ok(Math.abs(exponent(points((size) => 3 * size ** power)) - power) < 1e-9, `n^${power}`);
    }
    assert.equal(exponent([{ size: 10, value: 1 }]), null);
});

test('growth is held against n log n', () => {
    assert.equal(growsNoWorseThanLinearithmic(points((size) => size * Math.log2(size))), true);
    assert.equal(growsNoWorseThanLinearithmic(points((size) => size)), true);
    assert.equal(growsNoWorseThanLinearithmic(points((size) => size ** 1.5)), false);
});

test('a goal is met, missed, or was not measured', () => {
    const rows = [
        // kind            goal  ours  theirs  met
        ['times_faster',   60,   5,    300,    true],
        ['times_faster',   60,   5,    299,    false],
        ['at_most_times',  1.5,  3,    2,      true],
        ['at_most_times',  1.5,  3.1,  2,      false],
        ['at_most',        2,    2,    null,   true],
        ['at_most',        2,    2.1,  null,   false],
        ['at_least',       10,   10,   null,   true],
        ['at_least',       10,   9,    null,   false],
        ['at_most_times',  1.5,  3,    null,   null],
        ['at_most',        2,    null, null,   null],
        ['none',           0,    9,    null,   null],
    ];
    for (const [kind, value, ours, theirs, met] of rows) {
        const line = { work: 'w', unit: 'ms', ours: ours === null ? null : one_run(ours), theirs: theirs === null ? null : one_run(theirs), goal: { kind, value } };
        assert.equal(isMet(line), met, `${kind} ${value}: ${ours} and ${theirs}`);
    }
});

test('the table says what was measured, against whom, and whether that is enough', () => {
    const line = {
        work: 'import', ours: { median: 450.4, low: 440, high: 460, runs: 5 }, unit: 'ms', peer: 'JSON.parse',
        theirs: one_run(300), goal: { kind: 'at_most_times', value: 1.2 }, note: 'rows are decided one by one',
    };
    assert.equal(ratioOf(line).toFixed(2), '1.50');
    assert.equal(goalText(line), 'at most 1.2 times');
    assert.equal(goalText({ ...line, goal: { kind: 'at_most', value: 5, asked: 10 } }), 'at most 5 ms (at first 10)');
    assert.match(asText([line]), /import +450 ms \(440–460\) +JSON\.parse: 300 ms +1\.5× +at most 1\.2 times +MISSED/);
    assert.match(asMarkdown([line]), /\| import \| 450 ms \(440–460\) \| JSON\.parse: 300 ms \| 1\.5× \| at most 1\.2 times \| MISSED \|\n\n- \*import\*: rows are/);
});

test('the picture of growth has an axis of powers of ten, and labels that can be read', () => {
    assert.deepEqual(axis([1_000, 100_000], 0, 100).ticks, [1_000, 10_000, 100_000]);
    assert.equal(axis([1_000, 100_000], 0, 100).place(10_000), 50);
    assert.deepEqual(apart([30, 10, 12], 17), [44, 10, 27]);
    const picture = growthPicture([{ name: 'answers', exponent: 1, points: points((size) => size / 1_000) }]);
    assert.match(picture, /<polyline points="64,394 312,/);
    assert.match(picture, /answers n\^1\.00/);
});

test('a line that was measured at several sizes grows, and what is measured again replaces what was', () => {
    const at = (rooms, median, unit = 'ms') => ({
        part: 'import', rooms, load: 0, day: '2026-11-22',
        lines: [{ work: 'import', unit, ours: one_run(median), goal: { kind: 'at_most', value: 1 } }],
    });
    const results = merged({ 'import@1000': at(1_000, 9), 'import@10000': at(10_000, 10) }, { 'import@1000': at(1_000, 1) });
    assert.deepEqual(growthsOf(results).map(({ work, exponent: power, fine }) => [work, power.toFixed(2), fine]), [['import', '1.00', true]]);
    assert.deepEqual(linesAt(results, 10_000).map(({ ours }) => ours.median), [10]);
    assert.deepEqual(growthsOf({ a: at(1_000, 1, 'frames'), b: at(10_000, 5, 'frames') }), []);
    assert.equal(shortOf('import until it can be used, WebAssembly'), 'import, wasm');
});

test('what could not be measured at a size says why', () => {
    const at = (rooms, lines, why) => ({ part: 'import', rooms, load: 0, day: '2026-11-22', lines, why });
    const line = (median, note) => ({ work: 'import', unit: 'ms', ours: median === null ? null : one_run(median), goal: { kind: 'at_most', value: 1 }, note });
    const missing = (last) => growthsOf({ a: at(1_000, [line(1)]), b: at(10_000, [line(10)]), c: last }).map((growth) => [...growth.missing]);
    assert.deepEqual(missing(at(100_000, [], 'no memory')), [[[100_000, 'no memory']]]);
    assert.deepEqual(missing(at(100_000, [line(null, 'opening: no memory')])), [[[100_000, 'opening: no memory']]]);
    assert.deepEqual(missing(at(100_000, [line(100, 'of 17 screens')])), [[]]);
});

test('the longest task is that of the page thread, of whatever process', () => {
    const named = (tid, name) => ({ ph: 'M', name: 'thread_name', pid: 1, tid, args: { name } });
    const task = (tid, dur) => ({ ph: 'X', name: 'ThreadControllerImpl::RunTask', pid: 1, tid, ts: 0, dur });
    const events = [task(1, 3_000), named(1, 'CrRendererMain'), named(2, 'DedicatedWorker thread'), task(2, 90_000), task(1, 5_500)];
    assert.deepEqual(longestTask(events), { longest: 5.5, tasks: 2 });
    const waiting = { ...task(1, 40_000), ts: 100_000, tdur: 1_000 };
    const of_bench = { ...task(1, 30_000), ts: 200_000, tdur: 30_000 };
    const message = { ph: 'X', name: 'Receive mojo message', pid: 1, tid: 1, ts: 210_000, dur: 5, args: { chrome_mojo_event_info: { mojo_interface_tag: 'blink.mojom.DevToolsSession' } } };
    assert.deepEqual(longestTask([...events, waiting, of_bench, message]), { longest: 5.5, tasks: 3 });
});

test('functions are found in WebAssembly and counted to their owners', () => {
    assert.equal(owner_of('keyrack::ui::Interface::frame(double)'), 'src/ui');
    assert.equal(owner_of('nlohmann::json_abi_v3_11_3::detail::lexer<std::string>::scan()'), 'nlohmann/json');
    assert.equal(owner_of('sqlite3VdbeExec'), 'SQLite');
    assert.equal(read_symbols('3:a\\28int\\29\n').get(3), 'a(int)');
    // One imported function, then two of our own with 2 and 3 bytes of code.
    const wasm = new Uint8Array([
        0, 97, 115, 109, 1, 0, 0, 0,
        1, 4, 1, 0x60, 0, 0,
        2, 7, 1, 1, 109, 1, 102, 0, 0,
        3, 3, 2, 0, 0,
        10, 8, 2, 2, 0, 0x0b, 3, 0, 1, 0x0b,
    ]);
    const found = sizes(wasm, '1:keyrack::engine::fold()\n2:sqlite3_open\n');
    assert.deepEqual(found.functions.map(({ name, bytes }) => [name, bytes]), [['sqlite3_open', 3], ['keyrack::engine::fold()', 2]]);
    assert.equal(found.owners.reduce((sum, { bytes }) => sum + bytes, 0), wasm.length);
});

test('every goal of the bench has a short name for the picture, and a missed one its reason', () => {
    const work = 'coverage, Insights, warranty and spares of everything on a day';
    assert.deepEqual([work, `${work}, WebAssembly`, 'opening a stored tenant until its rooms show', 'worker time a frame, sorting'].map(shortOf),
        ['answers', 'answers, wasm', 'opening', 'sorting']);
    const line = (median) => ({ work: 'worker time a frame, scrolling', ours: one_run(median), unit: 'ms', goal: { kind: 'at_most', value: 5 } });
    assert.equal(withNotes([line(4)])[0].note, undefined);
    assert.match(withNotes([line(6)])[0].note, /graphics process/);
});
