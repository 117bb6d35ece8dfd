// Files that are encrypted, damaged or put together oddly: the page inside is always the same, only the file around it differs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HELVETICA, type RawFile, rawFile } from './raw-pdf.ts';
import type { Torture } from './torture.ts';

const LABEL = 'the page inside';

function plain(change: (file: RawFile) => void = () => undefined): Buffer {
  const file = rawFile();
  const font = file.add(HELVETICA);
  const resources = `/MediaBox [0 0 612 792] /Resources << /Font << /F1 ${font} >> >>`;
  file.page(resources, `0.9 0.3 0.2 rg 40 640 200 80 re f 0 g BT /F1 24 Tf 72 500 Td (${LABEL}) Tj ET`);
  change(file);
  return file.build();
}

/** The file as qpdf rewrites it. */
export function byQpdf(bytes: Uint8Array, args: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'packet-torture-'));
  try {
    const [from, to] = [join(folder, 'in.pdf'), join(folder, 'out.pdf')];
    writeFileSync(from, bytes);
    const { status, stderr } = spawnSync('qpdf', [...args, from, to], { encoding: 'utf8' });
    // 3 means that it wrote the file and has warnings.
    if (status !== 0 && status !== 3) throw new Error(`qpdf ${args.join(' ')}: ${stderr}`);
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const torture = (name: string, make: () => Buffer, never: readonly string[] = []): Torture => ({
  name,
  pages: [LABEL],
  make: async () => make(),
  looksLike: async () => plain(),
  never,
});

function edited(change: (text: string) => string): Buffer {
  return Buffer.from(change(plain().toString('latin1')), 'latin1');
}

/** A second revision that replaces the page's content: the first must not be found in a packet. */
function revised(): Buffer {
  const old = plain((file) => file.add('<< /Old (oldsecret) >>'));
  const text = old.toString('latin1');
  const content = /(\d+) 0 obj\n<< {2}\/Length \d+ >>\nstream\n0\.9/.exec(text);
  if (content === null) throw new Error('The content stream was not found.');
  const before = text.replace(LABEL, 'oldsecretword12'.slice(0, LABEL.length));
  const data = `0.9 0.3 0.2 rg 40 640 200 80 re f 0 g BT /F1 24 Tf 72 500 Td (${LABEL}) Tj ET`;
  const at = before.length;
  const object = `${content[1]} 0 obj\n<< /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n`;
  const start = Number(/startxref\n(\d+)/.exec(before)![1]);
  const size = /\/Size (\d+)/.exec(before)![1];
  const end = `xref\n${content[1]} 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size ${size} /Root 1 0 R /Prev ${start} >>\nstartxref\n${at + object.length}\n%%EOF\n`;
  return Buffer.from(before + object + end, 'latin1');
}

/** Whole files in every legal and common illegal make. */
export const makes: readonly Torture[] = [
  torture('objects in streams', () => byQpdf(plain(), ['--object-streams=generate'])),
  torture('linearized', () => byQpdf(plain(), ['--linearize'])),
  torture('a second revision', revised, ['oldsecretword12'.slice(0, LABEL.length)]),
  torture('rubbish before the header', () => Buffer.concat([Buffer.from('From: scanner\r\n\r\n'), plain()])),
  torture('rubbish after the end', () => Buffer.concat([plain(), Buffer.alloc(3000, 0x0a)])),
  torture('a wrong startxref', () => edited((text) => text.replace(/startxref\n\d+/, 'startxref\n17'))),
  torture('a table of wrong offsets', () =>
    edited((text) =>
      text.replace(/(\d{10}) 00000 n/g, (_, at: string) => `${String(Number(at) + 7).padStart(10, '0')} 00000 n`),
    ),
  ),
  torture('no table, no trailer', () => edited((text) => text.slice(0, text.indexOf('xref\n0')))),
  torture('wrong stream lengths', () => edited((text) => text.replace(/\/Length \d+/g, '/Length 3'))),
  torture('line ends of an old Macintosh', () =>
    edited((text) => text.replace(/endobj\n/g, 'endobj\r').replace(/xref\n0[\s\S]*$/, '')),
  ),
];

/** Encrypted in every way, all with the empty user password: such files open by themselves. */
export const locked: readonly Torture[] = [
  ['RC4 40', ['--allow-weak-crypto', '--encrypt', '', 'owner', '40', '--']],
  ['RC4 128', ['--allow-weak-crypto', '--encrypt', '', 'owner', '128', '--']],
  ['AES 128', ['--allow-weak-crypto', '--encrypt', '', 'owner', '128', '--use-aes=y', '--']],
  ['AES 256', ['--encrypt', '', 'owner', '256', '--']],
  ['AES 256 with objects in streams', ['--object-streams=generate', '--encrypt', '', 'owner', '256', '--']],
].map(([name, args]) => torture(`encrypted with ${name as string}`, () => byQpdf(plain(), args as string[])));

/** A file that asks for a password. */
export const withPassword = (password: string): Buffer =>
  byQpdf(plain(), ['--encrypt', password, 'owner', '256', '--']);
