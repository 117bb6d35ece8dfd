// The level of the decision a paper tells: a first refusal, or one that upholds an earlier one.
import type { Zone } from '../../model/finding.ts';
import type { AppealLevel, DocumentKind } from '../../model/vocabulary.ts';
import { matchesIn } from '../../text/matches.ts';
import { flowOf, type Paper } from '../paper.ts';
import type { Candidate } from './collect.ts';

/** Words around an appeal that is still to come. */
const COMING_APPEAL =
  /\b(?:after|when|once|until|if|unless|before) (?:we|they|you) (?:get|receive|have|send|file|mail|decide|look at|deny)(?: \w+){0,4} ?$|\bif (?:(?:we|they|it|he|she|the) (?:[a-z']+ ){0,3})?$|\bdo $|\b(?:send|sent|mail|fax|enclose|include|attach)\b[^.]{0,24} with $/;
/** "within 120 days of our appeal decision". */
const TIME_FROM = /\b(?:after|of|within|from|until) (?:our|the|an?) $/;
const RIGHT_TO_APPEAL =
  /\b(?:may (?!\d|owe\b|be billed\b)|you can|right to|if you|ask for|how to|you have|after (?:the|your)|file (?:an?|your)|send (?:it|your|the|a)|mail (?:it|to|your)|write to|request an?|appeals?,? (?:p\.? ?o|po box|\d{2,}|unit|dep))\b/;
const NEXT_LEVEL =
  /^[.:]? if\b|^(?: (?:payment|claim|provider|internal|voluntary))?(?: (?:appeals?|disputes?|reviews?|grievances?|requests?)){0,2}(?:[:,]? (?:must|may(?! \d)|can|within|has to|postmarked|due|is (?:available|open|due|possible|voluntary))|[.:]? (?:(?:once, )?within|ask|(?:your|the) plan (?:offers|has)|available|voluntary|optional|you (?:may|can|have)|to (?:the|our)\b)\b)/;
/** "A second level of appeal is available", "a voluntary second appeal", "Attn. Level 2 Appeals", "the second level in the Medicare appeals process": not the level of this paper. */
const ANY_LEVEL = /\b(?:an?|any|another|further|voluntary|optional|(?:follows|after) the) $|\b(?:attn|attention)\W+$/;
const OF_PROCESS = /^ (?:in|of) (?:the )?(?:medicare|appeals process)|^ (?:medical )?reviewer/;
/** "First level grievance. It must be filed within …", "Your appeal of any of them must be made within …", "claim reconsideration within 90 days": how the reader's own step is made. */
const TO_BE_MADE =
  /^[^.]{0,24}\bmust be (?:made|filed|sent|postmarked|received|in writing)\b|^\.? it must be\b|^ within \d{2,3} (?:calendar )?days\b|^ is (?:read|heard|decided|looked at) by (?:someone|a (?:person|doctor))/;
/** "Second Level Panel, PO Box 220": where the next level is asked, unless it stands in the head, where it is the sender. */
const ADDRESSED =
  /^[^.;:]{0,40}?,? (?:p\.? ?o\.? ?box|fax\b|\d{1,5} [a-z]+ (?:[a-z]+ )?(?:street|st|road|row|avenue|ave|lane|drive|way|circle|box|square|court)\b|at the address)/;
/** Characters of the head of a letter. */
const HEAD_LENGTH = 700;
/** "Second appeal: 90 days from receipt", "once the second appeal is decided". */
const IN_DAYS =
  /^(?: (?:appeals?|disputes?|grievances?|reviews?))?[:,.-]* (?:voluntary[:,]? )?(?:in writing,? )?(?:within )?(?:\d{2,3}|thirty|forty-five|sixty|ninety|one hundred)[a-z -]{0,14} (?:calendar )?days\b|^ (?:appeals? )?(?:is|has been) decided\b/;
/** "The trustees decide the second appeal". */
const DECIDERS = /\b(?:decides?|hears?|handles?) (?:the|any|every|a) $/;

/** "External review by an independent review organization: within four months of the final decision". */
const TIME = /\b(?:within|months?|days)\b/;

const PATTERNS: ReadonlyArray<readonly [AppealLevel, RegExp]> = [
  [
    'external-review-upheld',
    /\b(?:independent review entity\b[^.]{0,80}\breconsideration decision|(?:state )?fair hearing decision|decision after (?:a )?(?:state )?fair hearing|(?:independent|external) review (?:organization|entity|agency|decision|determination)[^.]{0,80}(?:uph[eo]ld|agree[sd]? with|affirm|final)|(?:uph[eo]ld|affirm\w*)[^.]{0,60}(?:independent|external) review|(?:external|independent) (?:medical )?review (?:decision|determination)|iro (?:decision|determination|case)|decision of the independent review|asked [^.]{0,80}\bfor an? external review of (?:our|the)|external review[^.]{0,60}\b(?:has (?:been )?(?:decided|completed|sent its decision)))/g,
  ],
  [
    'second-level-upheld',
    // TRICARE: the formal review follows the contractor's reconsideration (32 CFR 199.10).
    /\b(?:(?:stage|step) (?:two|2|ii) (?:appeal|grievance|review)|second (?:request for (?:review|reconsideration)|grievance)|formal review decision|(?:you|they|he|she) appealed (?:for the second time|a second time)|second[- ]level|level (?:two|2|ii)(?![.\d])|2nd[- ]level|second appeal|final (?:internal )?(?:adverse|appeal|level)|second[- ]level (?:appeal|review))\b/g,
  ],
  [
    'first-level-upheld',
    /\b(?:(?:you|he|she|they|(?:dr\.|your) [a-z'-]+) appealed\b|appeal (?:is|was|has been) (?:therefore |thus )?(?:denied|dismissed|rejected|closed|not taken up)|your (?:client|patient|daughter|son|wife|husband|mother|father|member)'s appeal\b(?! rights)|appeal of: |appeals?: [a-z]{0,4}[-#]?\d[\d-]{2}|grievance:? [a-z]{1,3}-?\d\d|(?:review of|completed|decided|heard) your grievance|(?:decisions?|denials?) to be reconsidered|(?:claims?|request|services?) (?:stays?|remains?) denied|original (?:decisions?|denials?|payments?|answers?) (?:stays?|remains?|stands?)|appeal (?:physician|doctor|nurse|reviewer)\b|appeal (?:number|no\.?|ref(?:erence)?\.?|id|#):? ?[a-z]{0,4}[-#]?\d|appeal [a-z]{1,3}-?\d\d|level (?:one|1|i) appeal|(?:the|your) (?:grievance|dispute|complaint)[^.]{0,20}\b(?:received|heard|answered|reached us)|(?:sent us|filed|made) a grievance|answer to your (?:grievance|appeal|dispute)|grievance received|reconsideration(?::| -)? (?:we stand|you won|upheld|denied|unfavorable)|reconsideration of [^.]{3,60}(?:has been|is) (?:completed|finished)|original (?:disposition|determination|decision) (?:is|was|has been) (?:maintained|upheld|sustained|affirmed)|(?:asking (?:that we|us to)|you (?:ask|want) us to) (?:reconsider|review again|look again)|(?:you|he|she|they|your [a-z]+|dr\. [a-z'-]+) (?:filed|sent|requested|made|submitted|asked for) (?:us )?(?:an? |the |this )?(?:internal )?(?:appeal|reconsideration|redetermination|grievance)\b|(?:have|has) not changed (?:our|the) (?:mind|decision|answer|determination)|our (?:first|earlier|original|initial) (?:decision|answer|denial|determination) (?:was|is) (?:right|correct|upheld|unchanged)|our (?:first|earlier|original|initial) (?:decision|answer|denial|determination) (?:stays|holds|remains)|(?:decision|answer|denial) (?:stays|remains) the same|(?:review|reconsideration) (?:for which|that) you asked|(?:treated|taken|accepted) as (?:a request for review|an appeal|a grievance)|(?:decision )?(?:upon|on) (?:the |your )?request for review|changed part of our (?:first|original|earlier) decision|on appeal you|we stand by our (?:decision|denial)|your (?:first[- ]level )?appeal(?!s|[\s,]*(?:rights|must|should|can|may|within|has to|unit))|first[- ]level appeal|appeal (?:decision|determination|received|resolution|file|review decision)|appeals? (?:committee|panel|reviewer) (?:met|decided|upheld|agreed|reviewed|voted)|(?:answer|response|reply|decision) (?:to|on|about) the appeal (?:you|that|we|dated|filed)|the appeal you (?:filed|sent|made|wrote)|decision on (?:your |the )?appeal|(?:uph[eo]ld|uphold|affirm)\w* (?:our|the|its) (?:original|initial|first|earlier|previous|denial|decision)|reconsideration (?:decision|determination)|redetermination (?:decision|notice)|(?:decision|answer|denial|determination)(?: \w+){0,2} (?:not changed|unchanged)|(?:asked|asking) us (?:on \w+ \d+(?:, \d{4})?,? )?to (?:look again|reconsider|review (?:the|our) (?:denial|decision))|(?:our|the|a)? ?reconsideration of (?:the|this|your|our)(?: (?:first|earlier|initial|original))? (?:claim|denial|decision|request)|notice of (?:redetermination|reconsideration|appeal (?:decision|determination|resolution))|(?:decision|determination) on (?:an? |the )?(?:first[- ]level )?(?:appeal|reconsideration|grievance)|(?:denial|decision|determination)(?: of [a-z]+ \d+(?:, \d{4})?)? (?:is|was|has been|stands|remains) (?:upheld|sustained|affirmed)|(?:denials?|determination|result|decision):? (?:is )?uph[eo]ld|(?:both |the )?denials? stands?|(?:reviewed|considered|decided|read) the appeal|the appeal (?:which|was (?:decided|considered|reviewed|read|heard|denied))|claim reconsideration|reconsideration (?:request received|is denied|was denied)|(?:was|were) reconsidered|you (?:have )?disputed (?:our|the)|(?:received|considered|reviewed) your dispute|(?:asked|asking) (?:us )?(?:on|by) [^.]{3,40} (?:to (?:reconsider|look (?:again|at))|that we (?:reconsider|look again))|(?:earlier|first|original|initial|january|february|march|april|may|june|july|august|september|october|november|december) (?:decision|denial|determination)(?: of [a-z]+ \d+)? (?:stands|remains|is unchanged|upheld)|response to your (?:appeal|grievance|request for reconsideration)|first[- ]level grievance|your grievance (?:was|has been|of|dated|about)|(?:asked|asking) us,? [^.]{0,60}\bto (?:look again|reconsider|review) (?:at )?(?:the|our)|re:? (?:your )?request for reconsideration|(?:asked|ask|asks|asking) (?:us|that we|the plan) (?:to )?(?:reverse|change|overturn|undo|withdraw) (?:the|our|both|that|this|two|three)|request that we reconsider|the appeal (?:arrived|came|reached us|was received)|first appeal: (?:decided|denied|upheld|closed)|reconsideration (?:no\.?|number):? ?[a-z]{0,4}-?\d[\d-]*|reconsideration (?:file|case|number|no\.)|we (?:have )?looked again at (?:the|your|this) (?:claim|request|case|bill)|(?:gone|went|looked) (?:over|into|at|through) (?:the|your) (?:claim|request|case|bill|file) (?:again|a second time|once more)|(?:claim|payment|provider) dispute\W{1,3}(?:notice of )?decision|the dispute is (?:denied|upheld|not granted)|your (?:claim |payment )?dispute (?:of|dated|was|has been)|^appeal of:)\b/g,
  ],
];
const DENIAL =
  /\b(?:(?:not |un)able to (?:approve|pay|cover|authorize)|(?:can(?:no|')t|cannot|won't|will not|do not|don't|doesn't|does not) (?:approve|pay|cover|authorize|certify)|no payment|not payable|answer is (?:still )?no|statement|benefits|initial determination|adverse (?:benefit )?determination|notice of [^.]{0,40}denial|denial|not approved|not covered|denied|not certified|not paid|not paying|our answer|we said (?:no|yes)|request|claims?|explanation of benefits|remittance|appeals?|refus\w{1,4}|declin\w{1,4}|decisions?|determinations?|coverage|notice)\b/;

/** What the paper decided: a first refusal or one that upholds an earlier one. */
export function appealLevel(paper: Paper, zones: readonly Zone[], kind: DocumentKind): Candidate | undefined {
  if (kind !== 'denial-letter' && kind !== 'eob') return undefined;
  // What stands before the salutation titles this paper, even where a title of an appeal decision looks like one of a rights section.
  const dear = paper.lines.findIndex((line) => /^(?:dear|hello)\b/i.test(line.text.trim()));
  const top = dear < 0 ? 14 : Math.min(dear, 40);
  const lines = paper.lines
    .filter((line, index) => !line.running && zones[index] !== 'taglines' && (zones[index] !== 'rights' || index < top))
    .slice(0, 45);
  const outside = bySender(paper, 'external-review-upheld', FROM_OUTSIDE, SENDER);
  if (outside !== undefined) return outside;
  const flow = flowOf(lines);
  for (const [value, pattern] of PATTERNS) {
    for (const hit of matchesIn(flow.lower, pattern)) {
      if (isToCome(flow.lower, value, hit[0], hit.index)) continue;
      return {
        field: 'appeal_level',
        value,
        piece: flow,
        from: hit.index,
        to: hit.index + hit[0].length,
        confidence: 0.85,
        why: 'says which decision this is',
      };
    }
  }
  const titled = titledAppeal(paper, top) ?? bySender(paper, 'first-level-upheld', OF_COMMITTEE, SENDER);
  if (titled !== undefined) return titled;
  const denial = DENIAL.exec(flow.lower);
  return denial === null
    ? undefined
    : {
        field: 'appeal_level',
        value: 'initial-denial',
        piece: flow,
        from: denial.index,
        to: denial.index + denial[0].length,
        confidence: 0.7,
        why: 'speaks of no earlier appeal',
      };
}

/** Heads of those who review what a plan decided: reviewers from outside, and hearings of the state. */
const FROM_OUTSIDE =
  /\b(?:office of administrative hearings|administrative law judge|fair hearings? (?:unit|office|decision)|independent external review|external (?:medical )?review (?:determination|decision)|independent (?:medical )?review (?:entity|group|organization|company)|review organization|reconsideration contractor)\b/;
const OF_COMMITTEE = /\bappeals? (?:sub)?(?:committee|panel|board)\b/;
/** Lines of the head that name the sender. */
const SENDER = 6;

/** The level told by who writes: a reviewer from outside, or the committee that hears appeals. */
function bySender(paper: Paper, level: AppealLevel, who: RegExp, lines: number): Candidate | undefined {
  const line = paper.lines.slice(0, lines).find((one) => who.test(one.lower));
  return line === undefined
    ? undefined
    : {
        field: 'appeal_level',
        value: level,
        piece: line,
        from: 0,
        to: line.text.length,
        confidence: 0.8,
        why: 'comes from those who decide at this level',
      };
}

/** A line of the head about an appeal and its outcome, or a subject that names one. */
const TITLE =
  /\b(?:outcome|results?|response|answer|reply|decision|determination|resolution|ruling|findings?)\b[^.]{0,30}\b(?:appeal|grievance|reconsideration|redetermination|dispute)\b|\b(?:appeal|grievance|reconsideration|redetermination|dispute)\b[^.]{0,30}\b(?:outcome|results?|response|answer|decision|determination|resolution|denied|upheld|received|filed|dated|closed|completed|heard)\b|^\W*(?:re|subject)\b.*\b(?:appeal|grievance|reconsideration|redetermination)\b/;
/** Departments, addresses and rights name appeals too. */
const NO_TITLE =
  /\b(?:unit|dep(?:artmen)?t|division|team|office|coordinator|rights?|box|fax|how to|may|you can|within)\b/;

function titledAppeal(paper: Paper, top: number): Candidate | undefined {
  const line = paper.lines.slice(0, top).find((one) => TITLE.test(one.lower) && !NO_TITLE.test(one.lower));
  return line === undefined
    ? undefined
    : {
        field: 'appeal_level',
        value: 'first-level-upheld',
        piece: line,
        from: 0,
        to: line.text.length,
        confidence: 0.75,
        why: 'is titled as the decision of an appeal',
      };
}

/** True where the words tell of a step the reader may take, not of one that was decided. */
function isToCome(text: string, level: AppealLevel, words: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at);
  const after = text.slice(at + words.length, at + words.length + 40);
  if (COMING_APPEAL.test(before.slice(-40))) return true;
  if (
    level === 'first-level-upheld' &&
    (TO_BE_MADE.test(after) || (/^appeals?: \d{3}-?\d{0,3}$/.test(words) && /^-\d{3}-\d{4}/.test(after)))
  )
    return true;
  if (words === 'appeal decision' && TIME_FROM.test(before)) return true;
  if (level === 'second-level-upheld') {
    // "Level II appeal: postmarked by …", "Level 2 disputes must reach us …": the next step, not this one.
    const further = text.slice(at + words.length, at + words.length + 90);
    if (NEXT_LEVEL.test(after) || OF_PROCESS.test(after) || IN_DAYS.test(further)) return true;
    if (at > HEAD_LENGTH && ADDRESSED.test(further)) return true;
    if (DECIDERS.test(before)) return true;
    if (ANY_LEVEL.test(before) && !/^[^.]{0,24}\b(?:decision|determination)/.test(after)) return true;
  }
  if (level === 'external-review-upheld' && TIME.test(words)) return true;
  return RIGHT_TO_APPEAL.test(`${before}${words}${after}`) || /^\W*p\.? ?o\.? ?box/.test(after);
}
