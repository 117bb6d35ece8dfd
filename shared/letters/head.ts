// The head of the letter: sender, date, recipient, reference block, and the opening that says which decision is appealed.
import { isRealDate, listWords, longDate, longDates } from '../cases/calendar.ts';
import type { Fact } from '../model/case.ts';
import type { Block, Inline } from '../model/letter.ts';
import type { Source } from '../model/source.ts';
import { determination } from './determination.ts';
import { blank, cite, factInlines, paragraph, quote, text } from './inline.ts';
import { denialOf, groundsInForce, type LetterInput } from './input.ts';

/** The subject line: what is appealed, for whom. */
export function subjectOf(input: LetterInput): string {
  const { letterDate, memberName, memberId } = input.case.facts;
  const of = isRealDate(letterDate.value) ? ` of the decision of ${longDate(letterDate.value)}` : '';
  const who = [memberName.value, memberId.value && `member ID ${memberId.value}`].filter(Boolean).join(', ');
  return `Appeal${of}${who === '' ? '' : `: ${who}`}`;
}

/** Sender, date, recipient and way of sending. */
export function addressBlocks(input: LetterInput): Block[] {
  const { facts } = input.case;
  const sender = [
    lineOf(facts.memberName, 'Your name'),
    ...linesOf(facts.senderAddress, 'Your address'),
    ...optional(facts.senderPhone, ''),
  ];
  const recipient = [
    lineOf(facts.payer, 'Name of the plan or insurer'),
    [text('Appeals')],
    ...linesOf(facts.appealAddress, 'Address for appeals'),
  ];
  const fax = known(facts.appealFax);
  return [
    { kind: 'lines', lines: sender },
    { kind: 'lines', lines: [[text(longDate(input.today))]] },
    ...(fax === undefined ? [] : [{ kind: 'lines' as const, lines: [[text(`By mail, and by fax to ${fax}`)]] }]),
    { kind: 'lines', lines: recipient },
  ];
}

/** “Re:” with label and value pairs; each value with the page it was read from. */
export function referenceBlock(input: LetterInput): Block {
  const { facts } = input.case;
  const claim = known(facts.claimNumbers) !== undefined;
  const rows: (readonly [string, readonly Inline[] | undefined])[] = [
    ['Member', factInlines(facts.memberName, 'Name of the member')],
    ['Member ID', factInlines(facts.memberId, 'Member ID')],
    ['Group number', ifKnown(facts.groupNumber)],
    ['Plan', ifKnown(facts.planName)],
    [
      plural(facts.claimNumbers, 'Claim number'),
      claim || !known(facts.authorizationNumber) ? factInlines(facts.claimNumbers, 'Claim number') : undefined,
    ],
    ['Authorization or case number', ifKnown(facts.authorizationNumber)],
    ['Provider', ifKnown(facts.provider)],
    ...serviceRows(input),
    [
      plural(facts.datesOfService, 'Date', ' of service'),
      ifKnown(facts.datesOfService, (value) => longDates(value.split(/,\s*/))),
    ],
    ['Date of the notice', factInlines(facts.letterDate, 'Date of the notice', sayDate)],
    ['Amount billed', ifKnown(facts.billedAmount)],
    ['Amount not covered', ifKnown(facts.deniedAmount)],
    ['Criteria the notice cites', ifKnown(facts.criteriaCited)],
  ];
  return {
    kind: 'pairs',
    rows: rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value: [...value] }])),
  };
}

/** The opening: which decision, in its own words, and what is asked. */
export function opening(input: LetterInput): Block[] {
  const { facts, level } = input.case;
  const denial = denialOf(input);
  const decision = denial && determination(denial, groundsInForce(input));
  const what =
    level === 'initial-denial'
      ? 'This letter appeals the decision in the notice of '
      : 'This letter disputes the decision on appeal in the notice of ';
  const count = groundsInForce(input).length;
  return [
    { kind: 'lines', lines: [[text('To the Appeals Reviewer:')]] },
    paragraph('form', [
      text(what),
      ...factInlines(facts.letterDate, 'Date of the notice', sayDate),
      text(decision === undefined ? '.' : '. The notice says:'),
    ]),
    ...(decision === undefined ? [] : [quote(decision)]),
    paragraph('form', [
      text(level === 'initial-denial' ? 'Please reverse that decision' : 'Please review and reverse that decision'),
      ...deniedPart(facts.deniedAmount),
      text(count === 0 ? '.' : `. ${reasonsSaid(count)}`),
    ]),
    ...(count === 0 ? [paragraph('form', [blank('The reasons the notice gives')])] : []),
  ];
}

function reasonsSaid(count: number): string {
  const words = [
    '',
    'The notice gives one reason. It is',
    'The notice gives two reasons. Each is',
    'The notice gives three reasons. Each is',
  ];
  return `${words[count] ?? `The notice gives ${count} reasons. Each is`} answered below under its own heading; the pages named are enclosed as exhibits.`;
}

function deniedPart(fact: Fact): Inline[] {
  if (known(fact) === undefined) return [];
  const source: Inline[] = fact.source === undefined ? [] : [text(' '), cite(fact.source)];
  return [text(` and cover the ${fact.value} that was not covered`), ...source];
}

function serviceRows(input: LetterInput): (readonly [string, readonly Inline[] | undefined])[] {
  const { service } = input.case.facts;
  if (known(service) !== undefined) return [['Service', factInlines(service, 'Service')]];
  const codes = codesOnNotice(input);
  if (codes === undefined) return [['Service', [blank('The service that was denied')]]];
  return [['Codes on the notice', [text(`${listWords(codes.values)} `), cite(codes.source)]]];
}

function codesOnNotice(
  input: LetterInput,
): { readonly values: readonly string[]; readonly source: Source } | undefined {
  const denial = denialOf(input);
  const findings =
    denial?.reading.findings.filter((finding) => finding.field === 'codes' && finding.system === 'cpt_hcpcs') ?? [];
  const first = findings[0];
  if (denial === undefined || first === undefined) return undefined;
  return {
    values: [...new Set(findings.map((finding) => String(finding.value)))],
    source: { documentId: denial.document.id, proof: first.proof },
  };
}

function sayDate(value: string): string {
  return isRealDate(value) ? longDate(value) : value;
}

function plural(fact: Fact, label: string, rest = ''): string {
  return `${label}${(fact.value ?? '').includes(',') ? 's' : ''}${rest}`;
}

function known(fact: Fact): string | undefined {
  return fact.value === undefined || fact.value.trim() === '' ? undefined : fact.value;
}

function ifKnown(fact: Fact, say?: (value: string) => string): Inline[] | undefined {
  return known(fact) === undefined ? undefined : factInlines(fact, '', say);
}

function lineOf(fact: Fact, label: string): Inline[] {
  const value = known(fact);
  return [value === undefined ? blank(label) : text(value)];
}

function linesOf(fact: Fact, label: string): Inline[][] {
  const value = known(fact);
  return value === undefined ? [[blank(label)]] : value.split('\n').map((line) => [text(line)]);
}

function optional(fact: Fact, label: string): Inline[][] {
  const value = known(fact);
  return value === undefined ? [] : [[text(`${label}${value}`)]];
}
