// What each ground still needs: the checklist of its reason and of the service, item by item, beside the papers and the user's word.
import type { EvidenceId } from '../ids.ts';
import type { Case, Gap, Ground } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { ChecklistItem } from '../rules/checklist.ts';
import { reasonRule } from '../rules/lookup.ts';
import type { Rules } from '../rules/schema.ts';
import { evidencePages } from './evidence-pages.ts';
import { textOf } from './page-text.ts';
import { fittingPacks, isAbout } from './services/packs.ts';
import { hitsIn, type PreparedItem, prepareItems } from './signals.ts';
import { stemsOf } from './stems.ts';

/** Different signals a suggested page must show before an item counts as there. */
const LEAST_SIGNALS = 3;

/**
 * The checklist of every ground in force: the items of its reason, then those of the service packs that serve it. An item is `have` when
 * evidence of the ground is of a fitting kind and its pages speak of it; for evidence the user accepted, one sign is enough. An item of a
 * pack is there also when any page of the papers shows it. What the user marked wins.
 */
export function findGaps(input: {
  readonly case: Case;
  readonly documents: readonly FullDocument[];
  readonly rules: Rules;
}): Gap[] {
  const { case: value, documents, rules } = input;
  const packs = fittingPacks(value, documents, rules);
  const others =
    packs.length === 0 ? [] : evidencePages(value, documents).map(({ document, stems }) => ({ document, stems }));
  return value.grounds
    .filter((ground) => ground.state !== 'dismissed')
    .flatMap((ground) => {
      const pages = pagesAtHand(value, ground, documents);
      const own = reasonRule(rules, ground.reason).checklist;
      const gapOf = (entry: ChecklistItem, item: PreparedItem, pack?: string): Gap => {
        const evidence = pages.filter((page) => satisfies(page, item)).map(({ id }) => id);
        const elsewhere = pack !== undefined && others.some((page) => satisfies({ ...page, accepted: false }, item));
        const have = evidence.length > 0 || elsewhere;
        return marked(bareGap(ground, entry, have, evidence, pack), value);
      };
      const ofPacks = packs.flatMap(({ pack, variant }) => {
        const rows = pack.evidence.filter((row) => row.reasons.includes(ground.reason) && isAbout(row, variant));
        return prepareItems(rows).map((item, index) => gapOf(rows[index]!, item, pack.id));
      });
      return [...prepareItems(own).map((item, index) => gapOf(own[index]!, item)), ...ofPacks];
    });
}

function bareGap(
  ground: Ground,
  { item, what, who, kinds, letter }: ChecklistItem,
  have: boolean,
  evidence: readonly EvidenceId[],
  pack: string | undefined,
): Gap {
  return {
    ...{ groundId: ground.id, item, what, who, kinds: [...kinds] },
    ...{ state: have ? 'have' : 'missing', byUser: false, note: '' },
    ...(letter !== undefined && { letter }),
    evidence: [...evidence],
    ...(pack !== undefined && { pack }),
  };
}

/** The gap as the user last marked it. */
function marked(gap: Gap, value: Case): Gap {
  const mark = value.gapMarks.findLast((each) => each.groundId === gap.groundId && each.item === gap.item);
  return mark === undefined ? gap : { ...gap, state: mark.state, byUser: true, on: mark.on, note: mark.note };
}

interface PageAtHand {
  readonly id: EvidenceId;
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
      return [{ id: each.id, document, stems: stemsOf(text), accepted: each.state === 'accepted' }];
    });
}

function satisfies(page: Omit<PageAtHand, 'id'>, item: PreparedItem): boolean {
  if (!item.kinds.includes(page.document.document.kind)) return false;
  return hitsIn(page.stems, item).length >= (page.accepted ? 1 : LEAST_SIGNALS);
}
