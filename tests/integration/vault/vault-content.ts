// What the vault's tests put into a vault. Also used by the child processes, so nothing of the test runner is in here.
import type { NewDocument } from '../../../electron/vault/types.ts';
import type { Page } from '../../../shared/model/page.ts';

export const PASSPHRASE = 'harbour lantern quiet meadow';
/** What it is changed to. */
export const NEXT_PASSPHRASE = 'a different lantern altogether';

/** A plain-text paper with this content. */
export function paper(fileName: string, content: string | Uint8Array): NewDocument {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return { fileName, format: 'text', mediaType: 'text/plain', bytes };
}

/** A page whose words are those of `text`. */
export function pageOf(
  pageNumber: number,
  text: string,
  quality: Partial<Pick<Page, 'source' | 'confidence'>> = {},
): Page {
  const words = text
    .split(/\s+/u)
    .map((word, index) => ({ text: word, x: 72 + index, y: 72, w: 30, h: 10, line: 0, confidence: 0.95 }));
  return { pageNumber, widthPt: 612, heightPt: 792, source: 'ocr', confidence: 0.95, ...quality, words };
}

/** Some bytes that stand for a JPEG: the vault does not look inside. */
export const PICTURE = Buffer.from('\u00ff\u00d8 a picture of a page \u00ff\u00d9', 'latin1');
