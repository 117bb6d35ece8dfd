// The manifest as data and as text, and the rules for a copy's password.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGoodCopyPassword } from '../../../shared/packet/copy-password.ts';
import { type Manifest, manifestCsv, manifestSums, rangesText } from '../../../shared/packet/manifest.ts';

const hash = 'ab'.repeat(32);
const manifest: Manifest = {
  title: 'Appeal',
  version: 1,
  createdOn: '2026-10-01',
  draft: false,
  firstStamp: '0001',
  lastStamp: '0009',
  files: [{ fileName: 'packet.pdf', what: 'Packet', pages: 9, bytes: 1000, sha256: hash }],
  sources: [
    {
      sha256: hash,
      bytes: 10,
      exhibits: [
        { label: 'A', title: '=Sum, "odd"', sourcePages: '1–2', fromStamp: '0004', toStamp: '0005', pages: 2 },
      ],
    },
  ],
  howToCheck: '',
};

describe('the manifest', () => {
  it('is a table every spreadsheet reads, without formulas', () => {
    const lines = manifestCsv(manifest).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe(`file,packet.pdf,Packet,,,,9,1000,${hash}`);
    expect(lines[2]).toBe(`source,Exhibit A,"'=Sum, ""odd""",1–2,0004,0005,2,10,${hash}`);
  });

  it('gives lines that sha256sum checks', () => {
    expect(manifestSums(manifest)).toBe(`${hash}  packet.pdf\n`);
  });

  it('writes pages as ranges that say them all, in order', () => {
    expect(rangesText([1, 2, 3, 7, 5, 6])).toBe('1–3, 7, 5–6');
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 })), (pages) => {
        const read = rangesText(pages)
          .split(', ')
          .filter((part) => part !== '')
          .flatMap((part) => {
            const [from, to] = part.split('–').map(Number);
            return Array.from({ length: (to ?? from!) - from! + 1 }, (_, index) => from! + index);
          });
        expect(read).toEqual(pages);
      }),
    );
  });
});

describe('a password for a copy', () => {
  it('is long, of signs every keyboard has, and not all the same', () => {
    expect(isGoodCopyPassword('maple-Quarry-41')).toBe(true);
    for (const bad of [
      'short',
      'aaaaaaaaaaaaaaa',
      ' maple-Quarry-41',
      'maple-Quärry-41',
      'maple-Quarry\t41',
      `maple${'x'.repeat(130)}`,
    ])
      expect(isGoodCopyPassword(bad)).toBe(false);
  });
});
