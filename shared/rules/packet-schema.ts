// The shape of resources/rules/packets.json: what those who receive packets ask for, and what their ways in refuse.
import { z } from 'zod';
import { PacketPreset } from '../model/packet-setup.ts';
import { IsoDate } from '../model/vocabulary.ts';

const trust = z.enum(['verified', 'to-be-verified']);
const basis = { citation: z.string().min(1), source: z.string().min(1), checkedOn: IsoDate, trust };

/** What to know about one kind of packet. */
export const PresetNote = z.object({
  id: PacketPreset,
  name: z.string().min(1),
  /** When to take it, in one plain sentence. */
  when: z.string().min(1),
  /** What whoever receives it asks for by law or rule. */
  asks: z.array(z.object({ says: z.string().min(1), ...basis })),
});
export type PresetNote = z.infer<typeof PresetNote>;

/** A way to send a packet that has a limit. */
export const PacketChannel = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** As it stands in a sentence: “the portal of …”. */
  name: z.string().min(1),
  /** Two-letter codes; missing when it is not tied to a State. */
  states: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
  /** The kinds of packets that go this way; missing for all. */
  presets: z.array(PacketPreset).optional(),
  /** For one file, in millions of bytes. */
  limitMb: z.number().positive(),
  /** What to do about it, in one plain sentence. */
  advice: z.string().min(1),
  ...basis,
});
export type PacketChannel = z.infer<typeof PacketChannel>;

export const PacketsFile = z.object({ presets: z.array(PresetNote), channels: z.array(PacketChannel) });
export type PacketRules = z.infer<typeof PacketsFile>;
