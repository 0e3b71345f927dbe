// Reading source text without a compiler: comments and literals blanked out, blocks of braces measured.

/** The text with comments and the insides of literals turned to spaces; every line break stays where it is. */
export function bare(text, language) {
  let result = '';
  let at = 0;
  while (at < text.length) {
    const end = tokenEnd(text, at, language, result);
    const token = text.slice(at, end);
    result += end - at > 1 ? token.replace(/[^\n]/g, ' ') : token;
    at = end;
  }
  return result;
}

/** Where the comment or literal that starts here ends; one further where none starts. */
function tokenEnd(text, at, language, before) {
  const rest = text.slice(at, at + 24);
  if (rest.startsWith('//')) return until(text, '\n', at, 0);
  if (rest.startsWith('/*')) return until(text, '*/', at + 2, 2);
  if (language === 'cpp') {
    const raw = /^R"([^(\s]{0,16})\(/.exec(rest);
    if (raw) return until(text, `)${raw[1]}"`, at + raw[0].length, raw[1].length + 2);
    const separator = text[at] === "'" && /[0-9a-fA-F]$/.test(before) && /[0-9a-fA-F]/.test(text[at + 1] ?? '');
    return !separator && /["']/.test(text[at]) ? quoteEnd(text, at) : at + 1;
  }
  if (/["'`]/.test(text[at])) return quoteEnd(text, at);
  if (text[at] === '/' && /(^|[=(,:[!&|?{};>]|\breturn)\s*$/.test(before.slice(-40))) return regexEnd(text, at);
  return at + 1;
}

function until(text, mark, from, added) {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + added;
}

function quoteEnd(text, at) {
  for (let i = at + 1; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === text[at]) return i + 1;
  }
  return text.length;
}

function regexEnd(text, at) {
  let inClass = false;
  for (let i = at + 1; i < text.length && text[i] !== '\n'; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '[') inClass = true;
    else if (text[i] === ']') inClass = false;
    else if (text[i] === '/' && !inClass) return i + 1;
  }
  return at + 1;
}

/** The functions of a source, lambdas and arrow functions included: line of the opening brace, lines up to the closing one. */
export function functionsIn(text, language) {
  const source = bare(text, language);
  const found = [];
  const open = [];
  let header = 0;
  let line = 1;
  let lastClosed = '';
  for (let i = 0; i < source.length; i += 1) {
    const char = source[i];
    if (char === '\n') line += 1;
    if (char === '{') {
      open.push({ kind: kindOf(source.slice(header, i), open.at(-1)?.kind ?? 'scope', lastClosed), line });
      header = i + 1;
    } else if (char === '}') {
      const block = open.pop();
      lastClosed = block?.kind ?? '';
      if (block?.kind === 'function') found.push({ line: block.line, length: line - block.line + 1 });
      header = i + 1;
    } else if (char === ';') {
      header = i + 1;
      lastClosed = '';
    }
  }
  return found;
}

const control = /(^|[^\w])(if|for|while|switch|catch|with)\s*(constexpr\s*)?\([\s\S]*\)\s*$|(^|[^\w])(else|do|try|finally)\s*$/;
const signature = /(\)\s*(const|noexcept|override|final|mutable|&|->[\s\w:<>,*&]+|\s)*|=>\s*)$/;
const scope = /\b(namespace|extern|class|struct|union|enum|concept)\b[^()]*$/;

function kindOf(header, parent, lastClosed) {
  if (/\bdescribe\b[^;]*=>\s*$/.test(header)) return 'scope';
  if (control.test(header)) return 'block';
  if (scope.test(header)) return 'scope';
  if (signature.test(header)) return 'function';
  // The body after a constructor's initialisers in braces: `Room(…) : m_id { id } {`.
  if (header.trim() === '' && parent === 'scope' && lastClosed === 'block') return 'function';
  return 'block';
}

/** 1-based line of an offset. */
export const lineAt = (text, offset) => text.slice(0, offset).split('\n').length;
