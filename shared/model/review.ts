// What a reviewer wrote into a packet's PDF and the user brought back in.
import { z } from 'zod';
import { DocumentId, EntryId, PacketId } from '../ids.ts';
import { PageBox } from './redaction.ts';
import { IsoDate } from './vocabulary.ts';

/** One remark of a reviewer, at its place. */
export const ReviewNote = z.object({
  id: EntryId,
  /** The version it was written into. */
  packetId: PacketId,
  /** One-based page of that version, and what is stamped there. */
  packetPage: z.number().int().min(1),
  stamp: z.string(),
  /** The page of a paper it stands on; missing on pages of the app's own. */
  documentId: DocumentId.optional(),
  pageNumber: z.number().int().min(1).optional(),
  /** Where on the packet's page (upright, points, origin at the top left). */
  boxes: z.array(PageBox),
  /** Size of the packet's page, points. */
  pageSize: z.object({ w: z.number().positive(), h: z.number().positive() }),
  kind: z.enum(['note', 'highlight', 'underline', 'strike-out', 'insert', 'text', 'drawing', 'stamp']),
  author: z.string().max(300),
  on: IsoDate.optional(),
  text: z.string().max(20_000),
  /** The words of the page under the mark. */
  quote: z.string().max(5000),
  /** The remark this one answers. */
  replyTo: EntryId.optional(),
  state: z.enum(['open', 'resolved']),
  /** What the user noted in answer. */
  answer: z.string().max(5000).default(''),
});
export type ReviewNote = z.infer<typeof ReviewNote>;
