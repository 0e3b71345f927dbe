// Where the bytes of a WebAssembly file are: functions by whose they are, and data. Names come from the linker's symbol map.

/** Whose a function is, by the first pattern that its demangled name has. */
const owners = [
  ['src/ui', /keyrack::ui\b/],
  ['src/portal', /keyrack::portal\b/],
  ['src/codec', /keyrack::codec\b/],
  ['src/store', /keyrack::store\b/],
  ['src/engine', /keyrack::engine\b/],
  ['src/catalogue', /keyrack::catalogue\b/],
  ['src/browser', /keyrack::browser\b|^kr_/],
  ['src/base', /keyrack::/],
  ['nlohmann/json', /nlohmann/],
  ['Dear ImGui', /ImGui|^Im[A-Z]|^Stb|^stb|ImVec|ImDraw|ImFont/],
  ['C++ library', /^std::|^void std::|^operator (new|delete)|__cxx|^bool std::|^decltype/],
  ['SQLite', /^sqlite3|^[a-z]+[A-Z][A-Za-z0-9]*$|^fts|^json|^pcache|^vdbe|^where/],
];

/** @param {string} name */
export function owner_of(name) {
  return owners.find(([, pattern]) => /** @type {RegExp} */ (pattern).test(name))?.[0] ?? 'other';
}

/** `index:name` a line, with `\xx` for what is not a plain letter. @param {string} text @returns {Map<number, string>} */
export function read_symbols(text) {
  const plain = (name) => name.replace(/\\([0-9a-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return new Map(text.split('\n').filter(Boolean).map((line) => {
    const colon = line.indexOf(':');
    return [Number(line.slice(0, colon)), plain(line.slice(colon + 1))];
  }));
}

/** Bytes of each function by index, and of each section. @param {Uint8Array} wasm */
export function read_wasm(wasm) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0, byte = 128; byte >= 128; shift += 7) {
      byte = wasm[at++];
      value += (byte & 127) * 2 ** shift;
    }
    return value;
  };
  const name = () => { const length = number(); at += length; };
  const sections = new Map();
  const functions = [];
  let imported = 0;
  while (at < wasm.length) {
    const kind = wasm[at++];
    const size = number();
    const end = at + size;
    sections.set(kind, (sections.get(kind) ?? 0) + size);
    if (kind === 2) imported = imported_functions(number, name, () => wasm[at++]);
    if (kind === 10) {
      for (let count = number(); count > 0; count--) {
        const body = number();
        functions.push(body);
        at += body;
      }
    }
    at = end;
  }
  return { sections, functions, imported };
}

function imported_functions(number, name, byte) {
  let functions = 0;
  for (let count = number(); count > 0; count--) {
    name();
    name();
    const kind = byte();
    if (kind === 0) functions += 1;
    skip_import(kind, number, byte);
  }
  return functions;
}

function skip_import(kind, number, byte) {
  const limits = () => { const flags = byte(); number(); if (flags & 1) number(); };
  if (kind === 0) number();
  else if (kind === 1) { byte(); limits(); }
  else if (kind === 2) limits();
  else if (kind === 3) { byte(); byte(); }
  else { byte(); number(); }
}

/** Bytes by owner, largest first, and the largest functions. @param {Uint8Array} wasm @param {string} symbols */
export function sizes(wasm, symbols) {
  const names = read_symbols(symbols);
  const { sections, functions, imported } = read_wasm(wasm);
  const named = functions.map((bytes, at) => ({ name: names.get(at + imported) ?? '?', bytes }));
  const by_owner = new Map([['data', sections.get(11) ?? 0]]);
  for (const { name, bytes } of named) by_owner.set(owner_of(name), (by_owner.get(owner_of(name)) ?? 0) + bytes);
  const rest = wasm.length - [...by_owner.values()].reduce((sum, bytes) => sum + bytes, 0);
  by_owner.set('tables and types', rest);
  return {
    owners: [...by_owner].map(([name, bytes]) => ({ name, bytes })).sort((one, other) => other.bytes - one.bytes),
    functions: named.sort((one, other) => other.bytes - one.bytes),
  };
}
