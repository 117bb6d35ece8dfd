// What the notice must hold by law, and whether it does: an absent content is a defect only where nothing else can explain it.
import type { Case, NoticeCheck } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import type { NoticeContent, NoticeDemand } from '../rules/notice-schema.ts';
import type { Rules } from '../rules/schema.ts';
import { type Applies, type DenialInHand, scopeApplies, unreadable } from './denial-scope.ts';
import { wholeSentence } from './stated-limit.ts';

/** With the type of plan unknown only contents are listed that the law asks of at least so many types of plan. */
const COMMON = 5;

/**
 * The contents a notice of this type of plan and level must or should hold, in the order of the rules. `present` has the words that
 * show it; `missing` is said only of a clear, whole paper of a known type of plan; in all other cases the state is `cannot-tell`.
 */
export function noticeDefects(input: {
  readonly case: Case;
  readonly denial: FullDocument;
  readonly rules: Rules;
}): NoticeCheck[] {
  const { case: value, denial, rules } = input;
  if (value.planType.value === 'unknown') return commonContents(input);
  const doubt = denial.reading.notice === undefined ? 'The paper was not read for it.' : unreadable(denial);
  return rules.noticeContents.flatMap((content) => {
    const demand = demandFor(content, input);
    return demand === undefined ? [] : [checkOf(content, demand, input, doubt)];
  });
}

/** The words of the letter that hold a content: a field that shows it, else its own words. */
export function contentSource(denial: FullDocument, content: NoticeContent): Source | undefined {
  const field = denial.reading.findings.find((each) => content.shownBy?.includes(each.field) === true);
  const found = denial.reading.notice?.contents.find((each) => each.id === content.id);
  const limit = field?.field === 'appeal_deadline_days' || field?.field === 'appeal_deadline_date';
  // A bare number of days tells little: the sentence around it is shown.
  const proof = field === undefined ? found?.proof : limit ? wholeSentence(denial, field.proof) : field.proof;
  return proof && { documentId: denial.document.id, proof };
}

interface Demanded {
  readonly demand: NoticeDemand;
  readonly applies: Applies;
}

/** The demand that fits best: one that surely applies before one that may, required before good practice, firm before conditional. */
function demandFor(content: NoticeContent, input: DenialInHand): Demanded | undefined {
  return content.demands
    .map((demand) => ({ demand, applies: withCompanion(demand, scopeApplies(demand, input), input) }))
    .filter(({ applies }) => applies !== 'no')
    .sort((a, b) => rank(a) - rank(b))[0];
}

/** A demand that rests on another content of the letter is open while that one is not there. */
function withCompanion(demand: NoticeDemand, applies: Applies, { denial, rules }: DenialInHand): Applies {
  if (demand.alongside === undefined || applies !== 'yes') return applies;
  const companion = rules.noticeContents.find(({ id }) => id === demand.alongside);
  return companion !== undefined && contentSource(denial, companion) !== undefined ? 'yes' : 'unknown';
}

function rank({ demand, applies }: Demanded): number {
  return (applies === 'yes' ? 0 : 4) + (demand.weight === 'required' ? 0 : 2) + (demand.unless === undefined ? 0 : 1);
}

function checkOf(
  content: NoticeContent,
  { demand, applies }: Demanded,
  { case: value, denial }: DenialInHand,
  doubt: string | undefined,
): NoticeCheck {
  const source = contentSource(denial, content);
  const open =
    doubt ?? (applies === 'unknown' ? 'The letter does not tell whether the rule is for this denial.' : demand.unless);
  const state = source !== undefined ? 'present' : open !== undefined ? 'cannot-tell' : 'missing';
  const asRead = value.planType.byUser ? '' : ' The type of plan is as read; please confirm it.';
  const why = {
    present: denial.reading.notice?.contents.find((each) => each.id === content.id)?.why ?? 'The letter states it.',
    'cannot-tell': open ?? '',
    missing: `No words for it were found on any page.${asRead}`,
  }[state];
  return {
    ...plainPart(content),
    state,
    ...(source && { source }),
    why,
    weight: demand.weight,
    affects: demand.affects ?? [],
    ...(demand.effect !== undefined && { effect: demand.effect }),
    citation: demand.citation,
    checkedOn: demand.checkedOn,
    trust: demand.trust,
  };
}

function plainPart({ id, name, group, missing }: NoticeContent) {
  return { content: id, name, group, meaning: missing.meaning, ask: missing.ask, argument: missing.argument };
}

/** What most notices hold, for a plan nobody has named yet: found or not told, never missing. */
function commonContents({ case: value, denial, rules }: DenialInHand): NoticeCheck[] {
  return rules.noticeContents.flatMap((content) => {
    const plans = content.demands
      .filter((demand) => demand.levels.includes(value.level) && demand.weight === 'required')
      .flatMap((demand) => demand.planTypes);
    if (new Set(plans).size < COMMON) return [];
    const source = contentSource(denial, content);
    return [
      {
        ...plainPart(content),
        state: source === undefined ? ('cannot-tell' as const) : ('present' as const),
        ...(source && { source }),
        why:
          source === undefined
            ? 'Which rules apply depends on the type of plan; please say it.'
            : 'The letter states it.',
        weight: 'required' as const,
        affects: [],
        trust: 'to-be-verified' as const,
      },
    ];
  });
}
