// What this appeal is about in money: the amounts refused on the denied claims that fall to the person.
import type { Case } from '../../model/case.ts';
import type { FullDocument } from '../../model/document.ts';
import type { MoneyLine, MoneyView } from '../../model/money.ts';
import type { Source } from '../../model/source.ts';
import { listWords } from '../calendar.ts';
import type { CasePaper } from './case-papers.ts';
import { amountsIn } from './cents.ts';
import { claimKey } from './claim-key.ts';
import type { MatchedClaim } from './claims.ts';
import { formatCents } from './format.ts';
import type { MoneyRow } from './money-rows.ts';
import { costShares, refusedToPerson, statedShare } from './shares.ts';
import { partsOf, sumOf } from './sums.ts';

type AtStake = NonNullable<MoneyView['atStake']>;

/** An amount with where it stands. */
interface Sum {
  readonly cents: number;
  readonly sources: readonly Source[];
}

/** What the statements of the plan refuse. */
interface Refused extends Sum {
  /** With what the provider must bear. */
  readonly all: number;
  readonly words: string;
  /** Why the sum is less than all that was refused; empty when it isn't. */
  readonly remark: string;
}

/** What is at stake; undefined when no paper gives an amount, as for an approval in advance. */
export function atStake(
  value: Case,
  papers: readonly CasePaper[],
  claims: readonly MatchedClaim[],
): AtStake | undefined {
  const typed = typedAmount(value);
  if (typed !== undefined) return typed;
  const denial = papers.find(({ paper }) => paper.document.id === value.denialDocumentId);
  const letter = denial?.money.role === 'letter' ? letterAmount(denial) : undefined;
  const listed = refusedIn(
    claims.filter(({ plan }) => plan?.money.role === 'plan'),
    papers,
  );
  const stake = compare(letter, listed) ?? (denial === undefined ? undefined : wholeClaim(denial));
  return stake === undefined || denial?.money.role !== 'letter' ? stake : asOwed(stake, denial, listed !== undefined);
}

function typedAmount(value: Case): AtStake | undefined {
  const fact = value.facts.deniedAmount;
  if (!fact.byUser || fact.value === undefined) return undefined;
  const text = fact.value.trim();
  const cents = amountsIn(text.startsWith('$') ? text : `$${text}`)[0]?.cents;
  if (cents === undefined) return undefined;
  return {
    cents,
    how: `You gave ${formatCents(cents)} as the amount denied.`,
    sources: fact.source ? [fact.source] : [],
  };
}

/** The amount the letter says is refused: its own sum, else the lines of its table. */
function letterAmount({ money }: CasePaper): Sum | undefined {
  const refused = money.lines.filter((line) => line.kind === 'not-covered' && line.cents > 0);
  const sums = refused.filter((line) => line.isTotal);
  if (sums.length > 0 && new Set(sums.map((line) => line.cents)).size === 1) return sumFrom(sums.slice(0, 1));
  const parts = money.rows.filter((row) => !row.providersDuty).flatMap((row) => partsOf(row.lines, 'not-covered'));
  if (parts.length > 0) return sumFrom(parts.filter((line) => line.cents > 0));
  const greatest = [...sums].sort((a, b) => b.cents - a.cents)[0];
  return greatest === undefined ? undefined : sumFrom([greatest]);
}

function sumFrom(lines: readonly MoneyLine[]): Sum {
  return { cents: sumOf(lines), sources: lines.map((line) => line.source) };
}

function refusedIn(claims: readonly MatchedClaim[], papers: readonly CasePaper[]): Refused | undefined {
  const denied = claims.filter((claim) => claim.rows.some((row) => row.refused));
  if (denied.length === 0) return undefined;
  const each = denied.map((claim) => ({ claim, cents: refusedToPerson(claim.rows) }));
  const sum = each.reduce((total, { cents }) => total + cents, 0);
  const all = denied.reduce((total, { rows }) => total + allRefused(rows), 0);
  const most = mostOwed(claims, papers);
  const cents = most === undefined ? sum : Math.min(sum, most);
  const words = listWords(
    each.filter((one) => one.cents > 0).map((one) => `${formatCents(one.cents)} for claim ${one.claim.claim}`),
  );
  const remark =
    cents < sum
      ? ` The statement says that you owe no more than ${formatCents(cents)} of it.`
      : sum < all
        ? ` ${sum > 0 ? 'Another ' : ''}${formatCents(all - sum)} was refused that the provider must bear: it is not yours to pay.`
        : '';
  return { cents, all, words, remark, sources: denied.flatMap(({ rows }) => chief(rows).map((line) => line.source)) };
}

function allRefused(rows: readonly MoneyRow[]): number {
  const parts = rows.flatMap((row) => partsOf(row.lines, 'not-covered'));
  return parts.length > 0 ? sumOf(parts) : refusedToPerson(rows);
}

/** The refused lines that fall to the person, else the stated sum. */
function chief(rows: readonly MoneyRow[]): MoneyLine[] {
  const lines = rows
    .filter((row) => row.refused && !row.isTotal && !row.providersDuty)
    .flatMap((row) => partsOf(row.lines, 'not-covered'));
  const shown = lines.filter((line) => line.cents > 0);
  return shown.length > 0
    ? shown
    : rows.flatMap((row) => row.lines.filter((line) => line.kind === 'not-covered' && line.cents > 0));
}

