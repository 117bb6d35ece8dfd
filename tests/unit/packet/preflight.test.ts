// Preflight: each thing that stands in the way is found, said plainly, and weighed.
import { describe, expect, it } from 'vitest';
import type { Case, Deadline } from '../../../shared/model/case.ts';
import type { SensitivePage } from '../../../shared/model/diary.ts';
import type { FullDocument } from '../../../shared/model/document.ts';
import type { Letter } from '../../../shared/model/letter.ts';
import { FIRST_SETUP, type PacketSetup } from '../../../shared/model/packet-setup.ts';
import { planPacket } from '../../../shared/packet/plan.ts';
import { canBeFinal } from '../../../shared/packet/preflight.ts';
import {
  answerOf,
  cite,
  documentId,
  evidenceOf,
  groundOf,
  letterOf,
  packetCase,
  pageOf,
  paperOf,
  TODAY,
  text,
} from '../../helpers/packet-fixtures.ts';

const good = letterOf(answerOf(1, 'Reason 1: Necessary', [text('See '), cite(2, 1), text('.')]));
const answered = packetCase({ evidence: [evidenceOf(1, 1, 2)] });
const papers = [paperOf(1, { kind: 'denial-letter' }), paperOf(2, { kind: 'medical-record' })];

const deadline = (more: Partial<Deadline>): Deadline => ({
  ruleId: 'r',
  what: 'File the internal appeal.',
  disagrees: false,
  explanation: '',
  citation: '',
  checkedOn: TODAY,
  trust: 'verified',
  fallback: false,
  ...more,
});

function problemsOf(
  theCase: Case = answered,
  all: readonly FullDocument[] = papers,
  letter: Letter = good,
  deadlines: readonly Deadline[] = [deadline({ latest: '2027-01-01' })],
  sensitive: readonly SensitivePage[] = [],
) {
  const documents = new Map(all.map((paper) => [paper.document.id as string, paper]));
  const gaps = [
    {
      groundId: groundOf(1).id,
      item: 'lmn',
      what: 'A letter of medical necessity.',
      who: 'the doctor',
      kinds: [],
      state: 'missing' as const,
      byUser: false,
      note: '',
      evidence: [],
    },
  ];
  return planPacket({ case: theCase, documents, letter, deadlines, gaps, sensitive, draft: false, today: TODAY })
    .problems;
}
const codes = (problems: ReturnType<typeof problemsOf>) =>
  problems.map((problem) => `${problem.severity} ${problem.code}`);

it('finds nothing wrong with a packet that is ready', () => {
  expect(problemsOf()).toEqual([]);
  expect(canBeFinal(problemsOf())).toBe(true);
});

describe('grounds', () => {
  it('without answer and without pages block, and say what is missing', () => {
    const problems = problemsOf(
      packetCase(),
      papers,
      letterOf([{ kind: 'paragraph', origin: 'form', inlines: [cite(2, 1)] }]),
    );
    expect(codes(problems)).toEqual(['blocks ground-unanswered']);
    expect(problems[0]?.sentence).toBe(
      'The reason “Medical necessity” is not answered yet. Write an answer or link a page that proves it. Still missing: A letter of medical necessity (who has it: the doctor).',
    );
    expect(canBeFinal(problems)).toBe(false);
  });

  it('answered in words alone warn', () => {
    const theCase = packetCase({ grounds: [groundOf(1, { answer: 'It was needed.' })] });
    expect(
      codes(problemsOf(theCase, papers, letterOf([{ kind: 'paragraph', origin: 'form', inlines: [cite(2, 1)] }]))),
    ).toEqual(['warns ground-without-evidence']);
  });

  it('that were dismissed need no answer', () => {
    const grounds = [groundOf(1), groundOf(2, { state: 'dismissed' })];
    expect(codes(problemsOf({ ...answered, grounds }))).toEqual([]);
  });

  it('must not all be dismissed: an appeal answers something', () => {
    const theCase = packetCase({ grounds: [groundOf(1, { state: 'dismissed' })] });
    expect(codes(problemsOf(theCase, [papers[0]!], letterOf([])))).toEqual(['blocks no-grounds']);
  });
});

describe('the letter', () => {
  it('blocks for each blank', () => {
    const letter = letterOf(answerOf(1, 'R', [cite(2, 1), { kind: 'blank', label: 'Name of the doctor' }]));
    const problems = problemsOf(answered, papers, letter);
    expect(problems).toMatchObject([
      {
        code: 'blank',
        severity: 'blocks',
        sentence: 'The letter has a blank to fill: Name of the doctor.',
        groundId: groundOf(1).id,
      },
    ]);
  });

  it('blocks when it cites a page or a paper that is not there, once each', () => {
    const letter = letterOf(answerOf(1, 'R', [cite(2, 1), cite(2, 7), cite(2, 7), cite(8, 1)]));
    expect(problemsOf(answered, papers, letter).map((problem) => problem.sentence)).toEqual([
      'The letter cites page 7 of “Paper 2”, which has 1.',
      'The letter cites a paper that is no longer in the vault.',
    ]);
  });

  it('notes exhibits it does not point at', () => {
    const theCase = { ...answered, attachments: [documentId(3)] };
    expect(codes(problemsOf(theCase, [...papers, paperOf(3)]))).toEqual(['notes exhibit-uncited']);
  });
});

