// Events that papers stand for by themselves: the day a letter was written, a statement made, care given.
import type { FullDocument } from '../../model/document.ts';
import type { FieldFinding } from '../../model/finding.ts';
import type { EventKind, TimelineEvent } from '../../model/record.ts';
import type { DocumentKind, IsoDate } from '../../model/vocabulary.ts';
import { isRealDate } from '../calendar.ts';
import { kindInWords } from '../kind-words.ts';
import { linesOf, proofOf } from '../page-text.ts';
import { leadingDate } from './dated-entries.ts';

const KIND_OF: Readonly<Partial<Record<DocumentKind, EventKind>>> = {
  'denial-letter': 'letter',
  eob: 'claim',
  bill: 'money',
  receipt: 'money',
  'medical-record': 'care',
  'letter-of-medical-necessity': 'letter',
  'prior-authorization': 'claim',
  correspondence: 'letter',
  'authorization-form': 'letter',
  other: 'other',
};

/** The day of a paper: one event for each paper that states its date. Policies, plan documents and publications have none. */
export function paperEvents(papers: readonly FullDocument[]): TimelineEvent[] {
  return papers.flatMap((paper): TimelineEvent[] => {
    const kind = KIND_OF[paper.document.kind];
    const finding = settled(paper, 'letter_date');
    if (kind === undefined || finding === undefined || !isRealDate(String(finding.value))) return [];
    const from = senderOf(paper);
    return [
      {
        id: `paper/${paper.document.id}`,
        on: String(finding.value),
        kind,
        what: `${kindInWords(paper.document.kind)}${from === undefined ? '' : ` from ${from}`}`,
        source: { documentId: paper.document.id, proof: finding.proof },
        byUser: false,
      },
    ];
  });
}

/** The days of care that papers name, one event a day; the paper that says most of a day speaks for it. */
export function careEvents(papers: readonly FullDocument[]): TimelineEvent[] {
  const byDay = new Map<IsoDate, TimelineEvent>();
  for (const paper of papers) {
    for (const finding of paper.reading.findings.filter((each) => each.field === 'dates_of_service')) {
      const on = String(finding.value);
      if (!isRealDate(on)) continue;
      const { what, proof } = careOn(paper, on, finding);
      const known = byDay.get(on);
      if (known !== undefined && known.what.length >= what.length) continue;
      byDay.set(on, {
        id: `care/${on}`,
        on,
        kind: 'care',
        what,
        source: { documentId: paper.document.id, proof },
        byUser: false,
      });
    }
  }
  return [...byDay.values()];
}

/** A day of care of which the paper says no more. */
export const BARE_CARE = 'Care given';

/** Services named for one day, at most. */
const MOST_SERVICES = 4;
const STATEMENTS: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['eob', 'bill', 'receipt']);

/** What the lines of a statement that begin with a day say besides date, figures and payments; the bare day for other papers. */
function careOn(
  paper: FullDocument,
  on: IsoDate,
  finding: FieldFinding,
): { readonly what: string; readonly proof: FieldFinding['proof'] } {
  const provider = settled(paper, 'provider')?.value;
  const by = provider === undefined ? '' : `, ${provider}`;
  const bare = { what: `${BARE_CARE}${by}`, proof: finding.proof };
  if (!STATEMENTS.has(paper.document.kind)) return bare;
  for (const page of paper.pages) {
    const lines = linesOf(page);
    const first = lines.findIndex((line) => leadingDate(line.text) === on);
    if (first < 0) continue;
    const last = lines.findIndex((line, index) => index > first && leadingDate(line.text) !== on);
    const own = lines.slice(first, last < 0 ? first + 1 : last);
    const services = [...new Set(own.map((line) => serviceWords(line.text)))].filter((words) => words !== '');
    if (services.length === 0) continue;
    return {
      what: `${services.slice(0, MOST_SERVICES).join('; ')}${by}`,
      proof: proofOf(page, { from: own[0]!.from, to: own.at(-1)!.to }),
    };
  }
  return bare;
}

function serviceWords(line: string): string {
  if (/\b(payment|paid|check|copay|write-?off|adjustment|insurance|deductible|balance)\b/i.test(line)) return '';
  const rest = line
    .replace(/\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/g, ' ')
    .replace(/[-($]*\d[\d,]*\.\d{2}\)?/g, ' ')
    .replace(/\.{2,}/g, ' ')
    .replace(/(\s+\d{1,3})+\s*$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return rest.replace(/[^\p{L}]/gu, '').length >= 4 && rest.length <= LONGEST ? rest : '';
}

/** Longest description of a line that is worth repeating, in letters. */
const LONGEST = 80;

function senderOf(paper: FullDocument): string | undefined {
  const fields: readonly ('payer' | 'provider')[] = ['denial-letter', 'eob', 'prior-authorization'].includes(
    paper.document.kind,
  )
    ? ['payer']
    : ['correspondence', 'other', 'authorization-form'].includes(paper.document.kind)
      ? []
      : ['provider'];
  return fields.map((field) => settled(paper, field)?.value).find((value) => value !== undefined) as string | undefined;
}

/** The finding of a field whose value the reading settled on. */
function settled(paper: FullDocument, field: 'letter_date' | 'payer' | 'provider'): FieldFinding | undefined {
  const value = paper.reading.fields[field];
  return paper.reading.findings.find((finding) => finding.field === field && finding.value === value);
}
