// Papers are read one ahead, in order, each once; large ones wait for their turn, and what fails fails in its turn.
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../electron/packet/exhibit-source.ts';
import { readAhead } from '../../../electron/packet/read-ahead.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { PacketPlan } from '../../../shared/model/packet.ts';
import { documentId } from '../../helpers/packet-fixtures.ts';

const [first, second, third] = [documentId(1), documentId(2), documentId(3)];
const planOf = (...ids: readonly DocumentId[]) =>
  ({ exhibits: ids.map((id) => ({ documentId: id })) }) as unknown as Pick<PacketPlan, 'exhibits'>;
const fileOf = (id: DocumentId): SourceFile => ({ bytes: Buffer.from(id), format: 'pdf', pages: [] });

/** Reads papers, and tells which were asked for. */
function shelf(broken?: DocumentId) {
  const asked: DocumentId[] = [];
  const read = async (id: DocumentId) => {
    asked.push(id);
    if (id === broken) throw new Error('broken');
    return fileOf(id);
  };
  return { asked, read };
}

describe('reading ahead', () => {
  it('asks for the next paper when one is handed over, and for each once', async () => {
    const { asked, read } = shelf();
    const sources = readAhead(planOf(first, second, third), read, () => 1000);
    expect((await sources(first)).bytes).toEqual(fileOf(first).bytes);
    expect(asked).toEqual([first, second]);
    expect((await sources(second)).bytes).toEqual(fileOf(second).bytes);
    expect((await sources(third)).bytes).toEqual(fileOf(third).bytes);
    expect(asked).toEqual([first, second, third]);
  });

  it('lets large papers, and those of unknown size, wait for their turn', async () => {
    const { asked, read } = shelf();
    const sources = readAhead(planOf(first, second, third), read, (id) => (id === second ? 1e9 : undefined));
    await sources(first);
    expect(asked).toEqual([first]);
    await sources(second);
    expect(asked).toEqual([first, second]);
    expect((await sources(third)).bytes).toEqual(fileOf(third).bytes);
  });

  it('reads the same paper anew for each exhibit made of it', async () => {
    const { asked, read } = shelf();
    const sources = readAhead(planOf(first, first), read, () => 1000);
    const [one, two] = [await sources(first), await sources(first)];
    expect(two.bytes).not.toBe(one.bytes);
    expect(asked).toEqual([first, first]);
  });

  it('throws what reading threw when the paper is wanted, and not before', async () => {
    const { read } = shelf(second);
    const sources = readAhead(planOf(first, second), read, () => 1000);
    await expect(sources(first)).resolves.toBeDefined();
    await expect(sources(second)).rejects.toThrow('broken');
  });
});
