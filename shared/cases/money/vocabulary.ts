// What headings of columns and labels of lines mean: words that plans and billing offices use for charges, payments and shares.
import type { MoneyKind } from '../../model/money.ts';

/** The meaning of a column: a kind of money, money of another sort, or none. */
export type Meaning =
  | MoneyKind
  /** What the plan accepts as the price: no money that moves. */
  | 'allowed'
  /** Takes off the bill; the line says who paid or wrote it off. */
  | 'credit'
  /** One "Amount" column for charges and credits. */
  | 'amount'
  /** Prices of one unit, limits, shares of a hundred, running balances. */
  | 'other-money'
  | 'claim'
  | 'text';

const PERSON = "(?:patient|member|mbr|pt|enrollee|subscriber|insured|participant|employee)(?:'?s)?\\.?";
const REFUSED =
  /\b(?:not ?cov\w*\.?|non-? ?cov\w*|ineligible|denied|disallowed|excluded|rejected|declined|refused|unpaid|not (?:payable|allowed|eligible|approved|paid)|amount not|not elig\w*)/;
const ADJUSTED =
  /\b(?:savings?|discounts?|disc|adjust\w*|adj|write-? ?offs?|written off|contract\w*|reductions?|negotiated|provider responsibility|courtesy)\b/;
