// The check of a finished packet: a sound one passes, and each way of tampering with it fails the check that is about it, and no other.

import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseFailed } from '../../../electron/core/check-packet.ts';
import type { Readers } from '../../../electron/readers/types.ts';
import type { PacketCheck } from '../../../shared/model/packet.ts';
import { type CheckedPacket, checkedPacket, checksOf } from '../../helpers/checked-packets.ts';
import { testReaders } from '../../helpers/readers.ts';

const IDS = ['links', 'bookmarks', 'numbers', 'searchable', 'fidelity', 'redaction', 'hygiene', 'determinism', 'size'];

let readers: Readers;
let made: CheckedPacket;
beforeAll(async () => {
  readers = testReaders();
  made = await checkedPacket(readers, { redacted: [4, 5, 6], marks: true, prefix: 'AR-' });
});
afterAll(() => readers.close());

const failedIn = (checks: readonly PacketCheck[]) =>
  checks.filter(({ state }) => state === 'failed').map(({ id }) => id);

/** The checks that fail when somebody changes the file. */
async function failedAfter(change: (document: PDFDocument) => void | Promise<void>) {
  const document = await PDFDocument.load(made.packet.bytes, { updateMetadata: false });
  await change(document);
  const bytes = await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  const checks = await checksOf(made, readers, bytes);
  return { failed: failedIn(checks), checks };
}

/** Something of a file that must be there. */
function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not in the file');
  return value;
}

describe('a sound packet', () => {
  it('passes all nine', async () => {
    const checks = await checksOf(made, readers, made.packet.bytes, { limits: [{ name: 'the portal', limitMb: 10 }] });
    expect(checks.map(({ id }) => id)).toEqual(IDS);
    expect(checks.map(({ id, state, detail }) => [id, state, state === 'passed' ? '' : detail])).toEqual(
      IDS.map((id) => [id, 'passed', '']),
    );
    expect(refuseFailed(checks)).toBe(checks);
  });

  it('passes as a draft, too, and tells its open size', async () => {
    const draft = await checkedPacket(readers, { draft: true });
    const states = (await checksOf(draft, readers)).map(({ id, state }) => [id, state]);
    expect(Object.fromEntries(states)).toMatchObject({
      fidelity: 'passed',
      links: 'passed',
      redaction: 'not-checked',
      size: 'not-checked',
    });
  });

  it('can be left in the middle', async () => {
    const stop = new AbortController();
    const report = (stage: string) => {
      if (stage.startsWith('Comparing')) stop.abort();
    };
    await expect(checksOf(made, readers, made.packet.bytes, { signal: stop.signal, report })).rejects.toThrow();
  });
});

