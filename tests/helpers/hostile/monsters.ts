// Files made to do harm: bombs, endless nesting, names that climb out of folders, pictures of a billion pixels. Each is small itself.
import { deflateSync } from 'node:zlib';
import { mailOf } from '../mails.ts';
import { zipOf } from '../zips.ts';

/** A file made to do harm; made when it is wanted, for some take a second. */
export interface Monster {
  readonly name: string;
  readonly make: () => Uint8Array;
}

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
export function growingPdfs(): readonly Monster[] {
  const show = () => stream('', deflateSync(Buffer.from('q 612 0 0 792 0 0 cm /I Do Q')));
  const picture = (side: number, colours: string, data: Buffer) =>
    stream(`/Type/XObject/Subtype/Image/Width ${side}/Height ${side}/BitsPerComponent 8/ColorSpace/${colours}`, data);
  const twice = (data: Buffer) =>
    Buffer.from(data.toString('latin1').replace('/Filter/FlateDecode', '/Filter[/FlateDecode/FlateDecode]'), 'latin1');
  return [
    { name: 'blanks.pdf', make: () => pdfOf([...TREE, stream('', inflatesTo(GROWN_MB, ' '))]) },
    { name: 'draws.pdf', make: () => pdfOf([...TREE, stream('', inflatesTo(GROWN_MB / 2, '0 0 m 9 9 l S\n'))]) },
    { name: 'picture.pdf', make: () => pdfOf([...TREE, show(), picture(9000, 'DeviceRGB', inflatesTo(GROWN_MB))]) },
    {
      name: 'twice.pdf',
      make: () => pdfOf([...TREE, show(), twice(picture(900, 'DeviceGray', inflatesTo(GROWN_MB, ' ')))]),
    },
  ];
}

/** ZIP files that grow without end, lie about themselves, or name places outside. */
export function zipBombs(): readonly Monster[] {
  const shown = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r></w:p>';
  const names =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const relations = (target: string, type: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const layer = () => zipOf([{ name: 'a.bin', bytes: Buffer.alloc(60 * 1024 * 1024) }]);
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
    {
      name: 'one-picture-often.docx',
      make: () =>
        zipOf([
          {
            name: '[Content_Types].xml',
            bytes: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
          },
          { name: '_rels/.rels', bytes: relations('word/document.xml', 'officeDocument') },
          {
            name: 'word/document.xml',
            bytes: `<w:document ${names}><w:body>${shown.repeat(400)}</w:body></w:document>`,
          },
          { name: 'word/_rels/document.xml.rels', bytes: relations('media/image1.png', 'image') },
          { name: 'word/media/image1.png', bytes: Buffer.alloc(30 * 1024 * 1024) },
        ]),
    },
    {
      name: 'one-picture.docx',
      make: () =>
        zipOf([
          { name: '[Content_Types].xml', bytes: '<Types/>' },
          { name: 'word/document.xml', bytes: '<w:document/>' },
          { name: 'word/media/image1.bmp', bytes: Buffer.alloc(GROWN_MB * 1024 * 1024) },
        ]),
    },
    { name: 'grown.zip', make: layer },
    {
      name: 'layers.zip',
      make: () => {
        const bytes = layer();
        return zipOf(Array.from({ length: 12 }, (_, index) => ({ name: `${index}.zip`, bytes })));
      },
    },
    { name: 'nested.zip', make: () => nested((name, inner) => zipOf([{ name: `${name}.zip`, bytes: inner }])) },
    {
      name: 'crowd.zip',
      make: () =>
        zipOf(
          Array.from({ length: 20_000 }, (_, index) => ({
            name: `${index}.txt`,
            bytes: `letter ${index % 20}`,
            isStored: true,
          })),
        ),
    },
    {
      name: 'says-little.zip',
      make: () => zipOf([{ name: 'a.txt', bytes: Buffer.alloc(9_000_000), says: { size: 10 } }]),
    },
    { name: 'says-much.zip', make: () => zipOf([{ name: 'a.txt', bytes: 'x', says: { size: 0xfffffffe } }]) },
    {
      name: 'places.zip',
      make: () => zipOf(places.map((name, index) => ({ name, bytes: `Letter of place ${index}` }))),
    },
    { name: 'empty.zip', make: () => zipOf([]) },
  ];
}

/** Forty files, each in the next. */
function nested(wrap: (name: string, inner: Uint8Array) => Buffer): Buffer {
  return Array.from({ length: 40 }).reduce<Buffer>(
    (inner, _, depth) => wrap(`level ${depth}`, inner),
    wrap('core', Buffer.from('at the bottom')),
  );
}

/** Mails in mails, and mails of thousands of parts. */
export function deepMails(): readonly Monster[] {
  const within = (subject: string, bytes: Uint8Array) =>
    mailOf({ subject, text: 'see within', parts: [{ type: 'message/rfc822', bytes }] });
  const parts = () =>
    Array.from({ length: 3000 }, (_, index) => ({
      name: `${index}.txt`,
      type: 'text/plain',
      bytes: `part ${index % 20}`,
    }));
  const open = Array.from(
    { length: 2000 },
    (_, depth) => `--b${depth}\r\nContent-Type: multipart/mixed; boundary="b${depth + 1}"\r\n\r\n`,
  );
  const head = 'From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b0"\r\n\r\n';
  const long = 'X-Long: y\r\n'.repeat(400_000);
  return [
    { name: 'nested.eml', make: () => nested(within) },
    { name: 'crowd.eml', make: () => mailOf({ subject: 'crowd', text: 'many', parts: parts() }) },
    { name: 'open.eml', make: () => Buffer.from(head + open.join('')) },
    { name: 'head.eml', make: () => Buffer.from(`From: a@b.example\r\nMessage-ID: <1@b>\r\n${long}\r\nbody`) },
  ];
}

/** Marked-up text nested beyond reason, and text without an end of line. */
export function deepTexts(): readonly Monster[] {
  const deep = (open: string) => Buffer.from(`<html><body>${open.repeat(100_000)}x`);
  return [
    { name: 'divs.html', make: () => deep('<div>') },
    { name: 'tables.html', make: () => deep('<table><tr><td>') },
    { name: 'closed.html', make: () => Buffer.from(`<html>${'<b>'.repeat(4000)}${'</i>'.repeat(200_000)}x`) },
    { name: 'entities.html', make: () => Buffer.from(`<html>${'&amp;'.repeat(500_000)}`) },
    { name: 'groups.rtf', make: () => Buffer.from(`{\\rtf1 ${'{'.repeat(300_000)}deep`) },
    { name: 'bin.rtf', make: () => Buffer.from('{\\rtf1 a\\bin99999999999 b}') },
    { name: 'one-line.txt', make: () => Buffer.alloc(1_000_000, 'word ') },
    { name: 'one-word.txt', make: () => Buffer.alloc(1_000_000, 'w') },
    { name: 'lines.txt', make: () => Buffer.alloc(30_000, 'a\n') },
    { name: 'too-long.txt', make: () => Buffer.alloc(30_000_000, 'a line of words\n') },
  ];
}
