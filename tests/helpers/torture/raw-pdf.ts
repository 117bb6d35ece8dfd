// Writes PDFs object by object as plain text, so that the tests' sources owe nothing to the library that composes packets.

export interface RawStream {
  /** Entries of the dictionary, without /Length. */
  readonly dict: string;
  readonly data: Uint8Array | string;
  /** What /Length says instead of the truth. */
  readonly length?: number;
}
export type RawObject = string | RawStream;

/** Numbers objects as they are added: the first is the catalog, the second the root of the page tree. */
export interface RawFile {
  /** Adds an object and gives its reference. */
  add(object: RawObject): string;
  /** Adds a page: its own entries, and what it draws. */
  page(entries: string, content: string | RawObject | readonly string[]): string;
  /** Entries of the catalog and of the root of the page tree beside the usual ones. */
  build(more?: { readonly catalog?: string; readonly pages?: string; readonly trailer?: string }): Buffer;
}

/** The font of the sources' words, under the name F1. */
export const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** Starts a file. */
export function rawFile(): RawFile {
  const objects: RawObject[] = ['', ''];
  const pages: string[] = [];
  const add = (object: RawObject) => `${objects.push(object)} 0 R`;
  return {
    add,
    page: (entries, content) => {
      const own = typeof content === 'object' && !('dict' in content) ? content : [content];
      const streams = own.map((part) => add(typeof part === 'string' ? { dict: '', data: part } : part));
      const ref = add(`<< /Type /Page /Parent 2 0 R ${entries} /Contents [${streams.join(' ')}] >>`);
      pages.push(ref);
      return ref;
    },
    build: ({ catalog = '', pages: tree = '', trailer = '' } = {}) => {
      objects[0] = `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`;
      objects[1] = `<< /Type /Pages /Kids [${pages.join(' ')}] /Count ${pages.length} ${tree} >>`;
      return written(objects, trailer);
    },
  };
}

function written(objects: readonly RawObject[], trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  const put = (bytes: Buffer) => {
    parts.push(bytes);
    at += bytes.length;
  };
  objects.forEach((object, index) => {
    offsets.push(at);
    put(Buffer.from(`${index + 1} 0 obj\n`));
    if (typeof object === 'string') put(Buffer.from(`${object}\n`, 'latin1'));
    else {
      const data = Buffer.from(object.data as string, 'latin1');
      put(Buffer.from(`<< ${object.dict} /Length ${object.length ?? data.length} >>\nstream\n`, 'latin1'));
      put(data);
      put(Buffer.from('\nendstream\n'));
    }
    put(Buffer.from('endobj\n'));
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end, 'latin1')]);
}
