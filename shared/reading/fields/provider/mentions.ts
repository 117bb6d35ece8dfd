// Where no phrase tells the provider: the name that stands most often beside what was done.
import { matchesIn } from '../../../text/matches.ts';
import type { Candidate } from '../collect.ts';
import { bodyText } from '../flows.ts';
import type { Sheet } from '../sheet.ts';
import { isProvider, practiceAt, proseName } from './names.ts';

/** A doctor by title, a clinician by letters behind the name, or words set as the name of a house. */
const MENTION =
  /\bDr\. (\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){0,2})|\b(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3}),? (?:MD|DO|NP|PA|PMHNP|FNP|PhD|PsyD|DPM|OD|DDS|DMD|DC|LCSW|LPC|LMFT|BCBA|PT|DPT)\b|\b((?:\p{Lu}[\p{L}'&.-]*|of|and|&)(?: (?:\p{Lu}[\p{L}'&.-]*|of|and|&)){1,5})/gu;
/** Words around those who only judged, advised or wrote. */
const BYSTANDER =
  /\b(?:review(?:er|ed by|ing)|medical director|board[- ]certified|panel|examiner|pcp|primary care|family (?:doctor|physician)|pediatrician|second opinion|another|other|in support|appeals?|department|commissioner|in[- ]network|openings?|available|instead)\b/;
/** Words for what a provider does. */
const ACTS =
  /\b(?:ask\w*|request\w*|order\w*|prescrib\w*|perform\w*|operat\w*|treat\w*|surgery|procedure|bill\w*|claims?|charg\w*|visits?|stay|admitted|admission|session\w*|recommend\w*|plans?|deliver\w*)\b/;

/** Where no phrase tells: the clinician or house the body names most often beside what was done, not those who judged it. */
export function mostMentioned(sheet: Sheet): Candidate | undefined {
  if (!['denial-letter', 'prior-authorization', 'correspondence'].includes(sheet.kind)) return undefined;
  const flow = bodyText(sheet);
  const named = new Map<string, { value: string; from: number; score: number }>();
  for (const hit of matchesIn(flow.text, MENTION)) {
    const value = (hit[1] ?? hit[2] ?? hit[3] ?? '')
      // "Platte Bend Heart Hospital. It …": the next sentence.
      .replace(/(?<=\p{Ll}{3})\. .*$/u, '')
      .replace(/(?:[.,]*\s+(?:and|of|&))*[.,]*$/, '')
      .replace(/^(?:(?:of|and|&|At|In|On|The|From) )+/, '');
    if (value === '' || !isProvider(value)) continue;
    if (hit[3] !== undefined && (practiceAt(value) === undefined || sheetNames(sheet, value))) continue;
    const around = flow.lower.slice(Math.max(0, hit.index - 70), hit.index + hit[0].length + 60);
    const key = hit[3] === undefined ? (value.split(' ').at(-1) ?? value) : value;
    const known = named.get(key);
    const score = (BYSTANDER.test(around) ? -0.5 : 0.5) + (ACTS.test(around) ? 1 : 0);
    const better = known === undefined || value.length > known.value.length;
    named.set(key, {
      value: better ? value : known.value,
      from: better ? hit.index + hit[0].indexOf(value) : known.from,
      score: (known?.score ?? 0) + score,
    });
  }
  const [best] = [...named.values()]
    .filter((one) => one.value.includes(' '))
    .sort((a, b) => b.score - a.score || a.from - b.from);
  return best === undefined || best.score < 1.5
    ? undefined
    : { ...proseName(flow, best.value, best.from), confidence: 0.45, why: 'is named most often beside what was done' };
}

/** The payer's own name is no provider. */
function sheetNames(sheet: Sheet, value: string): boolean {
  const head = sheet.paper.lines
    .slice(0, 4)
    .map((line) => line.lower)
    .join(' ');
  return head.includes(value.toLowerCase().split(' ').slice(0, 2).join(' '));
}
