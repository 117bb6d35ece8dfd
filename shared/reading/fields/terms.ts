// The terms of the notice: plan family, level of the decision, and the paper's own title.
import type { Zone } from '../../model/finding.ts';
import type { AppealLevel, DocumentKind, PlanType } from '../../model/vocabulary.ts';
import { allMatches } from '../matching.ts';
import { flowOf, type Paper } from '../paper.ts';
import type { CompiledRules } from '../patterns.ts';
import { mayOccur } from '../sieve/sieve.ts';
import { matchLine } from '../zones.ts';
import type { Candidate } from './collect.ts';

/** The family of the plan, with the phrase that tells it. */
export function planType(
  paper: Paper,
  zones: readonly Zone[],
  kind: DocumentKind,
  rules: CompiledRules,
): Candidate | undefined {
  const about = ['denial-letter', 'eob', 'plan-document', 'id-card'].includes(kind);
  if (!about && kind !== 'prior-authorization' && kind !== 'correspondence') return undefined;
  const lines = paper.lines.filter((line, index) => (!line.running && zones[index] !== 'taglines') || index < 6);
  const text = lines.map(matchLine);
  const totals = new Map<PlanType, { score: number; line: number; best: number }>();
  const sifted = rules.sieve.sift(text.join(' '));
  for (const entry of rules.planTypes) {
    if (!mayOccur(sifted, entry.number)) continue;
    const at = text.findIndex(
      (line, index) => allMatches(entry.pattern, `${line} ${text[index + 1] ?? ''}`).length > 0,
    );
    if (at < 0) continue;
    const own = at >= 0 && allMatches(entry.pattern, text[at] ?? '').length > 0;
    const line = own ? at : Math.min(at + 1, text.length - 1);
    const known = totals.get(entry.value);
    const better = known === undefined || entry.weight > known.best;
    totals.set(entry.value, {
      score: (known?.score ?? 0) + entry.weight,
      line: better ? line : (known?.line ?? line),
      best: Math.max(entry.weight, known?.best ?? 0),
    });
  }
  const ranked = [...totals].sort((a, b) => b[1].score - a[1].score);
  const first = ranked[0];
  const line = first === undefined ? undefined : lines[first[1].line];
  // Other letters tell it only where they say it outright.
  if (!about && first !== undefined && first[1].best < 4) return undefined;
  if (first === undefined || line === undefined) return undefined;
  return {
    field: 'plan_type',
    value: first[0],
    piece: line,
    from: 0,
    to: line.text.length,
    confidence: Math.min(0.95, 0.5 + first[1].score / 12),
    why: 'is how the paper describes the plan',
  };
}

/** Words around an appeal that is still to come. */
const COMING_APPEAL =
  /\b(?:after|when|once|until|if|unless|before) (?:we|they|you) (?:get|receive|have|send|file|mail|decide|look at)(?: \w+)? ?$/;
const RIGHT_TO_APPEAL =
  /\b(?:may (?!\d)|you can|right to|if you|ask for|how to|you have|after (?:the|your)|file (?:an?|your)|send (?:it|your|the|a)|mail (?:it|to|your)|write to|request an?|appeals?,? (?:p\.? ?o|po box|\d|unit|dep))\b/;

const NEXT_LEVEL =
  /^(?: (?:payment|claim|provider|internal|voluntary))?(?: (?:appeals?|disputes?|reviews?|grievances?))?(?:[:,]? (?:must|may(?! \d)|can|within|has to|postmarked|is (?:available|open))|: within)/;

