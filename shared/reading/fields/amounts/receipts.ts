// What was paid in all on receipts and slips that list several things.
import { labelled } from '../labels.ts';
import type { Sheet } from '../sheet.ts';
import { moneyIn } from '../values.ts';
import { firstMoney } from './labelled.ts';
import type { Sum } from './sum.ts';

/** Each claim says what is owed of it: none of these amounts is the whole. */
export function severalOwed(sheet: Sheet): boolean {
  const claims = labelled(sheet, sheet.labels.byField.patient_responsibility.slice(0, 1)).flatMap((item) => {
    const money = moneyIn(item.piece.text.slice(item.from, item.to))[0];
    return money === undefined ? [] : [money.value];
  });
  return new Set(claims).size > 1;
}

/** "TOTAL   508.02" below what was paid for each thing. */
export function totalOfReceipt(sheet: Sheet): Sum | undefined {
  for (const item of labelled(sheet, [TOTAL])) {
    const money = firstMoney(item.piece, item.from, item.to, []);
    if (money !== undefined) return { ...money, confidence: 0.8, why: `stands beside "${item.label}"` };
  }
  return undefined;
}

const TOTAL = /^(?:grand )?total(?: (?:paid|due))?(?![a-z])/;

/** "RX 6620317", "Rx# 0771842-00": the number of a prescription. */
const PRESCRIPTION = /(?<!\p{L})rx\W{0,3}(?:no\.?|nbr)?\s*\d{5,}/iu;

/** A slip of a pharmacy with several prescriptions, each with a price and a part of its own: only its total speaks of them all. */
export function isSlipOfSeveral({ kind, paper }: Sheet): boolean {
  return kind === 'receipt' && paper.lines.filter((line) => PRESCRIPTION.test(line.text)).length > 1;
}
