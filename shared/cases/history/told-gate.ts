// Whether a name tells of a treatment given, tried or ruled out, or is only planned or named.
import type { TreatmentRules } from '../../rules/care-schema.ts';
import type { Draft, Paper } from './draft.ts';
import { holds } from './phrases.ts';
import type { sectionAt } from './sections.ts';
import type { Told } from './told-split.ts';

/** “by the last infusion”, “before each session” name a moment. */
const ONLY_A_MOMENT =
  /\b(?:before|after|by|during|at|until|prior to|following|between|since) (?:the |her |his |each |every |first |last |third |second |final |my )*$/;

/** “Before ketamine she tried …”. */
const NOT_YET = /\b(?:before|prior to|instead of|rather than|in place of|alternative to)\s+(?:\w+ ){0,2}$/;

interface Ground {
  readonly lower: string;
  readonly told: readonly Told[];
  readonly index: number;
  readonly listed: boolean;
  readonly denial: boolean;
  readonly section: ReturnType<typeof sectionAt>;
  readonly tried: readonly string[];
  readonly rules: TreatmentRules;
  readonly paper: Paper;
}

/** True when the words tell that it was given, tried or ruled out: not planned, not merely named. */
export function isTold(draft: Draft, each: Told, ground: Ground): boolean {
  const { lower, told, index, listed, denial, section, tried, rules, paper } = ground;
  const tail = lower.slice(each.tail.from, each.tail.to);
  const lead = lower.slice(each.lead.from, each.lead.to);
  let first = index;
  while (first > 0 && told[first]!.listed) first -= 1;
  let last = index;
  while (last + 1 < told.length && told[last + 1]!.listed) last += 1;
  const chainLead = lower.slice(told[first]!.lead.from, told[first]!.lead.to);
  const chainTail = lower.slice(told[last]!.tail.from, told[last]!.tail.to);
  if (draft.entry.generic && ONLY_A_MOMENT.test(lead)) return false;
  if (NOT_YET.test(lead) && draft.from === undefined) return false;
  if (draft.outcome === 'contraindicated') return true;
  if (holds(`${chainLead} ${lead}`, rules.notTried) || holds(tail.split(/[.;]/)[0] ?? '', rules.notTried)) return false;
  const dated = draft.from !== undefined || draft.to !== undefined;
  if (paper.date !== undefined && draft.from !== undefined && draft.from > paper.date) return false;
  const plannedAhead = holds(chainLead, rules.planned) || holds(lead, rules.planned);
  const known = draft.outcome !== 'unknown';
  const wasTried =
    holds(`${chainLead} | ${lead} | ${tail} | ${chainTail}`, tried) ||
    holds(`${chainLead} | ${lead}`, rules.triedBefore);
  if (plannedAhead && !(known && wasTried)) return false;
  if (section === 'plan' && !(dated && known)) return false;
  if (holds(tail, rules.planned) && !dated && !known && !holds(chainLead, tried)) return false;
  if (denial && (draft.entry.generic || (!wasTried && /\bclaims?\b|\bbill(?:ed|s)?\b|\bcharges?\b/.test(lower))))
    return false;
  if (denial) return wasTried || known || (draft.from !== undefined && draft.to !== undefined);
  if (known || dated) return true;
  if (listed) return !draft.entry.background && draft.dose !== undefined;
  const sentenceTried = holds(lower.slice(0, each.name.from), tried);
  if (draft.length !== undefined) return true;
  return wasTried || (sentenceTried && draft.dose !== undefined);
}
