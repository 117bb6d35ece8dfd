// Files made to do harm: bombs, endless nesting, names that climb out of folders, pictures of a billion pixels. Each is small itself.
import { deflateSync } from 'node:zlib';
import { mailOf } from '../mails.ts';
import { zipOf } from '../zips.ts';
import type { Seed } from './seeds.ts';

/** Megabytes the bombs grow to. */
const GROWN_MB = 300;

/** A stream that inflates to `megabytes`, without ever having been that long. */
function inflatesTo(megabytes: number, unit = '\0'): Buffer {
  return deflateSync(Buffer.alloc(megabytes * 1024 * 1024, unit), { level: 9 });
}

/** A PDF of these objects; the table is left to be rebuilt. */
function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const body = objects.map((object, index) =>
    Buffer.concat([Buffer.from(`${index + 1} 0 obj`), Buffer.from(object), Buffer.from('\nendobj\n')]),
  );
  const end = `trailer<</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n0\n%%EOF\n`;
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...body, Buffer.from(end)]);
}

function stream(dictionary: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Filter/FlateDecode/Length ${data.length}>>stream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>';
const TREE = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', PAGE];

/** PDFs whose streams grow to hundreds of megabytes: what is drawn, a picture, a picture packed twice. */
export function growingPdfs(): readonly Seed[] {
  const blanks = inflatesTo(GROWN_MB, ' ');
  const draws = inflatesTo(GROWN_MB / 2, '0 0 m 9 9 l S\n');
  const picture = stream(
    '/Type/XObject/Subtype/Image/Width 9000/Height 9000/BitsPerComponent 8/ColorSpace/DeviceRGB',
    inflatesTo(GROWN_MB),
  );
  const twice = stream(
    '/Type/XObject/Subtype/Image/Width 900/Height 900/BitsPerComponent 8/ColorSpace/DeviceGray',
    blanks,
  );
  const doubled = Buffer.from(
    twice.toString('latin1').replace('/Filter/FlateDecode', '/Filter[/FlateDecode/FlateDecode]'),
    'latin1',
  );
  const show = stream('', deflateSync(Buffer.from('q 612 0 0 792 0 0 cm /I Do Q')));
  return [
    { name: 'blanks.pdf', bytes: pdfOf([...TREE, stream('', blanks)]) },
    { name: 'draws.pdf', bytes: pdfOf([...TREE, stream('', draws)]) },
    { name: 'picture.pdf', bytes: pdfOf([...TREE, show, picture]) },
    { name: 'twice.pdf', bytes: pdfOf([...TREE, show, doubled]) },
  ];
}

/** ZIP files that grow without end, lie about themselves, or name places outside. */
export function zipBombs(): readonly Seed[] {
  const grown = Buffer.alloc(60 * 1024 * 1024);
  const layer = zipOf([{ name: 'a.bin', bytes: grown }]);
  const many = Array.from({ length: 12 }, (_, index) => ({ name: `${index}.zip`, bytes: layer }));
  let nested: Buffer = zipOf([{ name: 'core.txt', bytes: 'at the bottom' }]);
  for (let depth = 0; depth < 40; depth += 1) nested = zipOf([{ name: `${depth}.zip`, bytes: nested }]);
  const crowd = Array.from({ length: 20_000 }, (_, index) => ({
    name: `${index}.txt`,
    bytes: `letter ${index % 20}`,
    isStored: true,
  }));
  const places = [
    '../../up.txt',
    '/etc/passwd',
    'C:\\Windows\\system.txt',
    '..\\..\\up.txt',
    'nul\0byte.txt',
    '.',
    '..',
    '',
    '/',
  ];
  return [
    { name: 'grown.zip', bytes: layer },
    { name: 'layers.zip', bytes: zipOf(many) },
    { name: 'nested.zip', bytes: nested },
    { name: 'crowd.zip', bytes: zipOf(crowd) },
    { name: 'says-little.zip', bytes: zipOf([{ name: 'a.txt', bytes: grown, says: { size: 10 } }]) },
    { name: 'says-much.zip', bytes: zipOf([{ name: 'a.txt', bytes: 'x', says: { size: 0xfffffffe } }]) },
    { name: 'places.zip', bytes: zipOf(places.map((name, index) => ({ name, bytes: `Letter of place ${index}` }))) },
    { name: 'empty.zip', bytes: zipOf([]) },
  ];
}

/** Mails in mails, and mails of thousands of parts. */
export function deepMails(): readonly Seed[] {
  let nested = mailOf({ subject: 'bottom', text: 'at the bottom' });
  for (let depth = 0; depth < 40; depth += 1)
    nested = mailOf({
      subject: `level ${depth}`,
      text: 'see within',
      parts: [{ type: 'message/rfc822', bytes: nested }],
    });
  const parts = Array.from({ length: 3000 }, (_, index) => ({
    name: `${index}.txt`,
    type: 'text/plain',
    bytes: `part ${index % 20}`,
  }));
  const open = Array.from(
    { length: 2000 },
    (_, depth) => `--b${depth}\r\nContent-Type: multipart/mixed; boundary="b${depth + 1}"\r\n\r\n`,
  );
  const head = 'From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b0"\r\n\r\n';
  return [
    { name: 'nested.eml', bytes: nested },
    { name: 'crowd.eml', bytes: mailOf({ subject: 'crowd', text: 'many', parts }) },
    { name: 'open.eml', bytes: Buffer.from(head + open.join('')) },
    {
      name: 'head.eml',
      bytes: Buffer.from(`From: a@b.example\r\nMessage-ID: <1@b>\r\n${'X-Long: y\r\n'.repeat(400_000)}\r\nbody`),
    },
  ];
}

/** Marked-up text nested beyond reason, and text without an end of line. */
export function deepTexts(): readonly Seed[] {
  const deep = (open: string) => Buffer.from(`<html><body>${open.repeat(100_000)}x`);
  return [
    { name: 'divs.html', bytes: deep('<div>') },
    { name: 'tables.html', bytes: deep('<table><tr><td>') },
    { name: 'closed.html', bytes: Buffer.from(`<html>${'<b>'.repeat(4000)}${'</i>'.repeat(200_000)}x`) },
    { name: 'entities.html', bytes: Buffer.from(`<html>${'&amp;'.repeat(500_000)}`) },
    { name: 'groups.rtf', bytes: Buffer.from(`{\\rtf1 ${'{'.repeat(300_000)}deep`) },
    { name: 'bin.rtf', bytes: Buffer.from('{\\rtf1 a\\bin99999999999 b}') },
    { name: 'one-line.txt', bytes: Buffer.alloc(1_000_000, 'word ') },
    { name: 'one-word.txt', bytes: Buffer.alloc(1_000_000, 'w') },
    { name: 'lines.txt', bytes: Buffer.alloc(30_000, 'a\n') },
    { name: 'too-long.txt', bytes: Buffer.alloc(30_000_000, 'a line of words\n') },
  ];
}
