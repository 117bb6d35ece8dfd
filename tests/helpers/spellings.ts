// The spellings in which a word could lie around in bytes.

/** As it is, in lower case, in hexadecimal digits, in two-byte signs, and in Base64 at each of its three alignments, without the outer characters that depend on neighbours. */
export function spellingsOf(word: string): readonly Buffer[] {
  const utf8 = Buffer.from(word, 'utf8');
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .slice(shift + 1, -4),
  );
  const texts = [word, word.toLowerCase(), utf8.toString('hex'), utf8.toString('hex').toUpperCase(), ...base64];
  return [...texts.map((text) => Buffer.from(text, 'utf8')), Buffer.from(word, 'utf16le')];
}
