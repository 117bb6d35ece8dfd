// Word files from anywhere: hostile and broken ones harm nothing but themselves, and each gets its own plain answer.
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { appealLetterDocx } from '../../../electron/letters/letter-docx.ts';
import { text } from '../../helpers/packet-fixtures.ts';
import { testReaders } from '../../helpers/readers.ts';
import { withDocumentXml } from '../../helpers/word.ts';

const readers = testReaders(1);
afterAll(() => readers.close());
const codeOf = (bytes: Uint8Array) =>
  readers.wordFile(bytes).then(
    () => 'read',
    (error: { code?: string }) => error.code,
  );
const good = () =>
  appealLetterDocx(
    { subject: 'x', blocks: [{ kind: 'paragraph', origin: 'user', inlines: [text('Words.')] }] },
    [],
    new Map(),
  );

/** A ZIP file with one entry; its directory may lie about the entry's size. */
function zipOf(name: string, data: Uint8Array, saidSize: number): Uint8Array {
  const packed = deflateRawSync(data);
  const bytes = Buffer.alloc(30 + name.length + packed.length + 46 + name.length + 22);
  const fill = (at: number, isLocal: boolean) => {
    const skip = isLocal ? 0 : 2;
    bytes.writeUInt16LE(20, at + 4 + skip);
    bytes.writeUInt16LE(8, at + 8 + skip);
    bytes.writeUInt32LE(packed.length, at + 18 + skip);
    bytes.writeUInt32LE(saidSize, at + 22 + skip);
    bytes.writeUInt16LE(name.length, at + 26 + skip);
    bytes.write(name, at + (isLocal ? 30 : 46), 'latin1');
  };
  bytes.writeUInt32LE(0x04034b50, 0);
  fill(0, true);
  bytes.set(packed, 30 + name.length);
  const directory = 30 + name.length + packed.length;
  bytes.writeUInt32LE(0x02014b50, directory);
  fill(directory, false);
  const end = directory + 46 + name.length;
  bytes.writeUInt32LE(0x06054b50, end);
  bytes.writeUInt16LE(1, end + 8);
  bytes.writeUInt16LE(1, end + 10);
  bytes.writeUInt32LE(46 + name.length, end + 12);
  bytes.writeUInt32LE(directory, end + 16);
  return bytes;
}

describe('a Word file', () => {
  it('is read whatever its paragraphs hold', async () => {
    const file = await readers.wordFile(await good());
    expect(file.blocks.map((block) => block.kind === 'paragraph' && block.pieces.map((piece) => piece.text))).toEqual([
      ['Words.'],
    ]);
  });

  it('that inflates to too much is refused, also when its directory lies about that', async () => {
    const zeros = new Uint8Array(60 * 1024 * 1024);
    expect(await codeOf(zipOf('word/document.xml', zeros, zeros.length))).toBe('word-file-too-large');
    expect(await codeOf(zipOf('word/document.xml', zeros, 12))).toBe('word-file-too-large');
  });

  it('that is none, or is cut off, is told so', async () => {
    expect(await codeOf(new Uint8Array(0))).toBe('file-empty');
    expect(await codeOf(new TextEncoder().encode('not a zip file at all, only words'))).toBe('word-file-damaged');
    const bytes = await good();
    expect(await codeOf(bytes.slice(0, bytes.length - 40))).toBe('word-file-damaged');
    expect(await codeOf(bytes.slice(200))).toBe('word-file-damaged');
    expect(await codeOf(zipOf('hello.txt', new TextEncoder().encode('hello'), 5))).toBe('word-file-damaged');
    expect(await codeOf(withDocumentXml(bytes, (xml) => xml.slice(0, xml.length / 2)))).toBe('word-file-damaged');
  });

  it('without words is told so', async () => {
    expect(await codeOf(withDocumentXml(await good(), (xml) => xml.replace('Words.', ' ')))).toBe('word-file-empty');
  });

  it('with entities of its own, or nested without end, harms nobody: the next one is read', async () => {
    const bytes = await good();
    const laughs = withDocumentXml(bytes, (xml) =>
      xml
        .replace(
          /(<\?xml[^>]*\?>)/,
          '$1<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>',
        )
        .replace('Words.', 'Words &b; &c;'),
    );
    const answer = await readers.wordFile(laughs).then(
      (file) => JSON.stringify(file),
      (error: { code?: string }) => error.code ?? '',
    );
    expect(answer).not.toMatch(/hahaha|root:/);
    const deep = withDocumentXml(bytes, (xml) =>
      xml
        .replace('<w:p>', `${'<w:sdt><w:sdtContent>'.repeat(60_000)}<w:p>`)
        .replace('</w:p>', `</w:p>${'</w:sdtContent></w:sdt>'.repeat(60_000)}`),
    );
    expect(await codeOf(deep)).toMatch(/^(word-file-damaged|word-file-too-large|reader-crashed|word-file-empty)$/);
    expect(await codeOf(bytes)).toBe('read');
  });
});
