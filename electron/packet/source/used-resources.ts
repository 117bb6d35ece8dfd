// The resources a content stream names: a page often carries those of its whole paper, pictures of other pages among them, which must not come along.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFFlateStream,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib';

const RESOURCES = PDFName.of('Resources');
const SUBTYPE = PDFName.of('Subtype');
const FORM = PDFName.of('Form');
/** The kinds of resources that stand in dictionaries by name. */
const KINDS = ['XObject', 'Font', 'Pattern', 'Shading', 'ExtGState', 'ColorSpace', 'Properties'].map((kind) =>
  PDFName.of(kind),
);
/** Forms within forms deeper than this are a loop. */
const DEEPEST = 12;
const NAME = /\/([^\s\0()<>[\]{}/%]+)/g;

/**
 * The resources that `streams` may use: entries whose names stand nowhere in them are left out. Undefined when there are
 * none. Throws when a stream can't be decoded: nobody knows what it uses, so the page has to be shown as a picture.
 */
export function usedResources(resources: PDFObject | undefined, streams: readonly PDFStream[]): PDFDict | undefined {
  if (!(resources instanceof PDFDict)) return undefined;
  const names = namesIn(streams, resources, 0);
  const used = PDFDict.withContext(resources.context);
  for (const [key, value] of resources.entries()) {
    const entries = KINDS.includes(key) ? resources.lookup(key) : undefined;
    used.set(key, entries instanceof PDFDict ? withNames(entries, names) : value);
  }
  return used;
}

function withNames(entries: PDFDict, names: ReadonlySet<PDFName>): PDFDict {
  const kept = PDFDict.withContext(entries.context);
  for (const [key, value] of entries.entries()) if (names.has(key)) kept.set(key, value);
  return kept;
}

/** Every name in the streams, and in the forms they draw that have no resources of their own and so use these. */
function namesIn(streams: readonly PDFStream[], resources: PDFDict, depth: number): ReadonlySet<PDFName> {
  const names = new Set<PDFName>();
  for (const stream of streams) {
    // Names are interned, however they are spelt.
    for (const [, name] of contentOf(stream).matchAll(NAME)) if (name !== undefined) names.add(PDFName.of(name));
  }
  const forms = formsWithoutResources(resources, names);
  if (forms.length === 0) return names;
  if (depth >= DEEPEST) throw new Error('forms within forms without end');
  return new Set([...names, ...namesIn(forms, resources, depth + 1)]);
}

function formsWithoutResources(resources: PDFDict, names: ReadonlySet<PDFName>): PDFStream[] {
  const objects = resources.lookup(PDFName.of('XObject'));
  if (!(objects instanceof PDFDict)) return [];
  return objects.keys().flatMap((key) => {
    const object = names.has(key) ? objects.lookup(key) : undefined;
    const isBare = object instanceof PDFStream && object.dict.lookup(SUBTYPE) === FORM && !object.dict.has(RESOURCES);
    return isBare ? [object] : [];
  });
}

function contentOf(stream: PDFStream): string {
  return Buffer.from(decoded(stream)).toString('latin1');
}

function decoded(stream: PDFStream): Uint8Array {
  if (stream instanceof PDFRawStream) return decodePDFRawStream(stream).decode();
  // What was drawn anew for a field is not written yet, and compressed only when it is.
  return stream instanceof PDFFlateStream ? stream.getUnencodedContents() : stream.getContents();
}

/** The streams of a page's content. */
export function contentStreams(contents: PDFObject | undefined): readonly PDFStream[] {
  if (contents instanceof PDFStream) return [contents];
  if (!(contents instanceof PDFArray)) return [];
  return Array.from({ length: contents.size() }, (_, index) => contents.lookup(index)).filter(
    (part): part is PDFStream => part instanceof PDFStream,
  );
}
