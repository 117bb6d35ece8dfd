// What the user chooses about the packet of a case: for whom it is, what goes into it in which order, how it is marked.
import { z } from 'zod';
import { DocumentId } from '../ids.ts';

/** For whom or for what the packet is made; each brings its own defaults (shared/packet/presets.ts). */
export const PacketPreset = z.enum([
  'internal-appeal',
  'second-level',
  'external-review',
  'medicare-redetermination',
  'expedited',
  'claim-file-request',
  'attorney-record',
  'fax',
  'print-set',
]);
export type PacketPreset = z.infer<typeof PacketPreset>;

/** The pages of the app's own, before the exhibits. `cover` is the transmittal sheet. */
export const FrontPart = z.enum(['cover', 'letter', 'matrix', 'index', 'tables']);
export type FrontPart = z.infer<typeof FrontPart>;

/** How pages are stamped: the n-th page of the packet reads `prefix` + (start + n - 1), padded to `digits`. The page label is the same text. */
export const Stamping = z.object({
  prefix: z.string().max(24),
  start: z.number().int().min(1),
  digits: z.number().int().min(1).max(9),
});
export type Stamping = z.infer<typeof Stamping>;

/** One-based page numbers of a paper, inclusive. */
export const PageRange = z.object({ from: z.number().int().min(1), to: z.number().int().min(1) });
export type PageRange = z.infer<typeof PageRange>;

/** What the user wants of one exhibit. */
export const ExhibitChoice = z.object({
  /** Names the exhibit for good: the document's id, with `#2`, `#3`… for further exhibits made of the same paper. */
  key: z.string().max(60),
  documentId: DocumentId,
  /** The pages taken; missing means the whole paper. In the order given, never twice the same page within one packet. */
  ranges: z.array(PageRange).max(100).optional(),
  /** The user's own title; missing means the app's. */
  title: z.string().min(1).max(200).optional(),
  excluded: z.boolean().default(false),
});
export type ExhibitChoice = z.infer<typeof ExhibitChoice>;

/** Marks on the pages of the exhibits and on every page. */
export const Marks = z.object({
  /** Cited words in colour, and beside them which reason they answer. */
  highlights: z.enum(['none', 'highlight', 'highlight-and-notes']),
  /** Printed at the foot of every page; empty for none. */
  confidentiality: z.string().max(200),
});
export type Marks = z.infer<typeof Marks>;

export const PacketSetup = z.object({
  preset: PacketPreset,
  /** Exhibits A, B, C or 1, 2, 3. */
  labels: z.enum(['letters', 'numbers']),
  stamping: Stamping,
  /** The front parts wanted, in order. */
  parts: z.array(FrontPart),
  marks: Marks,
  /** In the user's order. Papers that belong in the packet and aren't named here follow in the app's order. */
  exhibits: z.array(ExhibitChoice).max(500),
});
export type PacketSetup = z.infer<typeof PacketSetup>;

/** How pages are stamped unless the user says otherwise: 0001, 0002, … */
export const PLAIN_STAMPING: Stamping = { prefix: '', start: 1, digits: 4 };

/** The setup of a case nobody has changed yet. */
export const FIRST_SETUP: PacketSetup = {
  preset: 'internal-appeal',
  labels: 'letters',
  stamping: PLAIN_STAMPING,
  parts: ['letter', 'matrix', 'index', 'tables'],
  marks: { highlights: 'none', confidentiality: '' },
  exhibits: [],
};
