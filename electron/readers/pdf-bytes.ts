// Looks through a PDF's dictionaries, not its pages, for what doesn't belong in a packet. Streams are skipped: what they hold is drawn or shown, never run.
import type { SeenBytes } from '../../shared/packet/checks/seen.ts';

/** A dictionary as far as it is told apart: each key with its first value. Names keep their slash; containers and texts are only named as such. */
type Entries = Map<string, string>;

interface Open {
  readonly kind: 'dictionary' | 'array';
  readonly entries: Entries;
  key: string | undefined;
  hasValue: boolean;
}

/** Deeper nesting than any writer makes: such a file is an attack or broken. */
const DEEPEST = 500;

/**
 * Reads the bytes from one end to the other (PDF 32000-1, 7.2 and 7.3). Sound for files whose objects stand outside object streams; a file
 * that has some is told as such. Never throws: what can't be read is left out, and shows by its absence in `dictionaries`.
 */
export function seenBytes(bytes: Uint8Array): SeenBytes {
  const found = new Map<string, number>();
  const open: Open[] = [];
  let closed: Entries | undefined;
  let ends = 0;
  let dictionaries = 0;

  const value = (text: string) => {
    const top = open.at(-1);
    if (top?.kind !== 'dictionary' || top.key === undefined) return;
    if (!top.hasValue) top.entries.set(top.key, text);
    top.hasValue = true;
  };
  const name = (text: string) => {
    const top = open.at(-1);
    if (top?.kind !== 'dictionary' || (top.key !== undefined && !top.hasValue)) return value(`/${text}`);
    top.key = text;
    top.hasValue = false;
  };
  const push = (kind: Open['kind']) => {
    if (open.length < DEEPEST) open.push({ kind, entries: new Map(), key: undefined, hasValue: false });
  };
  const pop = (kind: Open['kind']) => {
    const top = open.pop();
    if (kind === 'dictionary' && top?.kind === kind) {
      dictionaries += 1;
      for (const what of strangersIn(top.entries)) found.set(what, (found.get(what) ?? 0) + 1);
      closed = open.length === 0 ? top.entries : undefined;
    }
    value(kind);
  };

  for (let at = 0; at < bytes.length; ) {
    const code = bytes[at]!;
    if (isBlank(code)) at += 1;
    else if (code === PERCENT) {
      if (startsWith(bytes, at, '%%EOF')) ends += 1;
      at = lineEnd(bytes, at);
    } else if (code === LEFT_PAREN) {
      at = stringEnd(bytes, at);
      value('text');
    } else if (code === LESS) {
      if (bytes[at + 1] === LESS) {
        push('dictionary');
        at += 2;
      } else {
        at = indexOf(bytes, at, GREATER) + 1;
        value('text');
      }
    } else if (code === GREATER) {
      pop('dictionary');
      at += bytes[at + 1] === GREATER ? 2 : 1;
    } else if (code === LEFT_BRACKET || code === RIGHT_BRACKET) {
      if (code === LEFT_BRACKET) push('array');
      else pop('array');
      at += 1;
    } else if (code === SLASH) {
      const end = tokenEnd(bytes, at + 1);
      name(nameOf(bytes, at + 1, end));
      at = end;
    } else {
      const end = Math.max(at + 1, tokenEnd(bytes, at));
      if (closed !== undefined && startsWith(bytes, at, 'stream')) {
        at = streamEnd(bytes, at + 'stream'.length, Number(closed.get('Length')));
        closed = undefined;
        continue;
      }
      // An object that was left open ends here all the same.
      if (startsWith(bytes, at, 'endobj')) open.length = 0;
      else value(latin(bytes, at, Math.min(end, at + 20)));
      at = end;
    }
  }
  return { strangers: [...found].map(([what, count]) => ({ what, count })), ends, dictionaries };
}

/** Actions that do more than turn to a page (PDF 32000-1, table 198), and what each is called. */
const ACTIONS: Readonly<Record<string, string>> = {
  '/JavaScript': 'JavaScript',
  '/Launch': 'a program to start',
  '/SubmitForm': 'a form that sends itself',
  '/ImportData': 'data to be fetched',
  '/URI': 'an address of the web',
  '/GoToR': 'a link to another file',
  '/GoToE': 'a link to another file',
  '/Movie': 'a film',
  '/Sound': 'a sound',
  '/Rendition': 'a film',
  '/RichMediaExecute': 'a film',
};

