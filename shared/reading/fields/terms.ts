// The terms of the notice: plan family, and the paper's own title.
import type { Zone } from '../../model/finding.ts';
import type { DocumentKind, PlanType } from '../../model/vocabulary.ts';
import { allMatches } from '../matching.ts';
import type { Paper } from '../paper.ts';
import type { CompiledRules } from '../patterns.ts';
import { mayOccur } from '../sieve/sieve.ts';
import { matchLine } from '../zones.ts';
import type { Candidate } from './collect.ts';
import { erisaIn } from './erisa.ts';

/** From this weight on a phrase says outright what the plan is. */
const OUTRIGHT = 3.6;
/** Papers that are about a plan. On others it counts only where it is said outright. */
const ABOUT: ReadonlySet<DocumentKind> = new Set(['denial-letter', 'eob', 'plan-document', 'id-card']);
const MAY_TELL: ReadonlySet<DocumentKind> = new Set([
  'prior-authorization',
  'correspondence',
  'bill',
  'authorization-form',
]);

/** "Is anyone covered by another health plan, Medicare or Medicaid?": asked about other coverage. */
const OF_OTHERS =
  /\b(?:another|any other|other) (?:health |medical )?(?:plan|insurance|insurer|coverage)s?\b[^.]*\b(?:medicare|medicaid|tricare)\b/;

/** The family of the plan, with the phrase that tells it. */
export function planType(
  paper: Paper,
  zones: readonly Zone[],
  kind: DocumentKind,
  rules: CompiledRules,
): Candidate | undefined {
  const about = ABOUT.has(kind);
  if (!about && !MAY_TELL.has(kind)) return undefined;
  const lines = paper.lines.filter(
    (line, index) => ((!line.running && zones[index] !== 'taglines') || index < 6) && !OF_OTHERS.test(line.lower),
  );
  const text = lines.map(matchLine);
  const totals = new Map<PlanType, { score: number; line: number; best: number }>();
  const whole = text.join(' ');
  const sifted = rules.sieve.sift(whole);
  // A phrase may go on in the next line.
  const pairs = text.map((line, index) => {
    const pair = `${line} ${text[index + 1] ?? ''}`;
    return { pair, sifted: rules.sieve.sift(pair) };
  });
  for (const entry of rules.planTypes) {
    if (!mayOccur(sifted, entry.number)) continue;
    // The regulator of insurers is named to members of insured groups, but also by those who write the same to everyone.
    if (entry.beside !== undefined && (totals.has(entry.value) || allMatches(entry.beside, whole).length === 0))
      continue;
    const at = pairs.findIndex(
      (one) => mayOccur(one.sifted, entry.number) && allMatches(entry.pattern, one.pair).length > 0,
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
  const employer = totals.get('erisa-self-funded');
  const erisa = employer === undefined ? undefined : erisaIn(whole);
  if (erisa === 'exempt' || (erisa === 'may-apply' && (employer?.best ?? 0) < OUTRIGHT))
    totals.delete('erisa-self-funded');
  const ranked = [...totals].sort((a, b) => b[1].score - a[1].score);
  const first = ranked[0];
  const line = first === undefined ? undefined : lines[first[1].line];
  if (!about && first !== undefined && first[1].best < OUTRIGHT) return undefined;
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
