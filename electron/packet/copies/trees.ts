// Name and number trees of a file that is read (ISO 32000-1, 7.9.6 and 7.9.7), flattened.
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFString } from 'pdf-lib';

/** Names of a tree with what they name, in order. */
export function nameTree(node: PDFDict | undefined): readonly (readonly [string, PDFObject])[] {
  return treeEntries(node, 'Names').flatMap(([key, value]) =>
    key instanceof PDFString || key instanceof PDFHexString ? [[key.decodeText(), value] as const] : [],
  );
}

/** Numbers of a tree with what stands at them, in order. */
export function numberTree(node: PDFDict | undefined): readonly (readonly [number, PDFObject])[] {
  return treeEntries(node, 'Nums').flatMap(([key, value]) =>
    key instanceof PDFNumber ? [[key.asNumber(), value] as const] : [],
  );
}

function treeEntries(node: PDFDict | undefined, kind: 'Names' | 'Nums'): readonly (readonly [PDFObject, PDFObject])[] {
  const list = node?.lookup(PDFName.of('Kids'));
  const kids = list instanceof PDFArray ? list.asArray() : [];
  const below = kids.flatMap((kid) => {
    const child = node?.context.lookup(kid);
    return child instanceof PDFDict ? treeEntries(child, kind) : [];
  });
  const own = node?.lookup(PDFName.of(kind));
  if (!(own instanceof PDFArray)) return below;
  const pairs = Array.from({ length: Math.floor(own.size() / 2) }, (_, index) => {
    const key = own.lookup(2 * index);
    return key === undefined ? [] : [[key, own.get(2 * index + 1)] as const];
  });
  return [...below, ...pairs.flat()];
}