/** Keys that stand in no dictionary of a packet. */
const KEYS: Readonly<Record<string, string>> = {
  AcroForm: 'a form',
  XFA: 'a form',
  EmbeddedFiles: 'an attached file',
  JavaScript: 'JavaScript',
  Encrypt: 'encryption',
  PieceInfo: 'data of another program',
  Thumb: 'a small picture of a page',
};

const TYPES: Readonly<Record<string, string>> = {
  '/Filespec': 'an attached file',
  '/EmbeddedFile': 'an attached file',
  '/ObjStm': 'objects within streams',
};

/** Annotations that are more than a link. */
const ANNOTATIONS = ['/Widget', '/FileAttachment', '/Movie', '/Sound', '/Screen', '/RichMedia', '/3D'];

function strangersIn(entries: Entries): string[] {
  const strangers = new Set<string>();
  const type = entries.get('Type');
  for (const key of entries.keys()) {
    const what = KEYS[key];
    if (what !== undefined && Object.hasOwn(KEYS, key)) strangers.add(what);
  }
  const action = ACTIONS[entries.get('S') ?? ''];
  if (action !== undefined) strangers.add(action);
  if (entries.has('JS') && entries.has('S')) strangers.add('JavaScript');
  const typed = TYPES[type ?? ''];
  if (typed !== undefined) strangers.add(typed);
  if (entries.has('Rect') && ANNOTATIONS.includes(entries.get('Subtype') ?? '')) strangers.add('an annotation');
  // A view to begin with is no action.
  if (entries.has('OpenAction') && entries.get('OpenAction') !== 'array') strangers.add('something done on opening');
  const isActive = type === '/Page' || type === '/Catalog' || entries.has('Rect');
  if (isActive && entries.has('AA')) strangers.add('something done on opening');
  if (entries.has('Prev') && entries.has('Root') && entries.has('Size')) strangers.add('an earlier version');
  return [...strangers];
}

const PERCENT = 0x25;
const LEFT_PAREN = 0x28;
const RIGHT_PAREN = 0x29;
const LESS = 0x3c;
const GREATER = 0x3e;
const LEFT_BRACKET = 0x5b;
const RIGHT_BRACKET = 0x5d;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;

const BLANKS = [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20];
const DELIMITERS = [PERCENT, LEFT_PAREN, RIGHT_PAREN, LESS, GREATER, LEFT_BRACKET, RIGHT_BRACKET, SLASH];
/** 1 blank, 2 delimiter, 0 part of a token. */
const CLASSES = Uint8Array.from({ length: 256 }, (_, code) =>
  BLANKS.includes(code) ? 1 : DELIMITERS.includes(code) ? 2 : 0,
);

function isBlank(code: number): boolean {
  return CLASSES[code] === 1;
}

function tokenEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && CLASSES[bytes[at]!] === 0) at += 1;
  return at;
}

function lineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
  return at;
}

function stringEnd(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code === BACKSLASH) at += 1;
    else if (code === LEFT_PAREN) depth += 1;
    else if (code === RIGHT_PAREN) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return bytes.length;
}

function indexOf(bytes: Uint8Array, from: number, code: number): number {
  const at = bytes.indexOf(code, from);
  return at < 0 ? bytes.length : at;
}

/** The end of a stream: at once when what it held was left out, where its length says, else at the next word that ends one. */
function streamEnd(bytes: Uint8Array, from: number, length: number): number {
  const start = bytes[from] === 0x0d && bytes[from + 1] === 0x0a ? from + 2 : from + 1;
  for (const from of [start, start + length]) {
    for (let at = from; at <= from + 2 && at < bytes.length; at += 1)
      if (startsWith(bytes, at, 'endstream')) return at + 'endstream'.length;
  }
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('endstream', start, 'latin1');
  return found < 0 ? bytes.length : found + 'endstream'.length;
}

function startsWith(bytes: Uint8Array, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (bytes[at + index] !== word.charCodeAt(index)) return false;
  }
  return true;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** A name with its escapes resolved: #4A is J. */
function nameOf(bytes: Uint8Array, from: number, to: number): string {
  const text = latin(bytes, from, Math.min(to, from + 127));
  return text.includes('#')
    ? text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