describe('a packet somebody changed', () => {
  it('with a link to another page', async () => {
    const { failed, checks } = await failedAfter((document) => {
      const link = there(document.getPages()[0]?.node.Annots()?.lookup(0, PDFDict));
      const dest = link.lookup(PDFName.of('Dest'), PDFArray);
      dest.set(0, there(document.getPages()[8]).ref);
    });
    expect(failed).toEqual(['links']);
    expect(checks[0]?.pages).toEqual([1]);
    expect(() => refuseFailed(checks)).toThrow(expect.objectContaining({ code: 'packet-check-failed' }));
  });

  it('with a link out of it', async () => {
    const { failed, checks } = await failedAfter((document) => {
      const link = there(document.getPages()[0]?.node.Annots()?.lookup(0, PDFDict));
      link.delete(PDFName.of('Dest'));
      link.set(PDFName.of('A'), document.context.obj({ S: 'GoToR', F: PDFHexString.fromText('other.pdf'), D: [0] }));
    });
    expect(failed).toEqual(['links', 'hygiene']);
    expect(checks[0]?.detail).toContain('another file');
  });

  it('with another page label', async () => {
    const { failed } = await failedAfter((document) => {
      const labels = document.catalog.lookup(PDFName.of('PageLabels'), PDFDict);
      for (const label of dictionariesIn(labels, document)) {
        if (label.lookup(PDFName.of('P'), PDFHexString)?.decodeText() !== 'AR-000006') continue;
        label.set(PDFName.of('P'), PDFHexString.fromText('AR-000066'));
      }
    });
    expect(failed).toContain('numbers');
    expect(failed.filter((id) => id !== 'links')).toEqual(['numbers']);
  });

  it('with a bookmark that has another title or page', async () => {
    const first = (document: PDFDocument) =>
      document.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookup(PDFName.of('First'), PDFDict);
    const renamed = await failedAfter((document) => {
      first(document).set(PDFName.of('Title'), PDFHexString.fromText('Other letter'));
    });
    expect(renamed.failed).toEqual(['bookmarks']);
    const moved = await failedAfter((document) => {
      first(document).lookup(PDFName.of('Dest'), PDFArray).set(0, there(document.getPages()[3]).ref);
    });
    expect(moved.failed).toEqual(['bookmarks']);
  });

  it('with a page that shows no number', async () => {
    const page = firstOf('A');
    const { failed, checks } = await failedAfter((document) => beforeStamp(document, page, undefined));
    expect(failed).toEqual(['links', 'numbers']);
    expect(checks[2]?.pages).toEqual([page]);
  });

  it('with JavaScript, an attachment, or an action on opening', async () => {
    expect((await failedAfter((document) => document.addJavaScript('hello', 'app.alert(1)'))).failed).toEqual([
      'hygiene',
    ]);
    const attached = await failedAfter((document) => document.attach(new Uint8Array([1, 2, 3]), 'notes.txt', {}));
    expect(attached.failed).toEqual(['hygiene']);
    const opening = await failedAfter((document) => {
      document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'Launch', F: PDFHexString.of('41') }));
    });
    expect(opening.failed).toEqual(['hygiene']);
  });

  it('with an author, or saved a second time behind its end', async () => {
    expect((await failedAfter((document) => document.setAuthor('Somebody'))).failed).toEqual(['hygiene']);
    const again = Buffer.concat([made.packet.bytes, Buffer.from('\n%%EOF\n')]);
    expect(failedIn(await checksOf(made, readers, again))).toEqual(['hygiene']);
  });

  it('with another page in the place of one', async () => {
    const [page, other] = ['A', 'E'].map((label) => firstOf(label));
    const { failed } = await failedAfter((document) => {
      const [one, two] = [page, other].map((number) => there(document.getPages()[there(number) - 1]).node);
      for (const key of ['Contents', 'Resources', 'MediaBox'])
        there(one).set(PDFName.of(key), there(there(two).get(PDFName.of(key))));
    });
    expect(failed).toEqual(['links', 'numbers', 'searchable', 'fidelity']);
  });

  it('with something drawn over a page, or over what was blacked out', async () => {
    const shown = firstOf('C');
    const drawn = await failedAfter((document) => beforeStamp(document, shown, 'q 0 g 200 300 90 60 re f Q'));
    expect(drawn.failed).toEqual(['fidelity']);
    expect(drawn.checks.find(({ id }) => id === 'fidelity')?.pages).toEqual([shown]);
    const redacted = made.packet.looks.findIndex(({ way }) => way === 'redacted') + 1;
    const white = await failedAfter((document) => beforeStamp(document, redacted, 'q 1 g 0 0 900 900 re f Q'));
    expect(white.failed).toEqual(['redaction']);
    expect(white.checks.find(({ id }) => id === 'redaction')?.pages).toEqual([redacted]);
  });

  it('that is another one when it is built again, or too large', async () => {
    const again = checksOf(made, readers, made.packet.bytes, {
      again: async (sink) => sink(new Uint8Array(3)),
      limits: [{ name: 'the portal', limitMb: 0.001 }],
    });
    const checks = await again;
    expect(failedIn(checks)).toEqual(['determinism', 'size']);
    // Worth knowing, but no reason to keep nothing.
    expect(refuseFailed(checks)).toBe(checks);
  });
});

/** The packet's page on which an exhibit begins. */
function firstOf(label: string): number {
  return there(made.packet.exhibitPages.find((each) => each.label === label)).packetPage;
}

/** Adds operators to a page before its stamp; without any, the stamp and all after it are taken away. */
function beforeStamp(document: PDFDocument, page: number, ops: string | undefined): void {
  const { node } = there(document.getPages()[page - 1]);
  const contents = node.Contents();
  if (!(contents instanceof PDFRawStream)) throw new Error('not one stream');
  const text = inflateSync(contents.contents).toString('latin1');
  const at = text.lastIndexOf('/Artifact');
  const changed = ops === undefined ? text.slice(0, at) : `${text.slice(0, at)}\n${ops}\n${text.slice(at)}`;
  node.set(PDFName.of('Contents'), document.context.register(document.context.flateStream(changed)));
}

/** All dictionaries below one of a tree. */
function dictionariesIn(node: PDFDict, document: PDFDocument): PDFDict[] {
  return [...node.entries()].flatMap(([, value]): PDFDict[] => {
    const resolved = value instanceof PDFRef ? document.context.lookup(value) : value;
    if (!(resolved instanceof PDFArray)) return [];
    return resolved.asArray().flatMap((each) => {
      const dict = each instanceof PDFRef ? document.context.lookup(each) : each;
      return dict instanceof PDFDict ? [dict, ...dictionariesIn(dict, document)] : [];
    });
  });
}
