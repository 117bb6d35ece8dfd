// The payer on papers that somebody else wrote: beside its label, as the one who paid, as the one a letter is addressed to.
import { matchesIn } from '../../../text/matches.ts';
import { flowOf } from '../../paper.ts';
import type { Candidate } from '../collect.ts';
import { HOUSE, isHouse } from '../houses.ts';
import { labelled } from '../labels.ts';
import { isLogOfCalls } from '../log.ts';
import type { Sheet } from '../sheet.ts';
import { PAYS, PLAN_WORD } from './houses-that-pay.ts';

/** The payer beside a label: "Insurance: Tri-County Mutual, ID TCM 5520". */
export function besideLabel(sheet: Sheet): Candidate | undefined {
  for (const item of labelled(sheet, sheet.labels.byField.payer, (zone) => zone !== 'taglines')) {
    const text =
      item.piece.text
        .slice(item.from, item.to)
        .split(/\s+[/(]|\s{2,}|,? +ID\b|,\s(?!(?:Inc|LLC|Ltd|Co|Corp|PPO|HMO)\b)|;|\s+(?=[A-Z]{2,4}-?\d)/)[0] ?? '';
    if (
      /^\p{Lu}\p{L}+/u.test(text) &&
      text.split(' ').length <= 8 &&
      isHouse(text) &&
      !/^(?:None|None entered|Has|Will|May|Paid|Payment|Payments|Contract|Adjustment|ID|Discount)\b/i.test(text)
    ) {
      return {
        field: 'payer',
        value: text.trim(),
        piece: item.piece,
        from: item.from,
        to: item.from + text.trim().length,
        confidence: 0.85,
        why: `stands beside "${item.label}"`,
      };
    }
  }
  return undefined;
}

/** "BILL TO  Larkfield Health Plan   ID LF 60 4418", "Cov: Larkfield HMO", "Plan on file: Larkfield Rx". */
const WIDE = [
  /^[^a-z0-9]{0,4}(?:\d{1,2}[.)]? +)?(?:bill to|cov\.?|plan (?:and|&) (?:member )?id|plan on file|plan name)(?![a-z])/,
];
/** The same with "Plan" alone. */
const WIDER = [
  /^[^a-z0-9]{0,4}(?:\d{1,2}[.)]? +)?(?:bill to|cov\.?|plan(?: (?:and|&) (?:member )?id| on file| name)?)(?![a-z])/,
];
/** In a chart "Plan" is what is to be done next, in an administrator's letter the employer's. */
function meansElse({ kind, paper }: Sheet): boolean {
  return kind === 'medical-record' || (kind === 'correspondence' && !isLogOfCalls(paper));
}

