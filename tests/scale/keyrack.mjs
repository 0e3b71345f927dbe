// The native command under test: KEYRACK_CLI, or the one that `./dev cli` builds.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const command = process.env.KEYRACK_CLI ?? fileURLToPath(new URL('../../build/release/keyrack', import.meta.url));

/** @param {string[]} args  @param {string | Buffer} [input] for standard input  @param {Record<string, string>} [surroundings] of the environment */
export function keyrack(args, input, surroundings = {}) {
  if (!existsSync(command)) throw new Error(`there is no ${command}: build it with \`./dev cli help\``);
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, ...surroundings } });
  return { status, stdout, stderr };
}