/** What the paper decided: a first refusal or one that upholds an earlier one. */
export function appealLevel(paper: Paper, zones: readonly Zone[], kind: DocumentKind): Candidate | undefined {
  if (kind !== 'denial-letter' && kind !== 'eob') return undefined;
  // What stands before the salutation titles this paper, even where a title of an appeal decision looks like one of a rights section.
  const dear = paper.lines.findIndex((line) => /^(?:dear|hello)\b/i.test(line.text.trim()));
  const top = dear < 0 ? 14 : Math.min(dear, 40);
  const lines = paper.lines
    .filter((line, index) => !line.running && zones[index] !== 'taglines' && (zones[index] !== 'rights' || index < top))
    .slice(0, 45);
  const flow = flowOf(lines);
  const patterns: ReadonlyArray<readonly [AppealLevel, RegExp]> = [
    [
      'external-review-upheld',
      /\b(?:(?:independent|external) review (?:organization|entity|agency|decision|determination)[^.]{0,80}(?:uph[eo]ld|agree[sd]? with|affirm|final)|(?:uph[eo]ld|affirm\w*)[^.]{0,60}(?:independent|external) review|(?:external|independent) (?:medical )?review (?:decision|determination)|iro (?:decision|determination|case)|decision of the independent review|asked [^.]{0,80}\bfor an? external review of (?:our|the)|external review[^.]{0,60}\b(?:has (?:been )?(?:decided|completed|sent its decision)))/,
    ],
    [
      'second-level-upheld',
      // TRICARE: the formal review follows the contractor's reconsideration (32 CFR 199.10).
      /\b(?:formal review decision|second[- ]level|level (?:two|2|ii)(?![.\d])|2nd[- ]level|second appeal|final (?:internal )?(?:adverse|appeal|level)|second[- ]level (?:appeal|review))\b/,
    ],
    [
      'first-level-upheld',
      /\b(?:your (?:first[- ]level )?appeal(?!s|[\s,]*(?:rights|must|should|can|may|within|has to|unit))|first[- ]level appeal|appeal (?:decision|determination|received|resolution|file|review decision)|appeals? (?:committee|panel|reviewer) (?:met|decided|upheld|agreed|reviewed|voted)|(?:answer|response|reply|decision) (?:to|on|about) the appeal (?:you|that|we|dated|filed)|the appeal you (?:filed|sent|made|wrote)|decision on (?:your |the )?appeal|(?:uph[eo]ld|uphold|affirm)\w* (?:our|the|its) (?:original|initial|first|earlier|previous|denial|decision)|reconsideration (?:decision|determination)|redetermination (?:decision|notice)|(?:decision|answer|denial|determination)(?: \w+){0,2} (?:not changed|unchanged)|(?:asked|asking) us (?:on \w+ \d+(?:, \d{4})?,? )?to (?:look again|reconsider|review (?:the|our) (?:denial|decision))|(?:our|the|a)? ?reconsideration of (?:the|this|your|our)(?: (?:first|earlier|initial|original))? (?:claim|denial|decision|request)|notice of (?:redetermination|reconsideration|appeal (?:decision|determination|resolution))|(?:decision|determination) on (?:an? |the )?(?:first[- ]level )?(?:appeal|reconsideration|grievance)|(?:denial|decision|determination)(?: of [a-z]+ \d+(?:, \d{4})?)? (?:is|was|has been|stands|remains) (?:upheld|sustained|affirmed)|(?:denials?|determination|result|decision):? (?:is )?uph[eo]ld|(?:both |the )?denials? stands?|(?:reviewed|considered|decided|read) the appeal|the appeal (?:which|was (?:decided|considered|reviewed|read|heard|denied))|claim reconsideration|reconsideration (?:request received|is denied|was denied)|(?:was|were) reconsidered|you (?:have )?disputed (?:our|the)|(?:received|considered|reviewed) your dispute|(?:asked|asking) (?:us )?(?:on|by) [^.]{3,40} (?:to (?:reconsider|look (?:again|at))|that we (?:reconsider|look again))|(?:earlier|first|original|initial|january|february|march|april|may|june|july|august|september|october|november|december) (?:decision|denial|determination)(?: of [a-z]+ \d+)? (?:stands|remains|is unchanged|upheld)|response to your (?:appeal|grievance|request for reconsideration)|first[- ]level grievance|your grievance (?:was|has been|of|dated|about)|(?:asked|asking) us,? [^.]{0,60}\bto (?:look again|reconsider|review) (?:at )?(?:the|our)|re:? (?:your )?request for reconsideration|reconsideration (?:file|case|number|no\.)|(?:gone|went|looked) (?:over|into|at|through) (?:the|your) (?:claim|request|case|bill|file) (?:again|a second time|once more)|(?:claim|payment|provider) dispute\W{1,3}(?:notice of )?decision|the dispute is (?:denied|upheld|not granted)|your (?:claim |payment )?dispute (?:of|dated|was|has been)|^appeal of:)\b/,
    ],
  ];
  for (const [value, pattern] of patterns) {
    for (const hit of flow.lower.matchAll(new RegExp(pattern, 'g'))) {
      const around = flow.lower.slice(Math.max(0, hit.index - 60), hit.index + hit[0].length + 40);
      const after = flow.lower.slice(hit.index + hit[0].length, hit.index + hit[0].length + 24);
      // A department in an address is no decision.
      // "We decide within 30 days after we get your appeal": an appeal that may come.
      if (COMING_APPEAL.test(flow.lower.slice(Math.max(0, hit.index - 40), hit.index))) continue;
      // "Level II appeal: postmarked by …", "Level 2 disputes must reach us …": the next step, not this one.
      if (value === 'second-level-upheld' && NEXT_LEVEL.test(after)) continue;
      if (RIGHT_TO_APPEAL.test(around) || /^\W*p\.? ?o\.? ?box/.test(after)) continue;
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
  const denial =
    /\b(?:initial determination|adverse (?:benefit )?determination|notice of [^.]{0,40}denial|denial|not approved|not covered|denied|not certified|not paid|not paying|our answer|we said (?:no|yes)|request|claims?|explanation of benefits|remittance|appeals?)\b/.exec(
      flow.lower,
    );
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

/** The paper's own title: a short line in capitals or standing alone near the top. */
export function titleOf(paper: Paper): string | undefined {
  const title =
    /\b(?:notice|explanation|statement|invoice|receipt|denial|determination|decision|approv|necessity|summary|note|report|policy|plan document|request|log|authorization|results?|bill|card|appeal|abstract|review)/;
  for (const line of paper.lines.slice(0, 30)) {
    if (line.page > 0) break;
    for (const cell of line.cells) {
      const words = cell.tokens.length;
      const text = cell.text.replace(/(?<![\p{L}])(?:\p{L} ){3,}\p{L}(?![\p{L}])/gu, (run) =>
        run.replace(/ (?! )/g, ''),
      );
      if (
        words > 12 ||
        /\$|\d{4,}|\brights?\b/i.test(text) ||
        !title.test(text.toLowerCase()) ||
        /[.;,]$/.test(text) ||
        /\d{3}[-.]\d{4}|^\*|\bpage\b|https?:/i.test(text)
      )
        continue;
      if (
        /^(?:statement date|request(?:ed| no)|claim|appeal file|review dep)/i.test(text) ||
        /(?:department|division|unit|date)\b/i.test(text) ||
        (/:\s/.test(text) && !/^(?:notice|re|subject|coverage)/i.test(text))
      )
        continue;
      const capitals = text === text.toUpperCase();
      // A heading has its longer words in capitals; “Tax ID on request” or a sentence does not.
      const long = text.split(/\s+/).filter((word) => /^\p{L}{4,}/u.test(word));
      const titled = words >= 2 && long.length > 0 && long.every((word) => /^\p{Lu}/u.test(word));
      if (capitals || titled) return text.replace(/^(?:RE|SUBJECT|Re|Subject):\s*/, '').trim();
    }
  }
  return undefined;
}
