// The policy, guideline, manual, law or plan provision the decision relies on, as printed.
import type { DocumentKind } from '../../model/vocabulary.ts';
import { flowOf, type Piece } from '../paper.ts';
import type { Candidate } from './collect.ts';
import { labelled } from './labels.ts';
import type { Sheet } from './sheet.ts';

const KINDS: ReadonlySet<DocumentKind> = new Set([
  'denial-letter',
  'prior-authorization',
  'medical-policy',
  'letter-of-medical-necessity',
  'correspondence',
  'eob',
]);

const CODE =
  '(?:[A-Z]{2,5} (?=\\d{1,4}\\b(?!,? \\d{4}|\\/)))?(?:Rx|[A-Z]{0,6})[-.]?(?:[A-Z]{1,5}[-.])*\\d[\\w.-]*(?:\\([\\w]+\\))*';
const TITLED = "(?:[A-Z][\\p{L}&'/-]*\\.?,? (?:(?:and|of|for|in|the|on|to|&) )*){0,7}";
const NUMERAL = '(?:\\d+[\\w.-]*\\w|\\d+|[IVXLC]+(?![A-Za-z]))(?:\\s?\\([\\w]{1,5}\\))*';
const UNIT =
  '(?:[Aa]rticle|[Ss]ection|[Ss]ec\\.|[Pp]art|[Cc]hapter|[Ee]xclusion|[Pp]aragraph|[Ii]tem|[Pp]rovision|[Aa]ppendix|[Rr]ule|[Cc]lause|[Ss]ubsection|[Bb]enefit|ARTICLE|SECTION|PART|EXCLUSION|§)';
const STEP = `(?:,? (?:(?:[Nn]umber|[Ii]tem|[Pp]aragraph|[Pp]art|[Ss]ections?|[Ll]etter|[Cc]lause|[Ss]ubsection|[Ee]xclusion|[Cc]hapter|[Aa]rticle|[Pp]ara\\.|[Pp]age|[Nn]o\\.|§§?) (?:${NUMERAL})(?: (?:to|through|and) (?:${NUMERAL}))?|[A-Z](?=[,.;) ])(?! [a-z]{2,} )))`;

interface Form {
  readonly name: 'policy' | 'code' | 'vendor' | 'manual' | 'coverage' | 'law' | 'provision';
  readonly weight: number;
  readonly pattern: RegExp;
}

const DOCUMENT =
  '(?:[Pp]olicy|[Pp]olicies|[Gg]uidelines?|[Cc]riteria|[Cc]riterion|[Rr]ule|[Ss]tandards?|[Bb]ulletin|[Pp]rotocol|[Cc]overage [Dd]etermination|[Ss]tatement|[Bb]rief|[Tt]echnology [Aa]ssessment|[Aa]dvisory|[Dd]irective|GUIDELINE|POLICY|CRITERIA)';
