// A Word file as a paper: its text with tables, lists and notes, and what stands in the head and foot of its pages.
import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { AppError, isAppError } from '../../shared/errors.ts';
import { htmlText, PAGE_BREAK } from './html-text.ts';
import { MAX_WORD_BYTES } from './limits.ts';
import { packedBytes, STORED, zipEntries } from './zip-directory.ts';
import { checkZip } from './zip-limits.ts';

/** The text of a .docx. Throws file-damaged, file-too-large. */
export async function wordText(bytes: Uint8Array): Promise<string> {
  try {
    checkZip(bytes);
  } catch (cause) {
    if (!isAppError(cause)) throw cause;
    const isLarge = cause.code === 'word-file-too-large';
    throw new AppError(isLarge ? 'file-too-large' : 'file-damaged', { details: cause.details, cause });
  }
  const { heads, feet } = edges(bytes);
  return [...heads, await bodyText(bytes), ...feet].filter((part) => part.trim() !== '').join('\n\n');
}

async function bodyText(bytes: Uint8Array): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        styleMap: ["br[type='page'] => hr.page-break", 'comment-reference => sup'],
        // Pixels are not wanted: the original keeps them. Where one stood is said.
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    // The library escapes what the file holds: these tags are its own.
    const html = value
      .replace(/<hr class="page-break"[^>]*>/g, PAGE_BREAK)
      .replace(/<img[^>]*>/g, ' [picture] ')
      .replace(/<a href="#[^"]*-ref-[^"]*">↑<\/a>/g, '');
    return htmlText(html);
  } catch (cause) {
    throw new AppError('file-damaged', { cause });
  }
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
