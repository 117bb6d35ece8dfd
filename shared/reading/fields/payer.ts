// Who pays: the plan or insurer as printed.
import type { Zone } from '../../model/finding.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { Line, Paper, Piece } from '../paper.ts';
import type { Candidate, Pick } from './collect.ts';
import { HOUSE, isHouse, letterheadName, organisationOf } from './houses.ts';
import { labelled } from './labels.ts';

const PAYER = [
  /^(?:claims administrator|plan administered by|health plan|insurer|insurance company|insurance(?: on file| carrier| plan)?|ins|payer|payor|carrier|primary insurance|administrator)(?![a-z])/,
];

/** The payer: beside its label on papers of others, else the one on whose behalf the letter is written, else the letterhead. */
export function payerCandidate(paper: Paper, zones: readonly Zone[], kind: DocumentKind): Candidate | undefined {
  const own = [
    'bill',
    'receipt',
    'medical-record',
    'letter-of-medical-necessity',
    'correspondence',
    'plan-document',
    'id-card',
    'authorization-form',
  ].includes(kind);
  if (own) {
    for (const item of labelled(paper, zones, PAYER, (zone) => zone !== 'taglines')) {
      const text = item.piece.text.slice(item.from, item.to).split(/\s+[/(]|\s{2,}|\s+(?=[A-Z]{2,4}-?\d)/)[0] ?? '';
      if (
        /^\p{Lu}\p{L}+/u.test(text) &&
        text.split(' ').length <= 8 &&
        isHouse(text) &&
        !/^(?:None|None entered|Has|Will|May|Payment|Contract)\b/i.test(text)
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
    if (kind !== 'correspondence' && kind !== 'plan-document')
      return kind === 'bill'
        ? paidBy(paper)
        : kind === 'letter-of-medical-necessity'
          ? addressedHouse(paper)
          : undefined;
  }
  const onBehalf = paper.lines.slice(0, 12).flatMap((line) => line.cells.flatMap((cell) => behalf(cell) ?? []))[0];
  if (onBehalf !== undefined)
    return {
      ...onBehalf,
      field: 'payer',
      confidence: 0.85,
      why: 'is named as the plan on whose behalf the letter is written',
    };
  if (
    /\bmedicare summary notice\b/i.test(
      paper.lines
        .slice(0, 6)
        .map((line) => line.text)
        .join(' '),
    )
  ) {
    const line = paper.lines.find((other) => /medicare summary notice/i.test(other.text));
    const at = line?.lower.indexOf('medicare') ?? -1;
    if (line !== undefined && at >= 0)
      return {
        field: 'payer',
        value: line.text.slice(at, at + 8),
        piece: line,
        from: at,
        to: at + 8,
        confidence: 0.9,
        why: 'is the sender of the notice',
      };
  }
  const head = letterheadName(paper);
  if (head !== undefined && (kind !== 'correspondence' || HOUSE.test(String(head.value))))
    return { ...head, field: 'payer', confidence: 0.85, why: 'is the letterhead' };
  const plan = labelled(paper, zones, [/^(?:plan|health plan|plan name)(?![a-z])/]).flatMap(
    (item) => organisationOf(item) ?? [],
  )[0];
  return plan === undefined
    ? undefined
    : { ...plan, field: 'payer', value: String(plan.value).trim(), confidence: 0.75, why: 'stands beside "plan"' };
}

function behalf(cell: Piece): Pick | undefined {
  const hit =
    /^(?:acting for|for|on behalf of|underwritten by|administering|administered for|insured by)\s+(?:the\s+)?(\p{Lu}[^(]*?)(?:\s*\(|$)/iu.exec(
      cell.text,
    );
  const value = hit?.[1]?.trim();
  if (hit === null || value === undefined || !/^\p{Lu}/u.test(value) || !HOUSE.test(value) || /employee/i.test(value))
    return undefined;
  const from = hit[0].indexOf(value);
  return { field: 'payer', value, piece: cell, from, to: from + value.length };
}

/** "Quillback Health - insurance payment" on a bill. */
function paidBy(paper: Paper): Candidate | undefined {
  for (const line of paper.lines) {
    for (const cell of line.cells) {
      const hit =
        /^(\p{Lu}[\p{L}&'. ]{3,40}?)\s+(?:-\s+)?(?:insurance\s+)?(?:payment|paid|contractual|adjustment)\b/u.exec(
          cell.text,
        );
      if (hit?.[1] === undefined || /^(?:Insurance|Patient|Total|Less|Your|Card|Co)/.test(hit[1])) continue;
      return {
        field: 'payer',
        value: hit[1].trim(),
        piece: cell,
        from: 0,
        to: hit[1].trim().length,
        confidence: 0.65,
        why: 'is named as the one who paid',
      };
    }
  }
  return undefined;
}

/** The house a letter is addressed to. */
function addressedHouse(paper: Paper): Candidate | undefined {
  const lines: Line[] = paper.lines.slice(3, 24).filter((line) => line.page === 0);
  const zip = lines.findIndex((line) => /\b[A-Z]{2}\s+\d{5}\b/.test(line.text));
  const above = lines.slice(Math.max(0, zip - 4), Math.max(0, zip));
  const house = above.find((line) => HOUSE.test(line.text) && !/\b(?:box|unit|department|attn)\b/i.test(line.text));
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
