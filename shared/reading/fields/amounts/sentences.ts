// Amounts a sentence tells: what is owed, that nothing is, and what was charged.
import { matchesIn } from '../../../text/matches.ts';
import { flowOf, type Piece } from '../../paper.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { moneyIn } from '../values.ts';
import { severalOnClaimLines } from './on-claim-line.ts';
import type { Sum } from './sum.ts';

const SAID =
  /\b(?:(?:you|you [^.;$]{6,80} and) (?:are |remain |may be |will be )?(?:still )?(?:responsible|liable) for(?: paying)?|(?:may|can|must) ?not be (?:charged|billed|asked for) more than|you (?:may|will|might|could) (?:have|need) to pay|your (?:own )?part[^.$]{0,40}? (?:is|comes to|will be|stays at|remains)|may look to you for(?: the whole| all of)?|(?:her|his|their) (?:own )?(?:share|part|cost share)[^.$]{0,60}? (?:is|comes to|will be|remains)|(?:the )?(?:most|maximum)[^.$]{0,20} you (?:can|could|may) (?:be billed|owe|have to pay)[^.$]{0,10}? is|(?:this |that |which )?leav(?:es|ing)(?: you(?: with| to pay)?)?(?: a balance of)?(?= \$[\d,.]+\d (?:for you|to (?:be )?paid? by you|as your))|you (?:now |may |will )?owe|your (?:own )?(?:share|responsibility|cost|balance)[^.$]{0,40}? (?:is|comes to|will be|stays at|remains)|you (?:do not|don't) owe more than|(?:the (?:patient|member)|m(?:r|s|rs)\. [\w-]+) (?:owes|is not to pay more than)|member(?:'s)? (?:share|responsibility|liability)[^.$]{0,40}? (?:is|of)|patient(?:'s)? (?:share|responsibility)[^.$]{0,30}? (?:is|of)|(?:can|may|will) bill you(?: for)?|(?:you )?have been (?:asked|billed)(?: by [^.$]{3,40}?)? for|you may be billed(?: for)?)\b|\byour (?:liability|responsibility): (?=\$)/g;

/** "You are responsible for $27,597.50": the amount that follows in the same sentence. */
export function saidOwed(sheet: Sheet): Sum | undefined {
  // The titles and rows of tables are no sentences.
  const flow = flowOf(
    sheet.paper.lines.filter(
      (line, index) => isOpen(sheet, index) && sheet.zones[index] !== 'rights' && line.cells.length <= 3,
    ),
  );
  for (const hit of matchesIn(flow.lower, SAID)) {
    const found = sentenceMoney(flow.text.slice(hit.index, hit.index + 160));
    const before = flow.lower.slice(Math.max(0, hit.index - 120), hit.index);
    // "It costs $402.16 each month. Your own share is $91.16.": the premium is no cost of care.
    if (found === undefined || /\bif\b[^.]{0,40}$/.test(before) || /\b(?:each|per|a) month\b[^$]{0,12}$/.test(before))
      continue;
    return {
      value: found.value,
      piece: flow,
      from: hit.index + found.from,
      to: hit.index + found.to,
      confidence: 0.75,
      why: 'says what you owe',
    };
  }
  return yours(flow);
}

function sentenceMoney(text: string): { value: number; from: number; to: number } | undefined {
  const money = moneyIn(text)[0];
  if (money === undefined) return undefined;
  // "You owe the daily copay of $50 for five days" states no sum.
  if (
    /\b(?:daily|per (?:day|visit|week|month))\b/.test(text.slice(0, money.from).toLowerCase()) ||
    /^ (?:a|each|every|per) (?:day|visit|week|month)\b/.test(text.slice(money.to))
  )
    return undefined;
  return /[.!?]\s+\p{Lu}/u.test(text.slice(0, money.from).replace(/\b(?:Dr|St|Mr|Ms|Mrs)\./g, '')) ? undefined : money;
}

/** "The amount of $1,327.40 is your responsibility", "the charges, $3,621.00 in all, are yours to settle": the sum before what is said of it. */
function yours(flow: Piece): Sum | undefined {
  const SAYS =
    /\$[\d,]+(?:\.\d\d)?,?(?: (?:in all|altogether|in total),?)?(?: (?:is|are|remains?|becomes?|and|therefore|thus|returned|unpaid|now))* (?:your (?:own )?responsibility|yours to (?:pay|settle)|owed by you|for you to pay)\b/g;
  for (const hit of matchesIn(flow.lower, SAYS)) {
    const money = moneyIn(flow.text.slice(hit.index, hit.index + 16))[0];
    if (money === undefined || /\bif\b[^.]{0,60}$/.test(flow.lower.slice(Math.max(0, hit.index - 70), hit.index)))
      continue;
    const { value, from, to } = money;
    return {
      value,
      piece: flow,
      from: hit.index + from,
      to: hit.index + to,
      confidence: 0.75,
      why: 'says what is yours to pay',
    };
  }
  return undefined;
}

/** "You do not owe the hospital any money": nothing is owed. */
export function nothingOwed(sheet: Sheet): Sum | undefined {
  for (const line of sheet.paper.lines) {
    const hit =
      /you (?:do not|don't) owe [^.]{0,40}(?:any money|anything|any)|you (?:do not|don't) have to pay (?:anything|any)|you owe (?:nothing|\$0)|you are not responsible for (?:any|these|this)|\bhold (?:harmless (?:you|the (?:family|member|patient|beneficiary))|(?:you|the (?:family|member|patient|beneficiary)) harmless)\b|(?:may|can)(?:not| not|'t) (?:collect|bill|charge|ask)[^.]{0,30}\b(?:you|the family|the member|the patient|the beneficiary)\b[^.]{0,20} (?:anything|any (?:money|amount|part|of (?:it|this|these)))|(?:you|the (?:family|member|patient)) owes? nothing\b(?! (?:more|else|further|extra|beyond|except)\b)|nothing is owed by (?:you|the)|\b(?:the )?(?:patient|member|family|beneficiary|enrollee) (?:is not|isn't) (?:liable|responsible) for (?:any|these|this|them|it)\b/.exec(
        line.lower,
      );
    const rest = hit === null ? '' : line.lower.slice(hit.index + hit[0].length);
    // Of some of the services nothing is owed: of the others it may be.
    if (/^ for (?:them|those|visits (?:before|after|from|until)|(?:the|your) \w+ (?:visits|days))\b/.test(rest))
      continue;
    if (hit !== null && !/\bif\b/.test(line.lower))
      return {
        value: 0,
        piece: line,
        from: hit.index,
        to: hit.index + hit[0].length,
        confidence: 0.8,
        why: 'says nothing is owed',
      };
  }
  return undefined;
}

/** "The hospital charged $6,412.80", "a claim for $1,240.00". */
export function saidBilled(sheet: Sheet): Sum | undefined {
  const flow = flowOf(
    sheet.paper.lines.filter(
      (_, index) => isOpen(sheet, index) && sheet.zones[index] !== 'rights' && sheet.zones[index] !== 'legend',
    ),
  );
  const hits = matchesIn(
    flow.lower,
    /(?<!\bbe )\b(?:charged|billed)(?: (?:us|you|the plan))?(?: a total of)? (?=\$)|\b(?:charges? (?:was|were|of)|(?<=[.;] )charge|claim (?:no\. |number )?(?=[\w-]*\d)[\w-]{4,24} for|charge of [^.$]{4,40} \((?=\$)|(?:hospital|doctor|surgeon|clinic|facility|company) (?:listed|asked for)|(?:they|bills?|claims?|charges?)(?: together)? (?:add up to|total|come to)|(?:claims?|bills?|charges?) \((?=\$)|(?:claim|bill|charges?)(?:,? came to|,? totaling|,? totalling|,? in the amount of| of| for| (?:of|from) [^.$]{4,90}?,? in the amount of)|(?:surgeon|doctor|provider|hospital|facility|clinic|office|dentist|company)'?s'? (?:estimate|fee|charge|bill|price)(?: for [^.$]{3,40})? (?:is|was|came to|comes to|of)|(?:billed|total|estimated|submitted|full) (?:charges?|amount|fee|price)[^.$]{0,24} (?:is|was|were|came to|of|at))(?: a total of| about)? ?(?=\$)/g,
  ).flatMap((hit) => {
    const end = hit.index + hit[0].length;
    // "The rest of the bill ($288.00)", "the charges ($3,410.00) were paid": not what is told of the whole.
    if (/\b(?:rest|remainder) of (?:the|this) $/.test(flow.lower.slice(0, hit.index).slice(-20))) return [];
    if (/^[$\d,.]+\)? (?:was|were) paid\b/.test(flow.lower.slice(end, end + 40))) return [];
    const money = moneyIn(flow.text.slice(end, end + 16))[0];
    return money === undefined || money.value <= 0 ? [] : [{ value: money.value, from: hit.index, to: end + money.to }];
  });
  const whole = saidWhole(flow);
  if (whole !== undefined) return whole;
  const first = hits[0];
  // What a sentence says of one of several claims is not what was billed in all.
  if (first === undefined || severalOnClaimLines(sheet) || new Set(hits.map((hit) => hit.value)).size > 1)
    return undefined;
  return { ...first, piece: flow, confidence: 0.65, why: 'says what was charged' };
}

/** "together $21,150.00", "$1,240.00 in all", "for a total of $846.00": a sum of charges in a sentence that speaks of charges or claims. */
function saidWhole(flow: Piece): Sum | undefined {
  const SUM =
    /\b(?:together|in all|altogether|all told|for a total of|totall?ing|in total|combined|total(?: charges?)?(?: is| was| of)?),? (?=\$)|\$[\d,]+(?:\.\d\d)?(?= (?:was |were )?(?:billed|charged|claimed|in (?:billed )?charges)\b)|\$[\d,]+(?:\.\d\d)?(?=,? (?:in all|altogether|all told|in total|together|combined)\b(?! \$))/g;
  for (const hit of matchesIn(flow.lower, SUM)) {
    const around = flow.lower.slice(Math.max(0, hit.index - 140), hit.index + hit[0].length + 70);
    // "The other $450.00 was billed for…" is a part.
    if (/\b(?:other|remaining|rest of the) $/.test(flow.lower.slice(0, hit.index).slice(-16))) continue;
    if (!/\b(?:charges?|charged|claims?|bills?|billed|fees?|invoices?)\b/.test(around)) continue;
    if (/\b(?:paid|allow\w*|deductible|premium|owe|maximum|limit|out of pocket)\b/.test(around.slice(60))) continue;
    const from = hit[0].startsWith('$') ? hit.index : hit.index + hit[0].length;
    const money = moneyIn(flow.text.slice(from, from + 16))[0];
    if (money === undefined || money.value <= 0) continue;
    return {
      value: money.value,
      piece: flow,
      from: from + money.from,
      to: from + money.to,
      confidence: 0.65,
      why: 'says what the charges come to',
    };
  }
  return undefined;
}