describe('deadlines', () => {
  const of = (deadlines: readonly Deadline[]) => problemsOf(answered, papers, good, deadlines);
  it('unknown, near, today and passed are told apart', () => {
    expect(codes(of([]))).toEqual(['warns deadline-unknown']);
    expect(codes(of([deadline({ latest: '2026-10-11' })]))).toEqual(['warns deadline-near']);
    expect(of([deadline({ latest: '2026-10-01' })])[0]?.sentence).toContain('is today, Oct 1, 2026');
    expect(codes(of([deadline({ latest: '2026-10-12' })]))).toEqual([]);
    expect(of([deadline({ latest: '2026-09-30' })])[0]?.sentence).toContain('passed on Sep 30, 2026');
  });

  it('take the earlier of the rule’s and the letter’s day', () => {
    expect(codes(of([deadline({ latest: '2026-12-31', statedDate: '2026-10-05' })]))).toEqual(['warns deadline-near']);
  });
});

describe('papers', () => {
  const withPage = (lines: readonly string[], more = {}) => [
    papers[0]!,
    paperOf(2, { pages: [pageOf(1, lines, more)] }),
  ];
  it('with a sensitive page block until the user has looked at it; pages outside the packet do not', () => {
    const page = (more: Partial<SensitivePage> = {}): SensitivePage => ({
      documentId: documentId(2),
      pageNumber: 1,
      kind: 'ssn',
      quote: '512-34-6789',
      from: 0,
      to: 1,
      meaning: 'It shows what looks like a Social Security number.',
      advice: 'Cover it, or leave the page out.',
      citation: '',
      trust: 'to-be-verified',
      allowed: false,
      ...more,
    });
    const withSensitive = (sensitive: SensitivePage) =>
      codes(problemsOf(answered, papers, good, [deadline({ latest: '2027-01-01' })], [sensitive]));
    expect(withSensitive(page())).toEqual(['blocks sensitive-page']);
    expect(withSensitive(page({ allowed: true }))).toEqual([]);
    expect(withSensitive(page({ documentId: documentId(9) }))).toEqual([]);
  });

  it('that are hard to read are named with their page', () => {
    const problems = problemsOf(answered, withPage(['blur'], { confidence: 0.4 }));
    expect(problems).toMatchObject([
      { code: 'hard-to-read', severity: 'warns', documentId: documentId(2), pageNumber: 1 },
    ]);
  });

  it('that come twice are found by their bytes and by their words', () => {
    const twin = { ...answered, attachments: [documentId(3)] };
    const words = Array.from({ length: 30 }, (_, index) => `word${index}`).join(' ');
    const cites = letterOf(answerOf(1, 'R', [cite(2, 1), cite(3, 1)]));
    const byBytes = [...papers, paperOf(3, { sha256: papers[1]!.document.sha256, pages: [pageOf(1, ['other'])] })];
    expect(codes(problemsOf(twin, byBytes, cites))).toEqual(['warns duplicate-exhibit']);
    const byWords = [papers[0]!, ...[2, 3].map((number) => paperOf(number, { pages: [pageOf(1, [words])] }))];
    expect(codes(problemsOf(twin, byWords, cites))).toEqual(['warns duplicate-exhibit']);
  });
});

it('asks for the kind of plan', () => {
  expect(codes(problemsOf({ ...answered, planType: { value: 'unknown', byUser: false } }))).toEqual([
    'warns plan-type-unconfirmed',
  ]);
  expect(codes(problemsOf({ ...answered, planType: { value: 'fehb', byUser: false } }))).toEqual([
    'notes plan-type-unconfirmed',
  ]);
});

describe('the user’s setup', () => {
  const setup = (more: Partial<PacketSetup>): Case => ({ ...answered, packet: { ...FIRST_SETUP, ...more } });
  const out = (paper: number) => ({ key: documentId(paper), documentId: documentId(paper), excluded: true });

  it('that leaves out a cited page or the denial is told, with the exhibit to put back', () => {
    const cited = problemsOf(setup({ exhibits: [out(2)] }));
    expect(cited.find(({ code }) => code === 'page-left-out')).toMatchObject({
      severity: 'blocks',
      sentence: 'The packet points at “Paper 2”, but it is left out. Put it back, or take the citation away.',
      go: { at: 'exhibit', key: documentId(2) },
    });
    expect(codes(problemsOf(setup({ exhibits: [out(1)] })))).toEqual(['warns denial-left-out']);
  });

  it('that leaves out everything has no exhibits', () => {
    expect(codes(problemsOf(setup({ exhibits: [out(1), out(2)] })))).toContain('blocks no-exhibits');
  });

  it('without a letter needs no answers and fills no blanks of one', () => {
    const letter = letterOf([{ kind: 'paragraph', origin: 'form', inlines: [{ kind: 'blank', label: 'Something' }] }]);
    const unanswered = { ...packetCase(), packet: { ...FIRST_SETUP, parts: ['index' as const] } };
    expect(codes(problemsOf(unanswered, papers, letter))).toEqual([]);
  });
});

