// One small sound file of each format, to be spoilt in every way.
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import sharp from 'sharp';
import { letterPng, scannedPdf, textPdf } from '../made-papers.ts';
import { mailOf } from '../mails.ts';
import { messageOf } from '../outlook.ts';
import { bmpOf, gifOfLines, tiffOfLines } from '../pictures.ts';
import { fixture } from '../readers.ts';
import { wordOfPieces } from '../word-pictures.ts';
import { zipOf } from '../zips.ts';

export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const HTML =
  '<!doctype html><html><head><style>p{}</style></head><body><h1>Notice</h1><table><tr><th>Code</th><td>CO-50</td></tr></table><ul><li>one<li>two</ul><pre>a\n b</pre>&amp;&#8217;</body></html>';
const RTF =
  '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 Dear Dr. O\\rquote Neil,\\par \\u8211? denied {\\b twice}\\page Second\\cell x\\row}';

/** Files without pixels: hundreds of them are read in a second. */
export async function seedsOfWords(): Promise<readonly Seed[]> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const table = new Table({ rows: [new TableRow({ children: [cell('J3490'), cell('$12.00')] })] });
  const children = [new Paragraph('We have denied the request.'), table];
  const docx = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  const mail = mailOf({
    subject: 'Your request',
    text: 'We have denied it.',
    html: '<p>We have <b>denied</b> it.</p>',
    parts: [
      { name: 'one.txt', type: 'text/plain', bytes: 'Attached letter one' },
      { type: 'message/rfc822', bytes: mailOf({ subject: 'Within', text: 'A mail in a mail' }) },
    ],
  });
  const zip = zipOf([
    { name: 'a/one.txt', bytes: 'Letter one. '.repeat(40) },
    { name: 'two.eml', bytes: mail, isStored: true },
    { name: 'three.zip', bytes: zipOf([{ name: 'x.txt', bytes: 'Letter three' }]) },
  ]);
  return [
    {
      name: 'letter.txt',
      bytes: Buffer.from('Dear Ms. Example,\nWe have denied the request.\fPage two — “quoted”.\n'),
    },
    { name: 'letter.eml', bytes: mail },
    { name: 'letter.docx', bytes: docx },
    { name: 'letter.html', bytes: Buffer.from(HTML) },
    { name: 'letter.rtf', bytes: Buffer.from(RTF) },
    { name: 'letters.zip', bytes: zip },
    { name: 'letter.pdf', bytes: await textPdf([{ text: 'We have denied the request.', x: 72, y: 120 }]) },
  ];
}

/** Files with pixels, each with a line of writing, and those that are read as slowly. */
export async function seedsOfPictures(): Promise<readonly Seed[]> {
  const small = await sharp(await letterPng([], 60))
    .extract({ left: 30, top: 230, width: 400, height: 90 })
    .png()
    .toBuffer();
  const large = await sharp(small).resize(800).png().toBuffer();
  return [
    { name: 'scan.pdf', bytes: await scannedPdf([{ png: small }]) },
    { name: 'scan.png', bytes: small },
    {
      name: 'letter.msg',
      bytes: messageOf({
        subject: 'Your request',
        body: 'We have denied it.',
        attachments: [
          { name: 'one.txt', bytes: 'Attached letter one' },
          { name: 'Within', message: { subject: 'Within', body: 'A message in a message' } },
        ],
      }),
    },
    { name: 'scan.docx', bytes: await wordOfPieces(['My letter:', { bytes: large, type: 'png' }]) },
    {
      name: 'scan.html',
      bytes: Buffer.from(`<!doctype html><p>Letter</p><img src="data:image/png;base64,${large.toString('base64')}">`),
    },
    { name: 'scan.jpg', bytes: await sharp(small).jpeg().toBuffer() },
    { name: 'scan.webp', bytes: await sharp(small).webp().toBuffer() },
    { name: 'scan.avif', bytes: await sharp(small).avif({ effort: 0 }).toBuffer() },
    { name: 'scan.bmp', bytes: await bmpOf(small) },
    { name: 'scan.tif', bytes: await tiffOfLines(['denied once', 'denied twice']) },
    { name: 'scan.gif', bytes: await gifOfLines(['denied once', 'denied twice']) },
    { name: 'scan.heic', bytes: fixture('scans/letter-phone.heic') },
  ];
}
