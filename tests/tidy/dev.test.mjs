// What `./dev` answers without building anything.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What `./dev` says on a machine that has nothing to build with. @param {string[]} given */
function dev(...given) {
  const folder = mkdtempSync(join(tmpdir(), 'keyrack-dev-'));
  try {
    for (const tool of ['awk', 'cat', 'dirname', 'sed']) {
      const [path] = spawnSync('/bin/sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.split('\n');
      symlinkSync(path, join(folder, tool));
    }
    const cache = join(folder, 'cache');
    const told = spawnSync('/bin/bash', [join(root, 'dev'), ...given],
      { encoding: 'utf8', env: { PATH: folder, KEYRACK_CACHE: cache }, timeout: 20_000 });
    return { ...told, fetched: existsSync(cache) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('dev: each command says what it is for, at once', () => {
  for (const command of ['serve', 'test', 'build', 'cli', 'format', 'fuzz', 'shots', 'setup', 'bench']) {
    for (const asked of ['--help', '-h']) {
      const told = dev(command, asked);
      assert.equal(told.status, 0, `${command}: ${told.stderr}`);
      assert.ok(told.stdout.startsWith(`./dev ${command} `), told.stdout);
      assert.equal(told.stderr, '');
      assert.equal(told.fetched, false);
    }
  }
});

test('dev: what the bench and the pictures can be told is said with them', () => {
  assert.match(dev('bench', '--help').stdout, /--profile .*\n?$/);
  assert.match(dev('bench', '--help').stdout, /--lines fold,visit/);
  assert.match(dev('shots', '--help').stdout, /--theme light/);
});

test('dev: an unknown command is refused, asked for help too', () => {
  const told = dev('polish', '--help');
  assert.equal(told.status, 1);
  assert.match(told.stderr, /unknown command `polish`/);
});
