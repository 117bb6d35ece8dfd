// Dated lines that people keep or write: call logs, notes with a date in front, sentences of a letter that tell when something happened.
import type { FullDocument } from '../../model/document.ts';
import type { Page } from '../../model/page.ts';
import type { EventKind, TimelineEvent } from '../../model/record.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import { datesIn } from '../../reading/fields/values.ts';
import { linesOf, proofOf, type Sentence, type Span, sentencesOf } from '../page-text.ts';

/** An entry is repeated up to this many words; the page has the rest. */
const MOST_WORDS = 60;

const WEEKDAY = /^(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*[.,]?\s+/i;
const CALL =
  /\b(call(ed|s)?|phon(e|ed)|spoke|voicemail|on hold|ref\s?#|rep(resentative)?\b)|^\D{0,3}\d{1,2}:\d{2}\s?[ap]/i;
const SENT = /\b(fax(ed)?|mailed|sent|certified|confirmation|portal|uploaded|e-?mailed)\b/i;

/** Entries of logs and notes: lines that begin with a date, with the lines below them up to the next date or blank line. */
export function logEntries(papers: readonly FullDocument[]): TimelineEvent[] {
  return papers
    .filter(({ document }) => document.kind === 'correspondence' || document.kind === 'other')
    .flatMap((paper) => paper.pages.flatMap((page) => entriesOf(paper, page)));
}

function entriesOf(paper: FullDocument, page: Page): TimelineEvent[] {
  const lines = linesOf(page);
  const starts = lines.map((line) => leadingDate(line.text));
  // A log has several entries; a letter with one date on top is none.
  if (starts.filter((date) => date !== undefined).length < 2) return [];
  return lines.flatMap((line, index): TimelineEvent[] => {
    const on = starts[index];
    if (on === undefined) return [];
    const span = { from: line.from, to: endOf(page, lines, starts, index), text: '' };
    const proof = proofOf(page, { from: span.from, to: Math.min(span.to, span.from + MOST_WORDS) });
    const cut = span.to > span.from + MOST_WORDS;
    return [
      {
        id: `entry/${paper.document.id}/${page.pageNumber}/${line.from}`,
        on,
        kind: kindOf(withoutDate(proof.quote)),
        what: `${withoutDate(proof.quote)}${cut ? ' …' : ''}`,
        source: { documentId: paper.document.id, proof },
        byUser: false,
      },
    ];
  });
}

/** What went out first of all is a letter, whatever was said beside it. */
function kindOf(text: string): EventKind {
  if (SENT.test(text.split(' ').slice(0, 3).join(' '))) return 'letter';
  if (CALL.test(text)) return 'call';
  return SENT.test(text) ? 'letter' : 'other';
}

/** The word behind the entry: before the next dated line, or before a gap of more than a line. */
function endOf(page: Page, lines: readonly Span[], starts: readonly (IsoDate | undefined)[], index: number): number {
  let last = lines[index]!;
  for (let next = index + 1; next < lines.length; next += 1) {
    const line = lines[next]!;
    const step = topOf(page, line) - topOf(page, last);
    const height = page.words[last.from]?.h ?? 10;
    if (starts[next] !== undefined || step > height * 2.2 || step < 0) break;
    last = line;
  }
  return last.to;
}

function topOf(page: Page, line: Span): number {
  return page.words[line.from]?.y ?? 0;
}

/** The full date a line begins with, after an optional day of the week or bullet. */
export function leadingDate(text: string): IsoDate | undefined {
  const bare = text.replace(/^[-*•·]\s*/, '');
  const rest = bare.replace(WEEKDAY, '');
  const first = datesIn(rest)[0];
  return first !== undefined && first.from === 0 ? first.value : undefined;
}

function withoutDate(text: string): string {
  const bare = text.replace(/^[-*•·]\s*/, '').replace(WEEKDAY, '');
  const first = datesIn(bare)[0];
  const rest = first === undefined || first.from > 0 ? bare : bare.slice(first.to);
  return rest.replace(/^[\s:,.–-]+/, '');
}

const HAPPENED =
  /\b(received|requested|submitted|asked|called|sent|reviewed|denied|approved|upheld|decided|notified|spoke|faxed|mailed|processed|issued|began|started|completed|underwent|admitted|discharged|seen|referred)\b/i;
const NOT_YET = /\b(if|must|may|will|within|by|until|no later than|born|birth|dob|effective|expires?|through)\b/i;

/** Sentences of denials, approvals and letters that tell what happened on one day, with a verb of the past and no condition. */
export function toldEvents(papers: readonly FullDocument[]): TimelineEvent[] {
  const KINDS = new Set(['denial-letter', 'prior-authorization', 'letter-of-medical-necessity', 'medical-record']);
  return papers
    .filter(({ document }) => KINDS.has(document.kind))
    .flatMap((paper) =>
      paper.pages.flatMap((page) =>
        sentencesOf(page).flatMap((sentence): TimelineEvent[] => {
          const on = toldDay(sentence);
          if (on === undefined) return [];
          return [
            {
              id: `told/${paper.document.id}/${page.pageNumber}/${sentence.from}`,
              on,
              kind: kindOfTold(paper, sentence),
              what: sentence.text,
              source: { documentId: paper.document.id, proof: proofOf(page, sentence) },
              byUser: false,
            },
          ];
        }),
      ),
    );
}

function toldDay(sentence: Sentence): IsoDate | undefined {
  const words = sentence.to - sentence.from;
  if (!sentence.complete || words < 5 || words > 45) return undefined;
  if (!HAPPENED.test(sentence.text) || NOT_YET.test(sentence.text)) return undefined;
  const dates = datesIn(sentence.text);
  return dates.length === 1 ? dates[0]?.value : undefined;
}

function kindOfTold(paper: FullDocument, { text }: Sentence): EventKind {
  if (/\b(called|spoke|phone)\b/i.test(text)) return 'call';
  return paper.document.kind === 'medical-record' || paper.document.kind === 'letter-of-medical-necessity'
    ? 'care'
    : 'claim';
}
