// How large the packet will about be, and which ways of sending it refuse that size.
import type { FullDocument } from '../model/document.ts';
import type { Exhibit, Problem } from '../model/packet.ts';
import type { PacketChannel } from '../rules/packet-schema.ts';
import type { PreflightInput } from './preflight.ts';
import { MEGABYTE } from './volumes.ts';

/** What the packet's own pages, fonts and bookmarks take, and what stamp, label and link add to a page: measured on built packets, in bytes. */
const OWN_BYTES = 180_000;
const PAGE_BYTES = 1500;

/** About how many bytes the packet will have: each paper's share of its file. Text files grow; they are small all the same. */
export function estimatedBytes(exhibits: readonly Exhibit[], documents: ReadonlyMap<string, FullDocument>): number {
  return exhibits.reduce((sum, { documentId, pages }) => {
    const paper = documents.get(documentId);
    const share = pages.length / Math.max(1, paper?.pages.length ?? 1);
    return sum + Math.round((paper?.document.byteLength ?? 0) * share) + (pages.length + 1) * PAGE_BYTES;
  }, OWN_BYTES);
}

/** The channels open to a case. What is faxed or printed has no size. */
export function openChannels({
  case: theCase,
  channels = [],
  state,
}: Pick<PreflightInput, 'case' | 'channels' | 'state'>): readonly PacketChannel[] {
  return channels
    .filter(({ states }) => states === undefined || states.some((each) => each === state))
    .filter(({ presets }) => presets === undefined || presets.includes(theCase.packet.preset));
}

/** Channels open to this case whose limit the packet passes, in one sentence each. */
export function sizeProblems(input: PreflightInput): readonly Problem[] {
  const bytes = estimatedBytes(input.exhibits, input.documents);
  return openChannels(input)
    .filter(({ limitMb }) => bytes > limitMb * MEGABYTE)
    .map(({ name, limitMb, advice, citation, states }) => ({
      code: 'over-limit',
      severity: states === undefined ? 'notes' : 'warns',
      sentence: `The packet will have about ${Math.ceil(bytes / MEGABYTE)} MB; ${name} takes at most ${limitMb} MB. ${advice} (${citation})`,
      go: { at: 'setup' },
    }));
}
