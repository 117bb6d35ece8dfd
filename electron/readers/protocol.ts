// What the core and a reader process say to each other. One request at a time; every request gets one answer.
import type { ErrorCode, ErrorDetails } from '../../shared/errors.ts';
import type { WordFile } from '../../shared/letters/word/word-file.ts';
import type { Page } from '../../shared/model/page.ts';
import type { PageBox } from '../../shared/model/redaction.ts';
import type { SeenFile } from '../../shared/packet/checks/seen.ts';
import type { EnclosedFile } from './enclosed.ts';
import type { FaxPage } from './fax-page.ts';
import type { GreyPage, GreyWish } from './grey-page.ts';
import type { OpenedFormat } from './open-file.ts';
import type { GappedFile } from './pdfium-gapped.ts';
import type { PictureFile } from './raster.ts';
import type { BlackBoxes } from './redacted.ts';
import type { Shrinking } from './smaller-jpeg.ts';
import type { DrawnImage, NotedFile } from './types.ts';

/**
 * `file` numbers a file within the pool; a process keeps the bytes of each opened file until it is dropped. A Word file has no pages and is
 * read whole in one request.
 */
export type Request =
  | {
      readonly kind: 'open';
      readonly file: number;
      readonly format: OpenedFormat;
      readonly bytes: Uint8Array;
      /** Opens a locked PDF. */
      readonly password?: string | undefined;
      /** Set for a packet of ours parts of which were left out. */
      readonly gaps?: GappedFile['gaps'] | undefined;
    }
  | { readonly kind: 'page'; readonly file: number; readonly index: number; readonly withPicture: boolean }
  | { readonly kind: 'picture'; readonly file: number; readonly index: number; readonly widthPx: number }
  | { readonly kind: 'redacted'; readonly file: number; readonly index: number; readonly black: BlackBoxes }
  | { readonly kind: 'plain'; readonly file: number; readonly index: number }
  | { readonly kind: 'texts'; readonly file: number }
  | { readonly kind: 'structure'; readonly file: number; readonly stampBoxes: readonly (PageBox | undefined)[] }
  | { readonly kind: 'grey'; readonly file: number; readonly index: number; readonly wish: GreyWish }
  | { readonly kind: 'find'; readonly file: number; readonly index: number; readonly phrases: readonly string[] }
  | { readonly kind: 'notes'; readonly file: number }
  | { readonly kind: 'fax'; readonly file: number; readonly index: number }
  | { readonly kind: 'images'; readonly file: number; readonly index: number }
  | { readonly kind: 'shrink'; readonly file: number; readonly shrinking: Shrinking }
  | { readonly kind: 'enclosed'; readonly file: number }
  | { readonly kind: 'take'; readonly file: number; readonly index: number }
  | { readonly kind: 'word'; readonly bytes: Uint8Array }
  | { readonly kind: 'drop'; readonly file: number };

/** The request of one kind. */
export type RequestOf<K extends Request['kind']> = Extract<Request, { readonly kind: K }>;

/** What each kind of request brings. */
export interface Outcomes {
  readonly open: { readonly pageCount: number };
  readonly page: { readonly page: Page; readonly picture: Uint8Array | undefined; readonly ms: number };
  readonly picture: { readonly picture: Uint8Array };
  readonly redacted: { readonly redacted: PictureFile };
  readonly plain: { readonly plain: PictureFile };
  readonly texts: { readonly texts: readonly string[] };
  readonly structure: { readonly seen: SeenFile };
  readonly grey: GreyPage;
  readonly find: { readonly places: readonly (readonly PageBox[])[] };
  readonly notes: { readonly noted: NotedFile };
  readonly fax: FaxPage;
  readonly images: { readonly images: readonly DrawnImage[] };
  readonly shrink: { readonly jpeg: Uint8Array };
  readonly enclosed: { readonly files: readonly EnclosedFile[] };
  readonly take: { readonly bytes: Uint8Array };
  readonly word: { readonly word: WordFile };
  readonly drop: Record<never, never>;
}

/** `residentBytes` is the memory the process holds after the request. `why` names an error for the developer and never leaves the core. */
export type Answer =
  | { readonly ok: true; readonly outcome: Outcomes[keyof Outcomes]; readonly residentBytes: number }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      readonly details: ErrorDetails;
      readonly why: string;
      readonly residentBytes: number;
    };
