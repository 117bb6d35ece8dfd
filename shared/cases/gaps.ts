// What each ground still needs: the checklist of its reason, item by item, beside the papers at hand.
import type { Case, Gap, Ground } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import { reasonRule } from '../rules/lookup.ts';
import type { Rules } from '../rules/schema.ts';
import { textOf } from './page-text.ts';
import { hitsIn, type PreparedItem, prepareReason } from './signals.ts';
import { stemsOf } from './stems.ts';

/** Different signals a suggested page must show before an item counts as there. */
const LEAST_SIGNALS = 3;

/**
 * The checklist of every ground in force. An item is `have` when evidence of the ground is of a fitting kind and its pages speak of it;
 * for evidence the user accepted, one sign is enough.
 */
export function findGaps(input: {
  readonly case: Case;
  readonly documents: readonly FullDocument[];
  readonly rules: Rules;
}): Gap[] {
  const { case: value, documents, rules } = input;
  return value.grounds
    .filter((ground) => ground.state !== 'dismissed')
    .flatMap((ground) => {
      const rule = reasonRule(rules, ground.reason);
      const pages = pagesAtHand(value, ground, documents);
      return prepareReason(rule).items.map((item, index): Gap => {
        const entry = rule.checklist[index]!;
        const have = pages.some((page) => satisfies(page, item));
        return {
          groundId: ground.id,
          item: entry.item,
          what: entry.what,
          who: entry.who,
          kinds: [...entry.kinds],
          state: have ? 'have' : 'missing',
          byUser: false,
          note: '',
          evidence: [],
        };
      });
    });
}

interface PageAtHand {
  readonly document: FullDocument;
  readonly stems: readonly string[];
  readonly accepted: boolean;
}

function pagesAtHand(value: Case, ground: Ground, documents: readonly FullDocument[]): PageAtHand[] {
  return value.evidence
    .filter((each) => each.groundId === ground.id && each.state !== 'rejected')
    .flatMap((each) => {
      const document = documents.find((paper) => paper.document.id === each.documentId);
      if (document === undefined) return [];
      const text = document.pages
        .filter((page) => page.pageNumber >= each.fromPage && page.pageNumber <= each.toPage)
        .map((page) => textOf(page, 0, page.words.length))
        .join(' ');
      return [{ document, stems: stemsOf(text), accepted: each.state === 'accepted' }];
    });
}

function satisfies(page: PageAtHand, item: PreparedItem): boolean {
  if (!item.kinds.includes(page.document.document.kind)) return false;
  return hitsIn(page.stems, item).length >= (page.accepted ? 1 : LEAST_SIGNALS);
}
