// A letter as data: paragraphs whose facts carry their page, and visible blanks where something isn't known.
import { z } from 'zod';
import { DocumentId, GroundId } from '../ids.ts';

/**
 * A piece of a paragraph. A `cite` names a page of a document; the packet turns it into “Ex. C, p. 3 (0047)” with a link.
 * A `blank` is something the app doesn't know: shown as a marked gap until the user fills it.
 */
export const Inline = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), bold: z.boolean().optional(), italic: z.boolean().optional() }),
  z.object({
    kind: z.literal('cite'),
    documentId: DocumentId,
    pageNumber: z.number().int().min(1),
    toPage: z.number().int().min(1).optional(),
  }),
  z.object({ kind: z.literal('blank'), label: z.string(), groundId: GroundId.optional() }),
]);
export type Inline = z.infer<typeof Inline>;

/**
 * Where a paragraph comes from: `form` is standing text that says nothing about the person beyond values that carry a cite or were typed;
 * `page` quotes a page; `user` is what the user wrote.
 */
export const Origin = z.enum(['form', 'page', 'user']);
export type Origin = z.infer<typeof Origin>;

export const Block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2)]),
    text: z.string(),
    groundId: GroundId.optional(),
  }),
  z.object({ kind: z.literal('paragraph'), inlines: z.array(Inline), origin: Origin, groundId: GroundId.optional() }),
  z.object({ kind: z.literal('quote'), inlines: z.array(Inline), groundId: GroundId.optional() }),
  z.object({
    kind: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(z.array(Inline)),
    origin: Origin,
    groundId: GroundId.optional(),
  }),
  /** Label and value pairs, e.g. the reference block. */
  z.object({ kind: z.literal('pairs'), rows: z.array(z.object({ label: z.string(), value: z.array(Inline) })) }),
  /** Lines kept together as they are, e.g. an address. */
  z.object({ kind: z.literal('lines'), lines: z.array(z.array(Inline)) }),
  z.object({ kind: z.literal('signature'), lines: z.array(z.array(Inline)) }),
]);
export type Block = z.infer<typeof Block>;

export const Letter = z.object({ subject: z.string(), blocks: z.array(Block) });
export type Letter = z.infer<typeof Letter>;
