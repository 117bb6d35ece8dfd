// Every policy, guideline, provision and vendor standard the decision names, as printed.
import type { NoticeReading } from '../../model/finding.ts';
import { foldWord } from '../../text/normalize.ts';
import { flowOf, type Piece, proofOf } from '../paper.ts';
import { mayOccur } from '../sieve/sieve.ts';
import { type Letter, proofOfMatch } from './letter.ts';
import type { CompiledNotice } from './rules.ts';

type Criterion = NoticeReading['criteria'][number];

/** `standard` for policies and guidelines, `provision` for the plan's own text and laws. */
export interface NamedCriterion extends Criterion {
  readonly type: 'standard' | 'provision';
}

const NUMBER = String.raw`(?:[A-Z]{1,8}[-. ]?)?\d[\w.-]*\w|(?:[A-Z]{1,8}[-.])?\d`;
const WORD = String.raw`[A-Z][\p{L}&'/-]*`;
const KEY =
  'Polic(?:y|ies)(?: Bulletin| Manual)?|POLICY|Guidelines?|GUIDELINES?|Criteria|CRITERIA|Standards?|STANDARD|Bulletin|Coverage Determination|Protocol|Manual';
/** "Quillback Medical Policy BH-207", "Clinical Standard 7.04.22", "Exception Guideline EX-2", "policy MP-446". */
const POLICY = new RegExp(
  String.raw`(?:${WORD} (?:(?:and|of|for|in|&) )?){0,7}(?:${KEY})(?: \((?:NCD|LCD)\))?,? (?:No\.? |[Nn]umber |#)?(?:${NUMBER})|\b(?:policy|guideline|standard|criteria|bulletin) (?:[A-Z]{1,8}[-. ]?)\d[\w.-]*\w`,
  'gu',
);
/** The number of the insurance policy itself. */
const INSURANCE = /^(?:[A-Z]\w+ )?[Pp]olicy,? (?:(?:No|Number|#|ID)\b.*|\d{5,}.*)$/;
/** Laws about procedure: they say how to decide and appeal, not what is covered. */
const PROCEDURE =
  /^(?:Section|section|SECTION) (?:50[234]|104|1557|2719)\b|2560\.503|147\.136|2590\.715|29 U\.?S\.?C\.? ?1132/;
const SHORT = /\b(?:CPB|LCD|NCD|LCA) (?:No\.? |#)?[A-Z]?\d[\w.]*\w/g;
/** "Section 9.2, item 14, of your Plan document", "Article IX, Section 3", "Part VI, paragraph 2", "Chapter 4, Section 3.1", "page 61". */
const PROVISION =
  /\b(?:Section|SECTION|section|Article|Chapter|chapter|Part|Exclusion|Rider|Paragraph) (?:\d[\w.]*(?:\([\w]+\))*|[IVXLC]+\b)(?:,? (?:(?:Section|section|paragraph|item|page|exclusion|subsection) \w[\w.]*(?:\(\w+\))*))*/g;
const PAGE =
  /\b(?:booklet|brochure|handbook|certificate|policy|SPD|document|contract|Coverage),? (?:at )?pages? \d{1,3}\b/g;
/** "42 CFR 423.578(b)", "Ohio Administrative Code 5160-26-01", "section 199.4(g)(15)". */
const LAW =
  /\b(?:\d{1,2} (?:C\.?F\.?R\.?|U\.?S\.?C\.?)(?: (?:§+|part|section|sec\.))? ?\d[\w.]*(?:\(\w+\))*|(?:[A-Z]\p{L}+ ){1,3}Code (?:§ ?|[Ss]ection )?\d[\w.:-]*\w)/gu;

/** What the decision names, outside rights and taglines, each once, in the order of the pages. */
export function criteriaOf(letter: Letter, notice: CompiledNotice): NamedCriterion[] {
  const { paper, zones } = letter;
  const lines = paper.lines.filter(
    (line, index) => !line.running && zones[index] !== 'rights' && zones[index] !== 'taglines',
  );
  const flow = flowOf(lines);
  const found: Array<NamedCriterion & { readonly at: number; readonly end: number }> = [];
  for (const pattern of [POLICY, SHORT, LAW, PROVISION, PAGE]) {
    for (const hit of flow.text.matchAll(pattern)) {
      const lead = LEAD.exec(hit[0])?.[0].length ?? 0;
      const at = hit.index + lead;
      const name = hit[0].slice(lead).replace(/[.,;]+$/, '');
      const end = at + name.length;
      if (found.some((other) => at < other.end && end > other.at)) continue;
      if (INSURANCE.test(name) || PROCEDURE.test(name)) continue;
      const criterion = criterionAt(letter, flow, at, name);
      const type = pattern === POLICY || pattern === SHORT ? 'standard' : 'provision';
      if (criterion !== undefined) found.push({ ...criterion, type, at, end });
    }
  }
  const named = [
    ...found.sort((a, b) => a.at - b.at).map(({ name, proof, type }) => ({ name, proof, type })),
    ...vendors(letter, notice),
  ];
  // A short form of a name that was given in full says nothing new.
  return named.filter(
    ({ name }, index) => !named.some((other, at) => at < index && bare(other.name).includes(bare(name))),
  );
}

const LEAD =
  /^(?:(?:The|Our|Your|See|In|On|Under|And|Please|We|Per|By|Also|That|This|Rule|Used|Using|From|Of|A|An|With|To|As|It|Its) )+/;

/** The criterion when the page really holds the name in one piece. */
function criterionAt(letter: Letter, flow: Piece, at: number, name: string): Criterion | undefined {
  const proof = proofOf(letter.paper.pages, flow, at, at + name.length);
  return proof !== undefined && bare(proof.quote).includes(bare(name)) ? { name, proof } : undefined;
}

/** Standards that are known by name alone, as printed. */
function vendors(letter: Letter, notice: CompiledNotice): NamedCriterion[] {
  return letter.sentences
    .filter(({ aside, foreign, sifted }) => !aside && !foreign && mayOccur(sifted, notice.criteria.number))
    .flatMap((sentence) =>
      [...sentence.match.matchAll(notice.criteria.pattern)].flatMap((hit) => {
        const proof = proofOfMatch(letter, sentence, { from: hit.index, to: hit.index + hit[0].length });
        return proof === undefined
          ? []
          : [{ name: proof.quote.replace(/^[("]+|[)".,;:]+$/g, ''), proof, type: 'standard' }];
      }),
    );
}

function bare(text: string): string {
  return foldWord(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
