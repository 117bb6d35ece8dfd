// A Word file as a paper: its text with tables, lists and notes, what stands in the head and foot of its pages, and the pictures in its text.
import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { AppError, isAppError } from '../../shared/errors.ts';
import { htmlText, PAGE_BREAK } from './html-text.ts';
import { pictureMark } from './inner-pictures.ts';
import { MAX_INNER_PICTURE_BYTES, MAX_WORD_BYTES } from './limits.ts';
import type { TextContent } from './text-content.ts';
import { packedBytes, STORED, zipEntries } from './zip-directory.ts';
import { checkZip } from './zip-limits.ts';

/** The text of a .docx with marks where pictures stand. Throws file-damaged, file-too-large. */
export async function wordText(bytes: Uint8Array): Promise<TextContent> {
  try {
    checkZip(bytes);
  } catch (cause) {
    if (!isAppError(cause)) throw cause;
    const isLarge = cause.code === 'word-file-too-large';
    throw new AppError(isLarge ? 'file-too-large' : 'file-damaged', { details: cause.details, cause });
  }
  const { heads, feet } = edges(bytes);
  const { text, pictures } = await bodyText(bytes);
  return { text: [...heads, text, ...feet].filter((part) => part.trim() !== '').join('\n\n'), pictures };
}

async function bodyText(bytes: Uint8Array): Promise<TextContent> {
  const kept = pictureKeeper();
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        styleMap: ["br[type='page'] => hr.page-break", 'comment-reference => sup'],
        convertImage: mammoth.images.imgElement(async (image) => ({ src: String(await kept.add(image)) })),
      },
    );
    // The library escapes what the file holds: these tags are its own.
    const html = value
      .replace(/<hr class="page-break"[^>]*>/g, PAGE_BREAK)
      .replace(/<img\b[^>]*\bsrc="(\d+)"[^>]*>/g, (_tag, index: string) => ` ${pictureMark(Number(index))} `)
      .replace(/<a href="#[^"]*-ref-[^"]*">↑<\/a>/g, '');
    return { text: htmlText(html), pictures: kept.pictures() };
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw new AppError('file-damaged', { cause });
  }
}

const NOTHING = new Uint8Array();

/** Takes pictures out one after the other, until they are too many bytes. One that can't be had is kept as nothing. */
function pictureKeeper() {
  const kept: Uint8Array[] = [];
  let room = MAX_INNER_PICTURE_BYTES;
  let last: Promise<void> = Promise.resolve();
  return {
    /** Its number, once it was taken out. */
    add: async (image: { readAsBuffer(): Promise<Uint8Array> }): Promise<number> => {
      const index = kept.push(NOTHING) - 1;
      // The library asks for all at once: each waits for the one before, so that no more are inflated than are taken.
      last = last.then(async () => {
        if (room < 0) return;
        const bytes = await image.readAsBuffer().catch(() => NOTHING);
        room -= bytes.length;
        kept[index] = bytes;
      });
      await last;
      return index;
    },
    /** All of them. Throws file-too-large; not earlier, because the library goes on without a picture whatever is thrown. */
    pictures: (): readonly Uint8Array[] => {
      if (room >= 0) return kept;
      throw new AppError('file-too-large', { details: { limitMb: MAX_INNER_PICTURE_BYTES / 1024 / 1024 } });
    },
  };
}

/** Heads and feet of pages, each once: letterheads stand there, and the library reads the body only. */
function edges(bytes: Uint8Array): { readonly heads: readonly string[]; readonly feet: readonly string[] } {
  const found = (wanted: RegExp): readonly string[] => {
    const parts = zipEntries(bytes, 2000).filter(({ name }) => wanted.test(name));
    const texts = parts.map((entry) => {
      const packed = packedBytes(bytes, entry);
      const xml = entry.method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: MAX_WORD_BYTES });
      return paragraphs(new TextDecoder().decode(xml));
    });
    return [...new Set(texts)];
  };
  return { heads: found(/^word\/header\d*\.xml$/), feet: found(/^word\/footer\d*\.xml$/) };
}

/** The text of WordprocessingML, a line to the paragraph; what HTML makes of the marks it doesn't know is enough for that. */
function paragraphs(xml: string): string {
  return htmlText(
    xml
      .replace(/<w:tab\b[^>]*>/g, ' ')
      .replace(/<w:instrText\b[^>]*>[^<]*<\/w:instrText>/g, '')
      .replace(/<w:br\b[^>]*>|<\/w:p>/g, '<br>')
      .replace(/<\/?[\w:]+(?<!<br)\b[^>]*>/g, (tag) => (tag === '<br>' ? tag : '')),
  );
}
