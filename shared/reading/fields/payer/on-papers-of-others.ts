// The payer on papers that somebody else wrote: beside its label, as the one who paid, as the one a letter is addressed to.
import type { Line } from '../../paper.ts';
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

/** The house a letter is addressed to. */
export function addressedHouse({ paper }: Sheet): Candidate | undefined {
  const lines: Line[] = paper.lines.slice(3, 24).filter((line) => line.page === 0);
  const zip = lines.findIndex((line) => /\b[A-Z]{2}\s+\d{5}\b/.test(line.text));
  const above = lines.slice(Math.max(0, zip - 4), Math.max(0, zip));
  const house =
    above.find((line) => PAYS.test(line.text) && !/\b(?:box|unit|department|attn|director)\b/i.test(line.text)) ??
    above.find((line) => HOUSE.test(line.text) && !/\b(?:box|unit|department|attn|director)\b/i.test(line.text));
  return house === undefined
    ? undefined
    : {
        field: 'payer',
        value: house.text.trim(),
        piece: house,
        from: 0,
        to: house.text.length,
        confidence: 0.7,
        why: 'is addressed',
      };
}