const FORMS: readonly Form[] = [
  {
    name: 'coverage',
    weight: 3.6,
    pattern:
      /\b(?:(?:National|Local) Coverage (?:Determination|Article)(?: \((?:NCD|LCD|LCA)\))?|NCD|LCD|LCA|CPB)(?: for [A-Z][\p{L} ]{2,40}?)? ?(?:No\.? |#|\()?[A-Z]?\d[\w.]*\d(?!-?\d)/gu,
  },
  {
    name: 'manual',
    weight: 3.4,
    pattern: new RegExp(
      `\\b(?:[A-Z][\\p{L}-]+ )+Manual(?: [\\d.]+-?[A-Z]?)?(?:,? \\([^)]{2,30}\\))?(?:, (?:[A-Z][\\p{L}'-]* ){1,5}?[A-Z][\\p{L}'-]*)?,? (?:[Cc]hapter|[Cc]h\\.|[Ss]ection|[Vv]olume|[Vv]ol\\.|Pub\\.?|[Pp]art) ${NUMERAL}${STEP}{0,3}`,
      'gu',
    ),
  },
  {
    name: 'policy',
    weight: 3.6,
    pattern: new RegExp(
      `\\b${TITLED}(?:Clinical |Medical |Coverage |Payment |Drug |Reimbursement |Utilization )?${DOCUMENT}(?: (?:[Nn]o\\.?|[Nn]umber|#))? ?#?(?=(?:Rx|[A-Z]{2,5} )?[A-Z0-9.-]*\\d)${CODE}`,
      'gu',
    ),
  },
  {
    name: 'code',
    weight: 2.6,
    pattern:
      /\b(?:policy|guideline|guidelines|criteria|rule|standard|bulletin|protocol)(?:,| \(| \(?(?:known as|titled|called|number|no\.)) ?((?=[A-Z0-9.-]*\d)[A-Z]{2,6}[-. ]?[\w.-]*\d[\w.-]*)/gu,
  },
  {
    name: 'code',
    weight: 2.6,
    pattern:
      /\b(?:[Pp]olicy|[Gg]uidelines?|[Cc]riteria|[Rr]ule|[Ss]tandard|[Bb]ulletin|[Pp]rotocol)\b[^.;()]{0,40},? (?:number|no\.|#) ?((?=[A-Z0-9.-]*\d)[A-Z0-9]{1,6}[-. ]?[\w.-]*\d[\w.-]*)/gu,
  },
  {
    name: 'code',
    weight: 2,
    pattern: /\b((?:[A-Z][a-z]+ )?(?:[A-Z]{2,4}-)?[A-Z]{2,4}[- ]\d{1,2}(?:\.\d{1,3}){1,3})\b(?!%)/gu,
  },
  {
    name: 'code',
    weight: 2.6,
    pattern:
      /\b(?:policy|guidelines?|criteria|rule|standard|bulletin|protocol)\b[^.;()]{0,50}\(((?:[A-Z]\p{L}+ ){0,2}(?=[A-Z0-9. -]*\d)(?:[A-Z]{2,6}[-.])*[A-Z]{2,6}[-. ]?\d[\w.-]*)(?:\)|, [A-Z])/gu,
  },
  {
    name: 'vendor',
    weight: 3,
    pattern:
      /\b(?:InterQual|MCG|Milliman(?: Care Guidelines)?|ASAM|LOCUS|CALOCUS(?:-CASII)?|eviCore|NCCN|Hayes|AIM|Carelon)(?:[ -](?:[A-Z]{0,3}-?\d[\w.-]*|[A-Z][\p{L}-]*|\d{4}|and|&|of|for|\([A-Z-]+\)|(?:\d+(?:st|nd|rd|th)) [Ee]dition|[A-Z]?-?\d[\w.-]*)){0,7}(?: [Cc]riteria| [Gg]uidelines?)?(?:,? \d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH) (?:[Ee]dition|EDITION))?(?:,? (?:[A-Z][\p{L}/-]*,? ){1,5}(?=\(?[A-Z]{1,3}-\d))?(?:,? ?\(?[A-Z]{1,3}-\d[\w-]*\)?)?/gu,
  },
  {
    name: 'law',
    weight: 2.2,
    pattern:
      /\b(?:(?:\d{1,3} )?(?:OAR|COMAR|NYCRR|OAC|TAC|CCR|NMAC|NJAC|WAC|CMR|IAC|ARSD|KAR|ORS|RCW|MGL) (?:§+ ?)?\d[\d.:A-Z-]*\d(?:\(\w{1,4}\))*|\d{1,2} C\.?F\.?R\.? (?:§+ ?|[Pp]art |[Ss]ection )?\d[\d.]*\d?(?:\(\w{1,4}\))*|(?:[A-Z]\p{L}*\.? )+(?:Administrative |Insurance |Health )?(?:Code|Stat(?:utes?|\.)|Rev\. Stat\.|Ann\.)(?: (?:§+|section|sec\.|title))? ?\d[\w.:-]*\w(?:\(\w{1,4}\))*)/gu,
  },
  {
    // "certificate (page 9, part F)", "item 22 in the list on page 61 of your booklet".
    name: 'provision',
    weight: 2.6,
    pattern:
      /\b(?:[Cc]ertificate|[Bb]ooklet|[Hh]andbook|[Bb]rochure|SPD|EOC) \((?:page|p\.|part|section|article|chapter|item|§) ?[\w.]+(?:, ?(?:page|p\.|part|section|article|item|paragraph|number) ?[\w.]+){0,2}\)|\b[Pp]age \d+ of (?:your|the) (?:[Cc]ertificate|[Bb]ooklet|[Hh]andbook|[Bb]rochure|SPD|EOC|Evidence of Coverage|Plan Document)|\b(?:[Ii]tem|[Nn]umber|[Pp]aragraph|[Ee]xclusion) \d+ (?:in|of|on) the list (?:on|at) page \d+ of (?:your|the) (?:booklet|handbook|certificate|brochure)/gu,
  },
  {
    // 'Benefit Booklet, "Ambulance Services", paragraph 3'.
    name: 'provision',
    weight: 2.8,
    pattern: new RegExp(
      `\\b(?:[A-Z][\\p{L}]+ (?:of |and )?){0,3}(?:Coverage|Description|Agreement|Document|Booklet|Handbook|Certificate|Contract|Brochure|SPD|EOC),? "[^"]{4,60}?,?",? ${UNIT} ?(?:${NUMERAL})${STEP}{0,3}`,
      'gu',
    ),
  },
  {
    name: 'provision',
    weight: 2.2,
    pattern: new RegExp(
      `\\b(?:[A-Z][\\p{L}]+ (?:of |and )?){0,3}(?:Coverage|Description|Agreement|Document|Booklet|Handbook|Certificate|Contract|Brochure|SPD|EOC),? (?:on |at )?(?:page|p\\.) \\d+${STEP}{0,3}`,
      'gu',
    ),
  },
  {
    name: 'provision',
    weight: 2.2,
    pattern: new RegExp(
      `\\b(?:(?:[A-Z][\\p{L}]+ (?:of |and )?){0,3}(?:Coverage|Description|Agreement|Document|[Bb]ooklet|Handbook|Certificate|Contract|Brochure|SPD|EOC),? )?(?:(?:[Pp]lan|[Pp]olicy|[Cc]ertificate|SPD|EOC|[Cc]ontract) )?${UNIT} ?(?:[Nn]o\\. |[Nn]umber )?(?:${NUMERAL})${STEP}{0,3}(?: of (?:the|your) (?:Plan Document|Summary Plan Description|Evidence of Coverage|Certificate of Coverage|Benefit Booklet)\\b)?`,
      'gu',
    ),
  },
];

/** Words that lead from the decision to what it rests on. */
const RELIES =
  /\b(?:used|uses?|appl(?:y|ied|ies)|based on|relied|rel(?:y|ies)|under|according to|measured against|compar\w+|per|in accordance|pursuant|basis|see|sets? out|provides? that|states?|says|reads|lists?|requires?|limits?|defin\w+|excludes?|leaves? out|asks|looks? (?:at|for)|criteria|standard|our|reviewed (?:under|against)|found (?:in|at)|tells?|bars?|governs?|lets?|allows?|pays? for|keeps?|prevents?|forbids?|prohibits?|the (?:tool|yardstick|measure|test))\b/;
const REFUSES =
  /\b(?:not (?:meet|met|satisf\w+|covered?|pay|paid|payable|approved?|certif\w+|eligible|a benefit|included|necessary)|does(?:n't| not)|do not|cannot|can't|den(?:y|ied|ial|ies)|fails?|no benefits?|exclu\w+|leaves? out|sole basis|declined?|unproven|investigational|outside|not (?:part|one) of|four parts|missing|stops?|limit\w*|bars?|from paying|forbids?|prohibits?|conclusion)\b/;
const AGREES =
  /\b(?:(?:is|are|was|were|have been|all) (?:also |all )?(?:met|satisfied|approved|certified)|approval|approved|certified)\b/;
const RIGHTS =
  /\b(?:502\(a\)|erisa|civil action|lawsuit|sue|external review|right to|rights|disputes?|disputable|dismissed|(?:may|can|must|an|your) appeal (?:must|may|within|to|by)|to appeal|may appeal|grievance|hearing|discriminat\w*|civil rights|1557|department of|complaint|fraud|surprises? act|peer[- ]to[- ]peer|upon request|free of charge|copies|copy)\b/;
const NO_CRITERION =
  /^Policy \d|502\s?\(?a?|\b1557\b|2560\.?|147\.136|\b164\.5|\bForm\b|\bPart [ABCD]\b(?!,)|^(?:Medicare )?Part [A-D]$|^Item \d$|^Part [A-D] /;

/** The rule the decision names: the best by its form, what leads to it and what follows from it; rights sections hardly count. */
export function criteria(sheet: Sheet): Candidate | undefined {
  const { kind, paper, zones } = sheet;
  if (!KINDS.has(kind)) return undefined;
  if (kind === 'medical-policy') {
    const number = policyNumber(sheet);
    if (number !== undefined) return number;
  }
  const labels = new Set(
    labelled(sheet, sheet.labels.byField.criteria_cited.slice(0, 1), (zone) => zone !== 'taglines').map((item) =>
      item.piece.text.slice(item.from, item.to),
    ),
  );
  const body = flowOf(
    paper.lines.filter((line, index) => !line.running && zones[index] !== 'rights' && zones[index] !== 'taglines'),
  );
  const rights = flowOf(paper.lines.filter((line, index) => !line.running && zones[index] === 'rights'));
  const least = kind === 'denial-letter' ? 0 : kind === 'eob' ? EOB_LEAST : 2.6;
  // A rights section rarely names what was relied on; only a policy by its name counts there, and only where the body names nothing.
  const approves = kind === 'prior-authorization';
  return bestOf(body, labels, least, 2.7, approves) ?? bestOf(rights, labels, Math.max(least, 3), 3.4, approves);
}

/** The least weight of a form on a statement of benefits. */
const EOB_LEAST = 3.6;

function isNamedBooklet(hit: Hit): boolean {
  return (
    hit.form.name === 'provision' &&
    /^(?:Evidence of Coverage|Summary Plan Description|Plan Document|Benefit Booklet|Certificate of Coverage)\b/.test(
      hit.value,
    )
  );
}

/** The rule of a text with the highest score, of a form of at least `least` weight, from the score `enough`. */
function bestOf(
  flow: Piece,
  labels: ReadonlySet<string>,
  least: number,
  enough: number,
  approves: boolean,
): Candidate | undefined {
  const hits = FORMS.flatMap((form) =>
    [...flow.text.matchAll(form.pattern)].flatMap((hit) => {
      const found = trimmed(hit, form);
      return found === undefined ? [] : [{ ...found, form }];
    }),
  );
  const best = hits
    // A statement names its booklet rarely, and then for what it refused.
    .filter((hit) => hit.form.weight >= least || (least === EOB_LEAST && isNamedBooklet(hit)))
    .map((hit) => ({ hit, score: scoreOf(flow, hit, hits, labels, approves) }))
    .sort((a, b) => b.score - a.score || a.hit.from - b.hit.from)[0];
  if (best === undefined || best.score < enough) return undefined;
  return {
    field: 'criteria_cited',
    value: best.hit.value,
    piece: flow,
    from: best.hit.from,
    to: best.hit.to,
    confidence: Math.min(0.9, 0.5 + best.score / 16),
    why: 'is the rule the decision names',
  };
}

interface Hit {
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly form: Form;
}

const LEAD =
  /^(?:(?:[A-Z]\. )?Note [A-Z0-9]\. )?(?:State (?=\p{Lu}\p{L}+ \p{Lu}))?(?:(?:The|Our|Your|See|In|On|Under|And|Please|We|Per|By|Also|That|This|Used|Using|From|Of|For|Its|A|An|Both|All|Based|As|To|Is|It|Rule:|Criteria:|Guideline:|Policy:|Guidelines:|Basis:|RE:|Re:),? )*/u;

function trimmed(hit: RegExpExecArray, form: Form): Omit<Hit, 'form'> | undefined {
  const text = form.name === 'code' ? (hit[1] ?? '') : hit[0];
  const start = hit.index + hit[0].length - text.length;
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const value = text
    .slice(lead)
    .replace(/[.,;:]+$/, '')
    .trimEnd();
  if (value === '' || NO_CRITERION.test(value) || /^(?:policy|plan|contract) (?:no|number|#)/i.test(value))
    return undefined;
  if (/\bstatement \d{1,2}$/i.test(value)) return undefined;
  if (form.name === 'policy' && /^(?:rule|standard|statement|policy|criteria) \d{1,2}$/i.test(value)) return undefined;
  if (
    form.name === 'policy' &&
    /\b(?:Policy|Contract|Group|Statement) (?:No\.?|Number|#) /.test(value) &&
    !/Medical|Coverage|Clinical|Drug/.test(value)
  )
    return undefined;
  if (form.name === 'vendor' && !/[ -]/.test(value) && !/^(?:InterQual|MCG)$/.test(value)) return undefined;
  return { value, from: start + lead, to: start + lead + value.length };
}

function scoreOf(flow: Piece, hit: Hit, all: readonly Hit[], labels: ReadonlySet<string>, approves: boolean): number {
  const sentence = sentenceAround(flow, hit.from, hit.to);
  const own = flow.lower.slice(sentence.from, sentence.to);
  const before = flow.lower.slice(Math.max(sentence.from, hit.from - 120), hit.from);
  const around = flow.lower.slice(Math.max(0, sentence.from - 160), Math.min(flow.text.length, sentence.to + 160));
  let score = hit.form.weight;
  const after = flow.lower.slice(hit.to, Math.min(sentence.to, hit.to + 60));
  if (RELIES.test(before) || RELIES.test(after)) score += 1;
  if (
    /^(?:\p{Lu}\p{L}+ (?:of |and )?){1,3}(?:Coverage|Description|Agreement|Document|Booklet|Handbook|Certificate|Contract|Brochure)\b/u.test(
      hit.value,
    )
  )
    score += 0.9;
  if (
    hit.form.name === 'provision' &&
    /\b(?:brochure|booklet|certificate|contract|plan document|handbook),? $/.test(before)
  )
    score += 0.6;
  if (hit.form.name === 'provision') score += Math.min(1, 0.5 * (hit.value.match(/, /g)?.length ?? 0));
  if (REFUSES.test(own)) score += 1.2;
  else if (REFUSES.test(around)) score += 0.6;
  // An approval, too, says what it was measured against.
  if (!approves && AGREES.test(own) && !/\bnot\b|n't/.test(own)) score -= 2.2;
  if (/\balso (?:consulted|reviewed|looked at|considered)\b/.test(own)) score -= 1.2;
  if (RIGHTS.test(own)) score -= hit.form.name === 'law' || hit.form.name === 'provision' ? 2.5 : 1.2;
  if (/\b(?:used|applied|relied on|basis)\W*$/.test(before) || [...labels].some((label) => label.includes(hit.value)))
    score += 1.5;
  const again = all.filter(
    (other) => other !== hit && code(other.value) === code(hit.value) && other.from !== hit.from,
  ).length;
  score += Math.min(1.2, again * 0.5);
  // A fuller name of the same rule at the same place is better.
  if (
    all.some(
      (other) => other !== hit && other.from <= hit.from && other.to >= hit.to && other.value.length > hit.value.length,
    )
  )
    score -= 1.5;
  return score;
}

function code(value: string): string {
  return (/\S*\d\S*/.exec(value)?.[0] ?? value).toLowerCase().replace(/[^a-z0-9]/g, '');
}

function sentenceAround(piece: Piece, from: number, to: number): { from: number; to: number } {
  const start = [
    ...piece.text
      // One character more: a sentence may begin with the rule.
      .slice(Math.max(0, from - 500), from + 1)
      .matchAll(/(?<!\b(?:No|Sec|Dr|Mr|Ms|Stat|Ch|Pub|Art|Mrs|St))[.?!]["')]?\s+(?=[A-Z(*"])/g),
  ].at(-1);
  const next = /[.?!]["')]?(?:\s+[A-Z(*"]|\s*$)/.exec(piece.text.slice(to));
  return {
    from: start === undefined ? Math.max(0, from - 500) : Math.max(0, from - 500) + start.index + start[0].length,
    to: next === null ? piece.text.length : to + next.index + 1,
  };
}

function policyNumber(sheet: Sheet): Candidate | undefined {
  for (const cells of sheet.grid.slice(0, 14)) {
    for (const [at, cell] of cells.entries()) {
      const label =
        /^(?:policy|guideline|bulletin|medical policy|coverage policy|document|criteria)(?: (?:no\.?|number|#|id))?:?$/i;
      const hit =
        /^(?:(?:policy|guideline|bulletin|medical policy|coverage policy|document)(?: (?:no\.?|number|#|id))?:?\s+)?([A-Z]{1,5}(?:[-.][A-Z]{1,4})*[-. ]?\d[\w.-]*|\d+\.\d+\.\d+)$/i.exec(
          cell.text,
        );
      if (hit?.[1] === undefined || !/\d/.test(hit[1])) continue;
      if (hit[0] === hit[1] && /:$/.test(cells[at - 1]?.text ?? '') && !label.test(cells[at - 1]?.text ?? '')) continue;
      return {
        field: 'criteria_cited',
        value: hit[1],
        piece: cell,
        from: hit[0].length - hit[1].length,
        to: hit[0].length,
        confidence: 0.85,
        why: 'is the number of the policy',
      };
    }
  }
  return undefined;
}
