// `case`: makes or shows a case.
import { formatCents } from '../../shared/cases/money/format.ts';
import type { RecordView } from '../../shared/contract/record.ts';
import { AppError } from '../../shared/errors.ts';
import { CaseId, DocumentId } from '../../shared/ids.ts';
import type { CaseView } from '../../shared/model/case.ts';
import type { MoneyView } from '../../shared/model/money.ts';
import { IsoDate } from '../../shared/model/vocabulary.ts';
import { pickDenial } from '../core/sample.ts';
import { printJson, printLine } from './output.ts';
import { type CommandSession, type PassphraseOptions, withVault } from './session.ts';

type Options = PassphraseOptions & {
  readonly json?: boolean;
  readonly new?: string | true;
  readonly show?: string | true;
  readonly received?: string;
  readonly sent?: string;
};

/** Implements `case DIR --new [ID]` and `case DIR --show [ID]`. */
export async function caseCommand(dir: string, options: Options): Promise<void> {
  if (options.new === undefined && options.show === undefined)
    throw new AppError('wrong-usage', { details: { hint: 'Say --new or --show.' } });
  const received = options.received === undefined ? undefined : dateOf(options.received);
  const sent = options.sent === undefined ? undefined : dateOf(options.sent);
  await withVault(dir, options, async (session) => {
    let view = options.new === undefined ? await shown(session, options.show) : await made(session, options.new);
    if (received !== undefined)
      view = await session.client.cases.setReceived({ id: view.case.id, receivedOn: received });
    if (sent !== undefined) view = await session.client.cases.setAppealSent({ id: view.case.id, appealSentOn: sent });
    const { id } = view.case;
    const work = { ...(await session.client.record.get({ id })), money: await session.client.money.get({ id }) };
    if (options.json) printJson({ ...view, ...work, documents: view.documents });
    else {
      printView(view);
      printWork(work);
    }
  });
}

async function made({ client }: CommandSession, id: string | true | undefined): Promise<CaseView> {
  const documentId =
    typeof id === 'string' ? DocumentId.safeParse(id).data : pickDenial(await client.documents.list({})).id;
  if (documentId === undefined) throw new AppError('document-not-found');
  return client.cases.create({ documentId });
}

async function shown({ client }: CommandSession, id: string | true | undefined): Promise<CaseView> {
  const caseId = typeof id === 'string' ? CaseId.safeParse(id).data : (await client.cases.list({})).at(-1)?.id;
  if (caseId === undefined) throw new AppError('case-not-found');
  return client.cases.get({ id: caseId });
}

function dateOf(text: string): IsoDate {
  const parsed = IsoDate.safeParse(text);
  if (!parsed.success) throw new AppError('wrong-usage', { details: { hint: 'Write the date as YYYY-MM-DD.' } });
  return parsed.data;
}

function printView(view: CaseView): void {
  const { case: value, deadlines, gaps, documents } = view;
  printLine(`${value.id}  ${value.title}`);
  printLine(`Plan type: ${value.planType.value}${value.planType.byUser ? '' : ' (as read; please confirm)'}`);
  for (const { what, latest, target, citation, trust, explanation } of deadlines) {
    printLine(`Deadline: ${what}: ${latest ?? 'not known'}${target === undefined ? '' : `, aim for ${target}`}`);
    printLine(`  ${citation} (${trust === 'verified' ? 'verified' : 'to be verified'}). ${explanation}`);
  }
  printClocks(view);
  for (const ground of value.grounds) {
    printLine(
      `Reason: ${ground.reason}${ground.source === undefined ? '' : ` (page ${ground.source.proof.pageNumber}): “${ground.source.proof.quote}”`}`,
    );
    for (const { documentId, fromPage, state, why } of value.evidence.filter(
      ({ groundId }) => groundId === ground.id,
    )) {
      printLine(`  ${state}: ${documents[documentId] ?? documentId}, p. ${fromPage} (${why.join('; ')})`);
    }
    for (const gap of gaps.filter(({ groundId, state }) => groundId === ground.id && state === 'missing'))
      printLine(`  missing: ${gap.what} (${gap.who})`);
  }
}

/** Criteria, treatments, scores and money, a line each. */
function printWork({ record, crosswalk, money }: RecordView & { readonly money: MoneyView }): void {
  for (const { criterion, state, facts } of crosswalk)
    printLine(`Criterion ${criterion.label ?? ''} (${state}, ${facts.length} pages): ${criterion.text}`);
  for (const { name, dose, from, to, outcomeWords, outcome } of record.treatments)
    printLine(
      `Treatment: ${[name, dose, from, to, outcomeWords ?? outcome].filter((part) => part !== undefined).join(', ')}`,
    );
  for (const { scale, value, on } of record.scores)
    printLine(`Score: ${scale} ${value}${on === undefined ? '' : `, ${on}`}`);
  printLine(`Chronology: ${record.timeline.length} lines`);
  if (money.atStake !== undefined) printLine(`At stake: ${formatCents(money.atStake.cents)}. ${money.atStake.how}`);
  for (const { what } of money.differences) printLine(`Money: ${what}`);
}

/** When the plan must answer, and the steps after this one. */
function printClocks({ planDue, path, clockNotes }: CaseView): void {
  for (const { timing, amount, unit, due, isLate, applies } of planDue.filter((each) => each.applies !== 'no'))
    printLine(
      `Plan’s answer (${timing}${applies === 'yes' ? '' : ', if it is such a request'}): within ${amount} ${unit}${due === undefined ? '' : `, by ${due}`}${isLate ? ': late' : ''}`,
    );
  for (const { what, when, time, startedBy } of path)
    printLine(`Step ${when}: ${what}: ${time}, counted from ${startedBy}`);
  for (const { kind, what, citation } of clockNotes) printLine(`Note (${kind}): ${what} (${citation})`);
}
