// The letter: every fact has its page, every quote is the page's, the law fits the plan, and what is unknown stays blank.
import { describe, expect, it } from 'vitest';
import { computeDeadlines } from '../../../shared/cases/deadlines.ts';
import { draftLetter } from '../../../shared/letters/draft.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { FullDocument } from '../../../shared/model/document.ts';
import { type Block, type Inline, Letter } from '../../../shared/model/letter.ts';
import { PlanType } from '../../../shared/model/vocabulary.ts';
import { inlinesOf, letterBlanks, letterCites } from '../../../shared/packet/letter-cites.ts';
import { caseOf, paper, RULES, samplePapers, TODAY } from '../../helpers/cases.ts';
import { labelledPapers } from '../../helpers/labelled-papers.ts';

const papers = samplePapers();
const sample = caseOf(papers);

function draft(value: Case, documents: readonly FullDocument[] = papers): Letter {
  const denial = documents.find((each) => each.document.id === value.denialDocumentId)!;
  const deadlines = computeDeadlines({ case: value, denial, rules: RULES, today: TODAY });
  return draftLetter({
    case: value,
    documents: new Map(documents.map((each) => [each.document.id, each])),
    deadlines,
    rules: RULES,
    today: TODAY,
  });
}

const say = (inlines: readonly Inline[]) => inlines.map((each) => (each.kind === 'text' ? each.text : '')).join('');
const textOf = (letter: Letter) => letter.blocks.map((block) => say(inlinesOf(block))).join('\n');
const quotesOf = (letter: Letter) =>
  letter.blocks.filter((block): block is Extract<Block, { kind: 'quote' }> => block.kind === 'quote');

describe('the sample letter', () => {
  const letter = draft(sample);

  it('has the shape of a letter and one heading per reason, in order', () => {
    expect(Letter.parse(letter)).toEqual(letter);
    const headings = letter.blocks.flatMap((block) => (block.kind === 'heading' && block.groundId ? [block.text] : []));
    expect(headings).toEqual(['Reason 1: Experimental or investigational', 'Reason 2: Not medically necessary']);
  });

  it('cites the page of every value in the reference block', () => {
    const pairs = letter.blocks.find((block) => block.kind === 'pairs')!;
    const rows = pairs.kind === 'pairs' ? pairs.rows : [];
    expect(rows.map((row) => row.label)).toEqual(
      expect.arrayContaining(['Member', 'Member ID', 'Claim numbers', 'Dates of service', 'Amount not covered']),
    );
    for (const row of rows)
      expect(row.value.some((inline) => inline.kind === 'cite' || inline.kind === 'blank')).toBe(true);
    expect(say(rows.find((row) => row.label === 'Dates of service')!.value)).toContain(
      'July 13, 15, 17, 20, 22 and 24, 2026',
    );
  });

  it('quotes only words that stand on the page it cites', () => {
    for (const block of quotesOf(letter)) {
      const cite = block.inlines.find((inline) => inline.kind === 'cite')!;
      const page =
        cite.kind === 'cite'
          ? papers.find((each) => each.document.id === cite.documentId)!.pages[cite.pageNumber - 1]!
          : undefined;
      const words = page!.words.map((word) => word.text).join(' ');
      expect(words).toContain(say(block.inlines).trim().replace(/^“|”$/g, ''));
    }
  });

  it('quotes the decision, each reason, and at most five pages for each ground', () => {
    const text = textOf(letter);
    expect(text).toContain('We are not able to cover them.');
    expect(text).toContain('lists intravenous ketamine for depression as experimental, investigational or unproven');
    for (const ground of sample.grounds) {
      const cites = quotesOf(letter).filter((block) => block.groundId === ground.id);
      expect(cites.length).toBeLessThanOrEqual(6);
    }
  });

  it('leaves only what no paper states as a blank', () => {
    expect(letterBlanks(letter).map((blank) => blank.label)).toEqual(['The service that was denied']);
    const typed = {
      ...sample,
      facts: { ...sample.facts, service: { value: 'Intravenous ketamine, six infusions', byUser: true } },
    };
    expect(letterBlanks(draft(typed))).toEqual([]);
  });

  it('asks for the answer within the time of the rule', () => {
    expect(textOf(letter)).toContain('no later than 60 days after receiving this appeal (29 CFR 2560.503-1(i)(2)).');
  });

  it('names and cites the attached papers', () => {
    const cited = new Set(letterCites(letter).map((cite) => cite.documentId));
    for (const id of sample.attachments) expect(cited).toContain(id);
    expect(textOf(letter)).toContain('The explanation of benefits of August 26, 2026');
  });

  it('says each rule of law once', () => {
    const text = textOf(letter);
    expect(text.split('may not defer to the first decision')).toHaveLength(2);
  });
});

