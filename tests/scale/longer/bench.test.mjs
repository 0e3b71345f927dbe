// The bench runs, and ours and its peers give the same answers. How fast, no test judges.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

test('the bench measures a small tenant, prints the table and the figures', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keyrack-bench-test-'));
    try {
        const file = join(folder, 'bench.json');
        const made = spawnSync(process.execPath, ['bench/run.mjs', '--rooms', '1000', '--lines', 'answers,import,fold,late', '--json', file], { encoding: 'utf8' });
        assert.equal(made.status, 0, made.stderr);
        assert.match(made.stdout, /^work .*\n(.*\n){8}\d goals met, \d missed, 0 not measured\n$/);
        const lines = Object.values(JSON.parse(readFileSync(file, 'utf8'))).flatMap((part) => part.lines);
        assert.equal(lines.length, 8);
        for (const { work, ours } of lines) assert.ok(ours.median > 0, work);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
});

test('a line that is not there is refused by name', () => {
    const made = spawnSync(process.execPath, ['bench/run.mjs', '--lines', 'colours'], { encoding: 'utf8' });
    assert.notEqual(made.status, 0);
    assert.match(made.stderr, /no lines `colours`: answers,import/);
});
