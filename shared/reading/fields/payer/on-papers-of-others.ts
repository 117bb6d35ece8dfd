// The payer on papers that somebody else wrote: beside its label, as the one who paid, as the one a letter is addressed to.
import type { Candidate } from '../collect.ts';
import { HOUSE, isHouse } from '../houses.ts';
import { labelled } from '../labels.ts';
import type { Sheet } from '../sheet.ts';
import { PAYS } from './houses-that-pay.ts';

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
        !/^\p{Lu}/u.test(hit[1]) ||
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
    return [...line.text.slice(lead).matchAll(/[^,]+/g)].map((hit) => {
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
