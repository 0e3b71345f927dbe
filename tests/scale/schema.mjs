// A checker for the JSON Schemas of assets/schema. It knows the keywords they use and stops on any other, so that a
// schema cannot demand what is never checked.
import { readFileSync } from 'node:fs';

const folder = new URL('../../assets/schema/', import.meta.url);
const files = new Map();

function load(/** @type {string} */ name) {
  if (!files.has(name)) files.set(name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  return files.get(name);
}

function resolve(reference, file) {
  const [name, pointer = ''] = reference.split('#');
  const target = name || file;
  const schema = pointer.split('/').slice(1).reduce((inner, step) => inner[step], load(target));
  if (schema === undefined) throw new Error(`${file}: nothing at ${reference}`);
  return { schema, file: target };
}

const typeOf = (value) => value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
const isOfType = (value, type) => type === 'integer' ? Number.isInteger(value) : typeOf(value) === type;
const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString?.().startsWith(text);
const list = (value) => [value].flat();
const silent = new Set(['$schema', '$id', '$defs', 'title', 'description']);

/** Each takes the value and the keyword's own value, and yields what does not fit. */
const keywords = {
  *$ref(value, reference, context) {
    const { schema, file } = resolve(reference, context.file);
    yield* faults(value, schema, { ...context, file });
  },
  *oneOf(value, schemas, context) {
    const fitting = schemas.filter((schema) => [...faults(value, schema, context)].length === 0);
    if (fitting.length !== 1) yield `${context.path}: fits ${fitting.length} of ${schemas.length} alternatives`;
  },
  *type(value, types, { path }) {
    if (!list(types).some((type) => isOfType(value, type))) yield `${path}: ${typeOf(value)}, not ${types}`;
  },
  *const(value, wanted, { path }) { if (value !== wanted) yield `${path}: not ${wanted}`; },
  *enum(value, words, { path }) { if (!words.includes(value)) yield `${path}: ${value} is none of ${words}`; },
  *pattern(value, pattern, { path }) { if (typeof value === 'string' && !new RegExp(pattern, 'u').test(value)) yield `${path}: ${value}`; },
  *format(value, format, { path }) {
    if (format !== 'date') throw new Error(`no format ${format}`);
    if (typeof value === 'string' && !isDay(value)) yield `${path}: ${value} is no day`;
  },
  *minLength(value, least, { path }) { if (typeof value === 'string' && value.length < least) yield `${path}: too short`; },
  *maxLength(value, most, { path }) { if (typeof value === 'string' && value.length > most) yield `${path}: too long`; },
  *minimum(value, least, { path }) { if (typeof value === 'number' && value < least) yield `${path}: ${value} is below ${least}`; },
  *maximum(value, most, { path }) { if (typeof value === 'number' && value > most) yield `${path}: ${value} is above ${most}`; },
  *minItems(value, least, { path }) { if (Array.isArray(value) && value.length < least) yield `${path}: too few`; },
  *maxItems(value, most, { path }) { if (Array.isArray(value) && value.length > most) yield `${path}: too many`; },
  *uniqueItems(value, wanted, { path }) { if (wanted && new Set(value.map((item) => JSON.stringify(item))).size < value.length) yield `${path}: something twice`; },
  *items(value, schema, context) {
    for (const [index, item] of Array.isArray(value) ? value.entries() : []) yield* faults(item, schema, { ...context, path: `${context.path}[${index}]` });
  },
  *required(value, names, { path }) {
    for (const name of names) if (typeOf(value) === 'object' && !(name in value)) yield `${path}: no ${name}`;
  },
  *properties(value, schemas, context) {
    for (const [name, schema] of Object.entries(schemas)) {
      if (typeOf(value) === 'object' && name in value) yield* faults(value[name], schema, { ...context, path: `${context.path}.${name}` });
    }
  },
  *additionalProperties(value, allowed, context) {
    const { path, schema } = context;
    for (const name of typeOf(value) === 'object' ? Object.keys(value) : []) {
      if (name in (schema.properties ?? {})) continue;
      if (allowed === false) yield `${path}: ${name} is not described`;
      else yield* faults(value[name], allowed, { ...context, path: `${path}.${name}` });
    }
  },
  *minProperties(value, least, { path }) { if (typeOf(value) === 'object' && Object.keys(value).length < least) yield `${path}: too few members`; },
};

function* faults(value, schema, context) {
  for (const [keyword, wanted] of Object.entries(schema)) {
    if (silent.has(keyword)) continue;
    if (!keywords[keyword]) throw new Error(`${context.file}: the checker does not know ${keyword}`);
    yield* keywords[keyword](value, wanted, { ...context, schema });
  }
}

/** What of `value` does not fit the schema in the file `name`; empty where it fits. */
export const misfits = (value, /** @type {string} */ name) => [...faults(value, load(name), { file: name, path: '' })];
