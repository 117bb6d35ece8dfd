// The check of a finished packet for what was blacked out: another library's reading of the redacted pages must not bring it back.
import type { FullDocument } from '../../shared/model/document.ts';
import type { PacketPlan } from '../../shared/model/packet.ts';
import type { Page } from '../../shared/model/page.ts';
import { remainingWords } from '../../shared/packet/redaction/boxes.ts';
import { redactedPhrases } from '../../shared/packet/redaction/leaks.ts';
import { plainLetters } from '../../shared/packet/redaction/letters.ts';
import { boxesOn } from '../../shared/packet/redaction/planned.ts';
import type { PacketFacts } from './compose.ts';

/**
 * Every redacted page that still says what was blacked out on it, one line each, by page number only. `texts` are the texts of the packet's
 * pages as read by another library, in order; `pagesOf` gives the pages of a paper with their words.
 */
export function redactionFailures(
  packet: Pick<PacketFacts, 'exhibitPages' | 'stamps'>,
  plan: PacketPlan,
  texts: readonly string[],
  pagesOf: (id: FullDocument['document']['id']) => readonly Page[],
): readonly string[] {
  return packet.exhibitPages.flatMap(({ label, documentId, pageNumber, packetPage }) => {
    const boxes = boxesOn(plan, documentId, pageNumber);
    const page = boxes.length === 0 ? undefined : pagesOf(documentId).find((each) => each.pageNumber === pageNumber);
    if (page === undefined) return boxes.length === 0 ? [] : [`page ${packetPage} can’t be checked for redactions`];
    const said = plainLetters(texts[packetPage - 1] ?? '');
    // The same words may stand on the page a second time, where the user left them, or in what the packet writes on it.
    const words = remainingWords(page.words, boxes).map(({ text }) => text);
    const left = plainLetters([...words, ...ownWords(plan, label, packet.stamps[packetPage - 1] ?? '')].join(' '));
    const isBack = redactedPhrases(page, boxes)
      .map(plainLetters)
      .some((phrase) => said.includes(phrase) && !left.includes(phrase));
    return isBack ? [`page ${packetPage} still says what was blacked out`] : [];
  });
}

/** What the packet itself writes on a page of an exhibit. */
function ownWords(plan: PacketPlan, label: string, stamp: string): string[] {
  const notes = plan.highlights.flatMap(({ note }) => note ?? []);
  return [stamp, `Exhibit ${label} page of`, plan.marks.confidentiality, 'DRAFT', ...notes];
}