/** "(Medicaid)", "(HMO)": the kind of plan behind its name. */
const KIND_BEHIND = /^ ?\((?:medicaid|medicare|hmo|ppo|epo|pos|commercial|marketplace|self-funded)/i;

/** "Plan Document", "Plan Year": what else begins with the word for a plan. */
const NO_NAME = /\b(?:document|description|summary|year|sponsor|number|type|administrator)\b/i;

/** The payer behind a label that others may stand behind too: only what is named as a plan, or has its kind or its number on the same line. */
export function besideWideLabel(sheet: Sheet): Candidate | undefined {
  for (const item of labelled(sheet, meansElse(sheet) ? WIDE : WIDER)) {
    const text = item.piece.text.slice(item.from, item.to);
    const value =
      /^(?:\p{Lu}[\p{L}&'.-]*|of|the|and|&)(?: (?:\p{Lu}[\p{L}&'.-]*(?!\S)|of|the|and|&))*/u
        .exec(text.split(/ ?[,;(]| ID\b| PAID\b|\s(?=[A-Z]{2,4}[ -]?\d)/)[0] ?? '')?.[0]
        ?.replace(/\.$/, '') ?? '';
    if (NO_NAME.test(value) || value.split(' ').length < 2 || value.split(' ').length > 7 || !isHouse(value)) continue;
    const behind = text.slice(value.length);
    const line = sheet.paper.lines[item.line]?.text ?? '';
    const onLine = line.slice(line.indexOf(value) + value.length);
    if (!PLAN_WORD.test(value) && !KIND_BEHIND.test(behind) && !/\bID\b/i.test(onLine)) continue;
    return {
      field: 'payer',
      value,
      piece: item.piece,
      from: item.from,
      to: item.from + value.length,
      confidence: 0.8,
      why: `stands beside "${item.label}"`,
      isFollowed: true,
    };
  }
  return undefined;
}

/** "Larkfield Mutual, Privacy Office, PO Box 12" below the title of its form. */
export function headOfForm({ grid }: Sheet): Candidate | undefined {
  for (const [cell] of grid.slice(0, 4)) {
    const value = cell?.text.split(',')[0] ?? '';
    if (cell === undefined || !PLAN_WORD.test(value) || !isHouse(value) || value.split(' ').length > 7) continue;
    if (/\b(?:authoriz\w*|information|appoint\w*|representative|release|form|disclos\w*)\b/i.test(value)) continue;
    return {
      field: 'payer',
      value,
      piece: cell,
      from: 0,
      to: value.length,
      confidence: 0.75,
      why: 'is the letterhead of the form',
      isFollowed: true,
    };
  }
  return undefined;
}

/** "the Claims Administrator, Larkfield Benefit Services", "Larkfield TPA, the Claims Administrator": who decides the claims of an employer's plan. */
export function claimsAdministrator({ paper }: Sheet): Candidate | undefined {
  const flow = flowOf(paper.lines.filter((line) => !line.running));
  const name = "\\p{Lu}[\\p{L}&'-]*(?: (?:(?:of|and|&) )?\\p{Lu}[\\p{L}&'-]*){1,5}";
  const hit =
    new RegExp(`\\b[Cc]laims [Aa]dministrator(?:,| is|:) (?:the )?(${name})(?=[,.;(])`, 'u').exec(flow.text) ??
    new RegExp(`(${name}), the (?:\\p{Lu}?\\p{L}+'s )?[Cc]laims [Aa]dministrator\\b`, 'u').exec(flow.text);
  if (hit?.[1] === undefined || !HOUSE.test(hit[1])) return undefined;
  const from = hit.index + hit[0].indexOf(hit[1]);
  return {
    field: 'payer',
    value: hit[1],
    piece: flow,
    from,
    to: from + hit[1].length,
    confidence: 0.75,
    why: 'is named as the claims administrator',
    isFollowed: true,
  };
}

/** "Quillback Health - insurance payment" on a bill. */
export function paidBy({ paper }: Sheet): Candidate | undefined {
  for (const line of paper.lines) {
    for (const cell of line.cells) {
      const hit =
        /^(?:(?:insurance|plan|payer) )?(?:payment|paid|adjustment)(?:,| from| by|:| -) (\p{Lu}[\p{L}&'. ]{3,40}?)$/iu.exec(
          cell.text,
        ) ??
        /^(\p{Lu}[\p{L}&'. ]{3,40}?)\s+(?:-\s+)?(?:insurance\s+)?(?:payment|paid|contractual|adjustment)\b/u.exec(
          cell.text,
        );
      if (
        hit?.[1] === undefined ||
        !isHouse(hit[1]) ||
        /^(?:Insurance|Patient|Total|Less|Your|Card|Co|Amount|Balance|Previous|Last|Online|Check|Cash|Date|Method|Receipt)/.test(
          hit[1],
        )
      )
        continue;
      return {
        field: 'payer',
        value: hit[1].trim(),
        piece: cell,
        from: hit[0].indexOf(hit[1]),
        to: hit[0].indexOf(hit[1]) + hit[1].trim().length,
        confidence: 0.65,
        why: 'is named as the one who paid',
      };
    }
  }
  return undefined;
}

/** Desks of a house and officers at it, as a letter is addressed to them. */
const DESK =
  /\b(?:box|unit|department|dept|attn|attention|director|officer|reviewer|review|appeals?|grievances?|management|services|desk|team|committee|precertification|authorizations?|fax|phone|street|avenue|road)\b/i;
/** With these words the letter itself begins. */
const BEGINS = /^(?:re|regarding|subject|concerning|dear|patient|member)\b/i;
const ADDRESSED_TO = /^(?:to(?: whom it may concern at| the .{3,40} at)?|attn|attention)\b:?\s*/i;

/** The house a letter is addressed to: the name among its desks and officers, "To: Medical Director, Tarn Health Plan, Appeals". */
export function addressedHouse({ paper }: Sheet): Candidate | undefined {
  const top = paper.lines.slice(3, 24).filter((line) => line.page === 0);
  const begins = top.findIndex((line) => BEGINS.test(line.text.trim()));
  const above = top.slice(0, begins < 0 ? undefined : begins + 1);
  const parts = above.flatMap((line) => {
    const lead = ADDRESSED_TO.exec(line.text)?.[0].length ?? 0;
    return matchesIn(line.text.slice(lead), /[^,]+/g).map((hit) => {
      const value = hit[0].trim().replace(/:$/, '');
      const from = lead + hit.index + hit[0].indexOf(value);
      return { line, value, from };
    });
  });
  const names = parts.filter(
    ({ line, value }) =>
      isHouse(value) &&
      !DESK.test(value) &&
      !/\d/.test(value) &&
      (!BEGINS.test(line.text.trim()) || ADDRESSED_TO.test(line.text)),
  );
  const house = names.find(({ value }) => PAYS.test(value)) ?? names.find(({ value }) => HOUSE.test(value));
  return house === undefined
    ? undefined
    : {
        field: 'payer',
        value: house.value,
        piece: house.line,
        from: house.from,
        to: house.from + house.value.length,
        confidence: 0.7,
        why: 'is addressed',
        isFollowed: PAYS.test(house.value),
      };
}
