// Copies objects of a source PDF into the packet: only what a page needs to be seen, without metadata, actions or attachments.
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from 'pdf-lib';
import { assignOnce } from '../shared-objects.ts';
import { usedResources } from './used-resources.ts';

/** Entries that say something about the source's makers or only make sense in the source. */
const DROPPED = new Set(
  [
    'Metadata',
    'PieceInfo',
    'LastModified',
    'StructParent',
    'StructParents',
    'AF',
    'Thumb',
    'OPI',
    'AA',
    'JS',
    'EmbeddedFiles',
  ].map((name) => PDFName.of(name)),
);
const TYPE = PDFName.of('Type');
const RESOURCES = PDFName.of('Resources');
const LAYER = PDFName.of('OCG');
const USAGE = PDFName.of('Usage');
const LENGTH = PDFName.of('Length');
/** Things that never belong inside a page's looks; a reference to one becomes null. */
const STRANGERS = new Set(
  ['Page', 'Pages', 'Catalog', 'Annot', 'Action', 'Filespec', 'EmbeddedFile', 'StructTreeRoot', 'StructElem'].map(
    (name) => PDFName.of(name),
  ),
);

export interface Importer {
  /** A copy of an object, with all it refers to. Each indirect object is copied once for the whole source. */
  copy(object: PDFObject | undefined): PDFObject;
  /** The copy of an indirect object, when it was needed so far. */
  copied(ref: PDFRef): PDFRef | undefined;
}

/** Starts copying from one source. */
export function importerFor(source: PDFContext, target: PDFContext): Importer {
  const refs = new Map<PDFRef, PDFRef>();

  const copyRef = (ref: PDFRef): PDFObject => {
    const known = refs.get(ref);
    if (known !== undefined) return known;
    const object = source.lookup(ref);
    if (object === undefined || isStranger(object)) return PDFNull;
    const copy = target.nextRef();
    // For what refers back to it while it is copied.
    refs.set(ref, copy);
    const shared = assignOnce(target, copyObject(object), copy);
    refs.set(ref, shared);
    return shared;
  };
  const copyDict = (dict: PDFDict, ofStream = false): PDFDict => {
    const copy = PDFDict.withContext(target);
    const isLayer = dict.lookup(TYPE) === LAYER;
    for (const [key, value] of dict.entries()) {
      // A stream's length is counted anew when it is written.
      if (DROPPED.has(key) || (isLayer && key === USAGE) || (ofStream && key === LENGTH)) continue;
      copy.set(key, copyObject(value));
    }
    return copy;
  };
  /** A form's resources are cut down to those it names: papers share one dictionary among all their pages. */
  const copyStreamDict = (stream: PDFStream): PDFDict => {
    const resources = stream.dict.lookup(RESOURCES);
    const used = resources === undefined ? undefined : usedResources(resources, [stream]);
    if (used === undefined) return copyDict(stream.dict, true);
    const bare = stream.dict.clone();
    bare.delete(RESOURCES);
    const copy = copyDict(bare, true);
    copy.set(RESOURCES, copyObject(used));
    return copy;
  };
  const copyObject = (object: PDFObject): PDFObject => {
    if (object instanceof PDFRef) return copyRef(object);
    if (object instanceof PDFStream) return PDFRawStream.of(copyStreamDict(object), object.getContents());
    if (object instanceof PDFDict) return isStranger(object) ? PDFNull : copyDict(object);
    if (object instanceof PDFArray) {
      const copy = PDFArray.withContext(target);
      for (let index = 0; index < object.size(); index += 1) copy.push(copyObject(object.get(index)));
      return copy;
    }
    return object.clone();
  };
  return { copy: (object) => (object === undefined ? PDFNull : copyObject(object)), copied: (ref) => refs.get(ref) };
}

function isStranger(object: PDFObject): boolean {
  if (!(object instanceof PDFDict)) return false;
  const type = object.lookup(TYPE);
  return type instanceof PDFName && STRANGERS.has(type);
}