describe('signatures', () => {
  it('need a place in the letter', () => {
    const letter = { ...good, blocks: good.blocks.filter(({ kind }) => kind !== 'signature') };
    expect(codes(problemsOf(answered, papers, letter))).toEqual(['warns signature-missing']);
  });

  it('of a doctor’s letter must be among the pages that go out', () => {
    const lmn = (lines: readonly string[]) =>
      paperOf(2, { kind: 'letter-of-medical-necessity', pages: [pageOf(1, ['I ask you']), pageOf(2, lines)] });
    const signed = lmn(['Sincerely, Dr. Vale']);
    expect(codes(problemsOf(answered, [papers[0]!, signed]))).toEqual([]);
    expect(codes(problemsOf(answered, [papers[0]!, lmn(['Thank you'])]))).toEqual(['notes signature-missing']);
    const cut = { key: documentId(2), documentId: documentId(2), excluded: false, ranges: [{ from: 1, to: 1 }] };
    const partly = { ...answered, packet: { ...FIRST_SETUP, exhibits: [cut] } };
    const problem = problemsOf(partly, [papers[0]!, signed]).find(({ code }) => code === 'signature-missing');
    expect(problem).toMatchObject({ severity: 'warns', pageNumber: 2, go: { at: 'exhibit', key: documentId(2) } });
  });
});

describe('what is not settled yet', () => {
  const plan = (more: Partial<Parameters<typeof planPacket>[0]>, theCase = answered) =>
    planPacket({
      case: theCase,
      documents: new Map(papers.map((paper) => [paper.document.id as string, paper])),
      letter: good,
      deadlines: [deadline({ latest: '2027-01-01' })],
      gaps: [],
      draft: false,
      today: TODAY,
      ...more,
    }).problems;

  it('is told: suggestions to black out on pages that go out, remarks of a reviewer', () => {
    const hint = (paper: number) => ({ documentId: documentId(paper), pageNumber: 1 });
    expect(codes(plan({ redactionHints: () => [hint(2), hint(2)] }))).toEqual(['warns redaction-pending']);
    expect(codes(plan({ redactionHints: () => [hint(9)] }))).toEqual([]);
    const note = (state: 'open' | 'resolved') => ({ state }) as Case['reviewNotes'][number]; // no more is looked at
    const remarks = plan({}, { ...answered, reviewNotes: [note('open'), note('resolved')] });
    expect(remarks).toMatchObject([{ code: 'remarks-open', go: { at: 'review' } }]);
  });

  it('is told when the packet is larger than a way to send it takes', () => {
    const large = paperOf(2, { kind: 'medical-record' });
    const heavy = { ...large, document: { ...large.document, byteLength: 12_000_000 } };
    const channel = {
      id: 'x',
      name: 'the portal of X',
      limitMb: 10,
      advice: 'Make volumes.',
      citation: 'x.example',
      source: 's',
      checkedOn: TODAY,
      trust: 'verified' as const,
    };
    const documents = new Map([papers[0]!, heavy].map((paper) => [paper.document.id as string, paper]));
    const of = (more: Partial<typeof channel & { states: string[]; presets: ['fax'] }>, state?: string) =>
      codes(plan({ documents, channels: [{ ...channel, ...more }], state }));
    expect(of({})).toEqual(['notes over-limit']);
    expect(of({ limitMb: 20 })).toEqual([]);
    expect(of({ states: ['AZ'] }, 'AZ')).toEqual(['warns over-limit']);
    expect(of({ states: ['AZ'] }, 'PA')).toEqual([]);
    expect(of({ states: ['AZ'] })).toEqual([]);
    expect(of({ presets: ['fax'] })).toEqual([]);
  });
});

it('tells of an enclosed paper that is not read, and of none that is', () => {
  const of = (attachments: readonly number[]) =>
    problemsOf({ ...answered, attachments: attachments.map(documentId) })
      .filter(({ code }) => code === 'enclosure-missing')
      .map(({ sentence }) => sentence);
  expect(of([2])).toEqual([]);
  expect(of([2, 8])).toEqual([expect.stringContaining('A paper you enclosed is not in the packet')]);
  expect(of([8, 9])).toEqual([expect.stringContaining('2 papers you enclosed are not in the packet')]);
});

it('names for each problem the place where it is mended', () => {
  const theCase = packetCase({ grounds: [groundOf(1)], planType: { value: 'unknown', byUser: false } });
  const letter = letterOf(answerOf(1, 'R', [cite(2, 7), { kind: 'blank', label: 'X' }]));
  const problems = problemsOf(theCase, papers, letter, []);
  expect(problems.length).toBeGreaterThan(3);
  expect(problems.every(({ go }) => go !== undefined)).toBe(true);
});
