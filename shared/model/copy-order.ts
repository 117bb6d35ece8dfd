// What the user asks for when he has another file made of a built packet.
import { z } from 'zod';

/** How strongly scans are made smaller. */
export const SmallerChoice = z.object({
  /** Scans keep no more dots to the inch than this. */
  dpi: z.number().int().min(72).max(300),
  /** JPEG quality. */
  quality: z.number().int().min(20).max(95),
});
export type SmallerChoice = z.infer<typeof SmallerChoice>;

export const ManifestFormat = z.enum(['json', 'csv', 'pdf', 'sums']);
export type ManifestFormat = z.infer<typeof ManifestFormat>;

export const CopyOrder = z.discriminatedUnion('kind', [
  /** No file is larger than so many million bytes. */
  z.object({ kind: z.literal('volumes'), limitMb: z.number().min(0.2).max(10_000) }),
  /** One file, or one for each transmission of at most so many pages, its cover sheet among them. */
  z.object({ kind: z.literal('fax'), pagesPerTransmission: z.number().int().min(2).max(2000).optional() }),
  z.object({ kind: z.literal('print'), backs: z.enum(['nothing', 'intentionally-blank']) }),
  SmallerChoice.extend({ kind: z.literal('smaller') }),
  /** The password goes no further than the file: it is neither stored nor logged. */
  z.object({ kind: z.literal('encrypted'), password: z.string().max(200) }),
  z.object({ kind: z.literal('letter-docx') }),
  z.object({ kind: z.literal('manifest'), format: ManifestFormat }),
]);
export type CopyOrder = z.infer<typeof CopyOrder>;

/** Beginning of the names of files: what upload forms and every system take. */
export const BaseName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);

/** What a smaller copy would be like. */
export const SmallerPreview = z.object({
  /** Bytes now, and as they would be; `isExact` when every scan was tried, else estimated from some of them. */
  bytesBefore: z.number().int(),
  bytesAfter: z.number().int(),
  isExact: z.boolean(),
  /** Pages with scans that would get smaller, one-based. */
  pages: z.array(z.number().int()),
  /** Scans of one bit, and pictures that are small already, stay as they are. */
  scans: z.number().int(),
});
export type SmallerPreview = z.infer<typeof SmallerPreview>;