/** What the provider must bear. */
const PROVIDERS = /\bprovider(?:'?s)?\.? (?:resp\w*|liab\w*|write-? ?off|adj\w*|discount)/;
const SHARE = new RegExp(
  `\\b(?:you|your)\\b(?! (?:plan|insur))|\\b${PERSON} (?:may )?(?:resp\\w*|owes?|pays?|share|liab\\w*|cost|balance|amount|portion|part)|\\b(?:may|can) be billed\\b|\\bresponsibility\\b|\\bpt\\.? resp`,
);
const PERSON_PAID = new RegExp(
  `\\byou(?: have)? paid\\b|\\b${PERSON} (?:paid|payments?|pmts?)\\b|\\bpaid by (?:you|${PERSON})`,
);
const COPAY = /\bco-? ?pay\w*/;
const DEDUCTIBLE = /\bded(?:uct\w*)?\b/;
const COINSURANCE = /\bco-? ?ins\w*/;
const PLAN_PAID =
  /\b(?:paid|pays?|pay|payments?|payable|plan|benefits?|reimburse\w*|insurance|ins)\b|\bplan'?s (?:share|part|portion)/;
const CHARGED = /\b(?:billed|charged?|charges|submitted|fees?|price|cost of|gross|retail)\b/;
const ALLOWED =
  /\b(?:allow\w*|eligible|approved|plan-? ?approved|recognized|considered|covered|member rate|contract(?:ed)? rate|usual)\b/;
const OTHER_MONEY =
  /\b(?:each|unit price|per unit|rate|limit|used|left|remaining|maximum(?! you)|max(?! you)|met|%|percent|running|over the|in network|out of network|accum\w*|to date)\b|%/;

/** What a column holds, by its heading in lower case. `provider` is true for bills and receipts, false for statements of a plan. */
export function columnMeaning(title: string, provider: boolean): Meaning {
  const words = joinBroken(title);
  if (/\bclaim\b/.test(words) && !/\b(?:paid|total|charge|amount)\b/.test(words)) return 'claim';
  if (/\b(?:approved|covered)\?/.test(words)) return 'text';
  if (PROVIDERS.test(words)) return 'adjustment';
  if (REFUSED.test(words)) return 'not-covered';
  if (/\bmax\w* you may be billed\b/.test(words)) return 'patient-share';
  if (OTHER_MONEY.test(words)) return 'other-money';
  const shared = [COPAY, DEDUCTIBLE, COINSURANCE].filter((one) => one.test(words)).length;
  if (PERSON_PAID.test(words)) return 'patient-payment';
  if (shared > 1) return 'coinsurance';
  if (COPAY.test(words)) return 'copay';
  if (DEDUCTIBLE.test(words)) return 'deductible';
  if (COINSURANCE.test(words)) return 'coinsurance';
  if (SHARE.test(words)) return 'patient-share';
  if (/\bcredits?\b|\bpayments? ?(?:\/|and|&|or) ?adj\w*|\badj\w* ?(?:\/|and|&|or) ?payments?|\bpmts?\b/.test(words))
    return 'credit';
  if (ALLOWED.test(words) && !/\bnot\b/.test(words)) return 'allowed';
  if (ADJUSTED.test(words)) return 'adjustment';
  if (CHARGED.test(words) && !/\bbilling code\b|\bservice\b.*\bcode\b/.test(words)) return 'charge';
  if (provider && /\b(?:insurance|ins|plan|medicare)\b/.test(words)) return 'plan-payment';
  if (provider && /\bpayments?\b/.test(words)) return 'credit';
  if (provider && /\bpaid\b/.test(words)) return 'patient-payment';
  if (!provider && PLAN_PAID.test(words) && !/\bplan (?:code|name|type|id)\b/.test(words)) return 'plan-payment';
  if (/\b(?:balance|owed?|due)\b/.test(words)) return provider ? 'other-money' : 'patient-share';
  if (/^(?:total |line )?(?:amount|amt)\.?(?: \(?(?:usd|\$)\)?)?$/.test(words)) return 'amount';
  return 'text';
}

/** "deduct- ible", "co- insur.": a heading broken at the end of a line is one word. */
function joinBroken(title: string): string {
  return title
    .replace(/(\p{L})- (?=\p{Ll})/gu, (_, letter: string) => letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** A balance that an earlier paper asked for already. */
export const EARLIER_BALANCE =
  /\b(?:balance|amount) (?:from|forward|brought|carried|on (?:your )?last)|\b(?:previous|prior|opening|beginning|last) (?:statement |account )?(?:balance|amount|bill)|\bbalance\b.*\b(?:last|previous|prior) statement/;
const BALANCE =
  /\b(?:please pay|pay this amount|(?:amount|balance|total|payment) (?:now |currently )?(?:due|owed)|(?:amount |total )?you (?:now )?owe|(?:new|current|account|patient|total|outstanding|remaining|statement|ending|your) balance|now due|due now|total due|amount now due)\b|^(?:balance|due|amount due)\b/;
const INSURER =
  /\b(?:insur\w*|ins|carrier|payer|plan|health|ppo|hmo|epo|mutual|benefits?|medicare|medicaid|medi-cal|tricare|blue (?:cross|shield)|bcbs|aetna|cigna|humana|united ?health\w*|anthem|primary|secondary|3rd party|third party|remit\w*|eob|fund|trust|tpa)\b/;
const PAYMENT = /\b(?:pay(?:ment|mt)?s?|pmts?|paid|received|posted)\b/;
const BY_PERSON =
  /\b(?:pay(?:ment|mt)?s?|pmts?|paid|co-? ?pay\w*|card|visa|mastercard|amex|discover|che(?:ck|que)|cash|hsa|fsa|deposit|online|portal|thank you|collected|instal\w*)\b/;

/** What a line of a bill or receipt is, by its label in lower case; undefined where the label says no money word. `credit`: it takes off. */
export function billLabelKind(label: string, credit: boolean): MoneyKind | undefined {
  const words = label.replace(/\s+/g, ' ').trim();
  if (EARLIER_BALANCE.test(words)) return 'balance';
  if (BALANCE.test(words) && !credit) return 'balance';
  if (/\b(?:total |new |all )*charges\b|\btotal billed\b|\bretail price\b/.test(words) && !credit) return 'charge';
  const adjusted = ADJUSTED.test(words) || /\bsavings card\b|\bcoupon\b|\ballowance\b/.test(words);
  if (adjusted && !/\bpayment plan\b/.test(words) && (credit || !/\d{5}/.test(words))) return 'adjustment';
  const instalment = /\bpayment plan\b|\binstal/.test(words);
  if (PERSON_PAID.test(words)) return 'patient-payment';
  if (PAYMENT.test(words) && INSURER.test(words) && !instalment) return 'plan-payment';
  if (REFUSED.test(words) && !credit) return 'not-covered';
  if (credit && BY_PERSON.test(words)) return 'patient-payment';
  if (/\b(?:payments?|pmts?|paid)\b/.test(words)) return 'patient-payment';
  if (COPAY.test(words)) return 'copay';
  return undefined;
}

/** Counts toward limits and years say nothing of this claim. */
const TOWARD_LIMITS =
  /\b(?:limits?|maximums?|to date|met|used|remaining|annual|yearly|year|so far|penalty|reduced by|individual|family|ytd)\b/;

/** What a labelled amount on a plan's statement or letter is, by the label in lower case; undefined where it is none of ours. */
export function planLabelKind(label: string): MoneyKind | undefined {
  const words = label.replace(/\s+/g, ' ').trim();
  if (TOWARD_LIMITS.test(words)) return undefined;
  if (PROVIDERS.test(words)) return REFUSED.test(words) ? undefined : 'adjustment';
  if (REFUSED.test(words))
    return /\bwrite-? ?off|provider('s)? (?:cost|duty|responsib)/.test(words) ? undefined : 'not-covered';
  if (PERSON_PAID.test(words)) return 'patient-payment';
  if (ADJUSTED.test(words)) return 'adjustment';
  if (COPAY.test(words)) return 'copay';
  if (DEDUCTIBLE.test(words)) return 'deductible';
  if (COINSURANCE.test(words)) return 'coinsurance';
  if (SHARE.test(words) || /\bbalance\b/.test(words)) return 'patient-share';
  if (ALLOWED.test(words)) return undefined;
  if (CHARGED.test(words)) return 'charge';
  if (/\b(?:paid|payment|pays)\b/.test(words)) return 'plan-payment';
  return undefined;
}

/** A row that sums others. */
export const TOTAL =
  /^\W*(?:(?:claim|account|grand|sub|statement|page|day|visit|daily|overall|all|report|bill|combined|your|service)[\s-]*)*totals?\b|^\W*(?:sub-?total|sum)\b|\btotals? (?:for|of)\b|\b(?:day|visit|claim|sub) ?-?totals?\b|^all (?:\w+ )?(?:claims|services|lines|bills)\b/;
/** A row that counts the year or another period besides this one. */
export const OTHER_PERIOD =
  /\b(?:year[- ]to[- ]date|ytd|so far|to date|this year|last (?:month|year)|previous (?:month|year))\b/;
/** A title above counts that are no money of a claim: limits, ages of a balance. */
export const SET_APART =
  /\byear[- ]to[- ]date\b|\bso far\b|\bwhere you stand\b|\bhow old\b|\bag(?:e)?ing\b|\bage of (?:your |this )?balance\b|\bdeductible status\b|\b(?:out-of-pocket|yearly|annual) (?:limit|maximum)|\baccumulators?\b/;
