#!/usr/bin/env node
// node bench/generate.mjs [--rooms N] [--seed S] > tenant.json
import { readArguments } from './arguments.mjs';
import { makeTenant } from './tenant.mjs';

const { options } = readArguments(process.argv.slice(2));
const number = (name, otherwise) => Number(options.get(name)?.at(-1) ?? otherwise);
process.stdout.write(JSON.stringify(makeTenant(number('rooms', 1000), number('seed', 1))));
