// Some pages of a packet as a file of their own, to be drawn: how they look, without links, names, labels or tags.
import { PDFDict, PDFName, type PDFObject, type PDFRef } from 'pdf-lib';
import { hideLayers } from '../catalog.ts';
import { startPacketFile } from '../packet-file.ts';
import { layPageTree } from '../page-tree.ts';
import { importerFor } from '../source/importer.ts';
import type { OpenedPacket } from './opened-packet.ts';
import { withObjects } from './pictures.ts';

/** What a page of a packet needs to look as it does. */
const LOOKS = ['MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Resources', 'Contents', 'Group'];

/** The entries of a page that make its looks, inherited ones too. `packetPage` is one-based. Throws page-not-found. */
export function looksOf(packet: OpenedPacket, packetPage: number): readonly (readonly [PDFName, PDFObject])[] {
  const { node } = packet.page(packetPage);
  return LOOKS.flatMap((key) => {
    const name = PDFName.of(key);
    const value = node.getInheritableAttribute(name);
    return value === undefined ? [] : [[name, value] as const];
  });
}

/** The pages `from` to `to` (one-based, both included) as a PDF in memory. `replaced` are pictures to be shown in the place of others. Throws page-not-found. */
export async function excerpt(
  packet: OpenedPacket,
  from: number,
  to: number,
  replaced: ReadonlyMap<PDFRef, PDFObject> = new Map(),
): Promise<Uint8Array> {
  const { context: source } = packet.document;
  const chunks: Uint8Array[] = [];
  const file = await startPacketFile((bytes) => {
    chunks.push(Uint8Array.from(bytes));
  });
  const { context } = file;
  const tree = layPageTree(context, to - from + 1);
  const importer = importerFor(source, context);
  for (const [index, ref] of tree.pages.entries()) {
    const looks = looksOf(packet, from + index);
    const values = looks.map(([, value]) => value);
    const pictures = await packet.pictures.below(values, (each) => importer.copied(each) !== undefined);
    const page = context.obj({ Type: 'Page', Parent: tree.parentOf(ref) });
    withObjects(source, new Map<PDFRef, PDFObject>([...pictures, ...replaced]), () => {
      for (const [name, value] of looks) page.set(name, importer.copy(value));
    });
    context.assign(ref, page);
    await file.flush();
  }
  const catalog = context.obj({ Type: 'Catalog', Pages: tree.root });
  const copies = (refs: readonly PDFRef[]) => refs.flatMap((each) => importer.copied(each) ?? []);
  hideLayers(context, catalog, { all: copies(packet.layers.all), hidden: copies(packet.layers.hidden) });
  await file.finish(context.register(catalog), context.register(PDFDict.withContext(context)));
  return new Uint8Array(Buffer.concat(chunks));
}