describe('what the user decides', () => {
  const first = sample.grounds[0]!;

  it('quotes what was accepted, and nothing that was only suggested, for that ground', () => {
    const ours = sample.evidence.filter((each) => each.groundId === first.id);
    const evidence = sample.evidence.map((each) => (each === ours[2] ? { ...each, state: 'accepted' as const } : each));
    const quotes = quotesOf(draft({ ...sample, evidence })).filter((block) => block.groundId === first.id);
    expect(quotes).toHaveLength(2);
    expect(say(quotes[1]!.inlines)).toContain(ours[2]!.proof!.quote);
  });

  it('never quotes what was rejected', () => {
    const evidence = sample.evidence.map((each) => ({ ...each, state: 'rejected' as const }));
    const letter = draft({ ...sample, evidence });
    for (const ground of sample.grounds)
      expect(quotesOf(letter).filter((block) => block.groundId === ground.id)).toHaveLength(1);
    expect(letterBlanks(letter).filter((blank) => blank.groundId === first.id)).toHaveLength(1);
  });

  it('prints the user’s own answer as the user’s, paragraph by paragraph', () => {
    const grounds = sample.grounds.map((ground) => (ground === first ? { ...ground, answer: 'One.\n\nTwo.' } : ground));
    const own = draft({ ...sample, grounds, evidence: [] }).blocks.filter(
      (block) => block.kind === 'paragraph' && block.origin === 'user',
    );
    expect(own.map((block) => say(inlinesOf(block)))).toEqual(['One.', 'Two.']);
  });

  it('leaves a dismissed reason out', () => {
    const grounds = sample.grounds.map((ground) =>
      ground === first ? { ...ground, state: 'dismissed' as const } : ground,
    );
    const letter = draft({ ...sample, grounds });
    expect(letter.blocks.filter((block) => block.kind === 'heading' && block.groundId)).toHaveLength(1);
    expect(textOf(letter)).toContain('gives one reason');
  });

  it('cites pages the user linked without words', () => {
    const linked = {
      ...sample.evidence[0]!,
      state: 'accepted' as const,
      groundId: first.id,
      documentId: papers[4]!.document.id,
      fromPage: 1,
      toPage: 2,
    };
    const { proof: _, ...bare } = linked;
    const cites = letterCites(draft({ ...sample, evidence: [bare] })).filter((cite) => cite.groundId === first.id);
    expect(cites).toContainEqual({ documentId: papers[4]!.document.id, pageNumber: 1, toPage: 2, groundId: first.id });
  });
});

describe('the law', () => {
  it.each(PlanType.options)('fits a plan of type %s', (planType) => {
    const text = textOf(draft({ ...sample, planType: { value: planType, byUser: true } }));
    const forms = text.replace(/“[^”]*”/g, '');
    expect(/ERISA section|29 CFR 2560\.503-1\(h\)\(2\)\(iii\), \(m\)/.test(forms)).toBe(
      planType === 'erisa-self-funded',
    );
    expect(/42 CFR 422/.test(forms)).toBe(planType === 'medicare-advantage');
    expect(/42 CFR 438/.test(forms)).toBe(planType === 'medicaid-mco');
    if (planType === 'unknown' || planType === 'short-term') expect(/CFR|U\.S\.C\.|ERISA/.test(forms)).toBe(false);
  });
});

it('says nothing about a person that has no page: a bare denial gives blanks, not guesses', () => {
  const bare = paper(51, 'denial-letter', 'Your claim is denied. It is a duplicate.', {
    reasons: { 'duplicate-claim': 'It is a duplicate.' },
  });
  const letter = draft(caseOf([bare]), [bare]);
  expect(letterBlanks(letter).map((blank) => blank.label)).toEqual([
    'Your name',
    'Your address',
    'Name of the plan or insurer',
    'Address for appeals',
    'Name of the member',
    'Member ID',
    'Claim number',
    'The service that was denied',
    'Date of the notice',
    'Date of the notice',
    'Your answer to “Duplicate claim”',
    'Your name',
  ]);
});

it('drafts a letter for every labelled denial, each reason quoted from its page', () => {
  for (const denial of labelledPapers([11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25])) {
    if (denial.reading.reasons.length === 0) continue;
    const value = caseOf([denial]);
    const letter = draft(value, [denial]);
    for (const ground of value.grounds)
      expect(quotesOf(letter).some((block) => block.groundId === ground.id)).toBe(true);
    for (const block of letter.blocks) {
      if (block.kind === 'paragraph' && block.origin === 'form')
        expect(say(block.inlines)).not.toMatch(/undefined|NaN/);
    }
  }
});
