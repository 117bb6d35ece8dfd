// Bytes to text: UTF-8, UTF-16 with its mark, else Windows Latin; or the finding that they are no text.

/** Share of letters, digits and spaces that plain Latin text has at the least. */
const LEAST_PLAIN_SHARE = 0.6;

/**
 * The text of a plain-text file, without its byte-order mark, line ends as `\n`; undefined when the bytes are no text
 * (NUL bytes, control characters, or hardly any letters).
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decodeAs(bytes);
  if (text === undefined || hasControls(text)) return undefined;
  return text.replace(/\r\n?/g, '\n');
}

function decodeAs(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeStrictly(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeStrictly(bytes, 'utf-16be');
  if (bytes.includes(0)) return undefined;
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8;
  const latin = new TextDecoder('windows-1252').decode(bytes);
  return plainShare(latin) >= LEAST_PLAIN_SHARE ? latin : undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // Not this encoding: that is an answer, not a failure.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Control characters other than tab, line ends, form feed and the end mark of old systems, which real text doesn't have. */
function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
  return /[\u0000-\u0008\u000b\u000e-\u0019\u001b-\u001f\u007f]/.test(text);
}

function plainShare(text: string): number {
  return (text.match(/[A-Za-z0-9\s]/g)?.length ?? 0) / Math.max(1, text.length);
}