/** What the plan's papers leave to the person besides deductible, copays and coinsurance; undefined unless they tell for all the claims. */
function mostOwed(claims: readonly MatchedClaim[], papers: readonly CasePaper[]): number | undefined {
  const own = new Set(claims.map(({ claim }) => claimKey(claim)));
  let most = 0;
  for (const plan of papers.filter(({ paper }) => claims.some((claim) => claim.plan?.paper === paper))) {
    const share = statedShare(plan);
    // Where each row gives the share, the rows were weighed one by one already.
    const byRow = plan.money.rows.some(
      (row) => !row.isTotal && row.lines.some((line) => line.kind === 'patient-share'),
    );
    if (
      share === undefined ||
      byRow ||
      plan.money.rows.some((row) => row.claim !== undefined && !own.has(claimKey(row.claim)))
    )
      return undefined;
    most += Math.max(0, share - costShares(plan.money.rows));
  }
  return most;
}

function compare(letter: Sum | undefined, listed: Refused | undefined): AtStake | undefined {
  if (letter === undefined && listed === undefined) return undefined;
  if (listed === undefined)
    return {
      cents: letter!.cents,
      how: `The denial letter says that ${formatCents(letter!.cents)} is not paid.`,
      sources: [...letter!.sources],
    };
  const sources = [...(letter?.sources ?? []), ...listed.sources];
  if (letter === undefined) {
    const how =
      listed.cents === 0
        ? 'The plan’s statement refuses nothing that you would have to pay.'
        : `The plan’s statement does not cover ${listed.words}.`;
    return { cents: listed.cents, how: how + listed.remark, sources };
  }
  const said = formatCents(letter.cents);
  if (letter.cents === listed.cents)
    return {
      cents: letter.cents,
      how: `The denial letter says that ${said} is not covered, and the plan’s statement lists the same: ${listed.words}.`,
      sources,
    };
  if (letter.cents === listed.all)
    return { cents: listed.cents, how: `The denial letter says that ${said} is not covered.${listed.remark}`, sources };
  return {
    cents: letter.cents,
    how: `The denial letter says that ${said} is not covered; the plan’s statement comes to ${formatCents(listed.cents)}. The letter’s amount is shown.`,
    sources,
  };
}

/** A letter that refuses the whole of a claim: what it says the person owes, else the only charge it names. */
function wholeClaim({ paper, money }: CasePaper): AtStake | undefined {
  const { notice } = paper.reading;
  const outcome = notice?.outcome.value ?? 'unknown';
  const whole = outcome === 'denied' || outcome === 'upheld';
  if (!(whole || outcome === 'unknown') || notice?.timing?.value === 'before-service') return undefined;
  const owed = owedBy(paper);
  if (owed !== undefined && (owed.cents > 0 || whole)) {
    const how = `The letter denies the claim and says that you owe ${owed.cents === 0 ? 'nothing' : formatCents(owed.cents)}.`;
    return { cents: owed.cents, how, sources: [...owed.sources] };
  }
  const charges = money.lines.filter((line) => line.kind === 'charge' && line.cents > 0);
  const [first] = charges;
  if (owed !== undefined || first === undefined || new Set(charges.map((line) => line.cents)).size > 1)
    return undefined;
  if (!whole || notice?.timing?.value !== 'after-service') return undefined;
  return {
    cents: first.cents,
    how: `The letter denies the claim; the charge it gives is ${formatCents(first.cents)}.`,
    sources: [first.source],
  };
}

/** What a paper says the person owes, with its words. */
function owedBy(paper: FullDocument): Sum | undefined {
  const owed = paper.reading.fields.patient_responsibility;
  const finding = paper.reading.findings.find(
    ({ field, value }) => field === 'patient_responsibility' && value === owed,
  );
  if (owed === undefined || finding === undefined) return undefined;
  return { cents: Math.round(owed * 100), sources: [{ documentId: paper.document.id, proof: finding.proof }] };
}

const NOTHING =
  /\byou (?:do not|don't) owe\b[^.]{0,50}\b(?:any|anything|money|nothing)\b|\byou owe (?:nothing|\$0)\b|\byou (?:are not|will not be|won't be) (?:responsible|billed|charged)\b|\b(?:may|can)(?: ?not|'t) (?:bill|charge|collect)\b[^.]{0,20}\bdenied (?:amounts?|charges?)\b/i;
const SOME_BARRED = /\b(?:may|can)(?: ?not|'t) (?:bill|charge|collect)\b|\bmust write\b[^.]{0,30}\boff\b/i;

/** Some letters say that the person owes nothing, or only a part, of what was refused, or that one provider may not ask for it. */
function asOwed(stake: AtStake, { paper }: CasePaper, listed: boolean): AtStake {
  const text = paper.pages
    .map((page) => page.words.map((word) => word.text).join(' '))
    .join(' ')
    .replace(/’/g, "'");
  const owed = owedBy(paper);
  if (stake.cents === 0) return stake;
  if (!listed && (NOTHING.test(text) || owed?.cents === 0))
    return {
      ...stake,
      cents: 0,
      how: `The plan refuses ${formatCents(stake.cents)}, and the letter says that you do not owe it.`,
    };
  if (!listed && owed !== undefined && owed.cents < stake.cents)
    return {
      cents: owed.cents,
      how: `The plan refuses ${formatCents(stake.cents)}; the letter says that you owe ${formatCents(owed.cents)}.`,
      sources: [...stake.sources, ...owed.sources],
    };
  return SOME_BARRED.test(text)
    ? {
        ...stake,
        how: `${stake.how} The letter also says that a provider may not bill you for some of it: read that part.`,
      }
    : stake;
}
