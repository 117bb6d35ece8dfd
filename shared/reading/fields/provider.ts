// Who treated, asked or bills.
import type { Zone } from '../../model/finding.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { Paper } from '../paper.ts';
import type { Candidate } from './collect.ts';
import { letterheadName, organisationOf } from './houses.ts';
import { labelled } from './labels.ts';

const PROVIDER = [
  /^(?:(?:servicing|rendering|treating|billing|health care|service) )?provider(?: name| of service)?(?![a-z])/,
  /^(?:billed by|bill from|services? (?:by|from|provided by)|who sent it|sent by|from|submitted by|claim from|performed by|supplier|pharmacy)(?![a-z])/,
  /^(?:hospital|facility(?: name)?|program|treating facility|clinic|laboratory|lab|surgeon|therapist|counselor)(?![a-z])/,
  /^(?:requested by|requesting (?:provider|doctor|physician)|ordered by|ordering (?:provider|doctor|physician)|prescriber|prescribed by|prescribing (?:doctor|provider|physician)|clinician|physician|doctor|treating (?:doctor|physician)|dentist|site of care)(?![a-z])/,
];
const CREDENTIAL =
  /,?\s*\b(?:MD|DO|PhD|PsyD|NP|PA|PMHNP|FNP|RN|DPM|DDS|DMD|LICSW|LCSW|LMFT|LPC|DC|OD|CRNA|PT|DPT|CNM)\b/;

/** The provider of the paper, by the first of: the letterhead of a bill, the signer of a letter, a label, a table, the text. */
export function providerCandidate(paper: Paper, zones: readonly Zone[], kind: DocumentKind): Candidate | undefined {
  if (kind === 'bill' || kind === 'receipt') {
    const head = letterheadName(paper);
    if (head !== undefined) return { ...head, field: 'provider', confidence: 0.85, why: 'is the letterhead' };
  }
  if (kind === 'letter-of-medical-necessity') {
    const signer = paper.lines
      .flatMap((line) => line.cells)
      .findLast((cell) => CREDENTIAL.test(cell.text) && cell.tokens.length <= 7);
    if (signer !== undefined)
      return {
        field: 'provider',
        value: signer.text,
        piece: signer,
        from: 0,
        to: signer.text.length,
        confidence: 0.8,
        why: 'signed the letter',
      };
  }
  const addressed = kind === 'denial-letter' ? doctorAddressed(paper) : undefined;
  if (addressed !== undefined) return addressed;
  for (const item of labelled(
    paper,
    zones,
    PROVIDER,
    (zone, line) => zone !== 'taglines' && zone !== 'legend' && zone !== 'rights' && line.page <= 1,
  )) {
    const value = organisationOf(item);
    if (value !== undefined)
      return { ...value, confidence: 0.9, why: `stands beside "${item.label.replace(/[:.]+$/, '')}"` };
  }
  if (kind === 'medical-record') {
    const head = letterheadName(paper);
    if (head !== undefined) return { ...head, field: 'provider', confidence: 0.75, why: 'is the letterhead' };
  }
  return tableProvider(paper) ?? proseProvider(paper, zones);
}

function tableProvider(paper: Paper): Candidate | undefined {
  for (const [index, line] of paper.lines.entries()) {
    const head =
      line.cells.length < 3
        ? undefined
        : line.cells.find((cell) => /^(?:provider|doctor|facility|billed by)$/.test(cell.lower));
    if (head === undefined) continue;
    const rows = paper.lines.slice(index + 1, index + 10).filter((row) => row.cells.length >= 3);
    const row = rows.find((other) => /denied|not paid|not covered/i.test(other.text)) ?? rows[0];
    const cell = row?.cells.find((other) => Math.abs(other.left - head.left) < 12);
    if (cell !== undefined && /^\p{Lu}/u.test(cell.text))
      return {
        field: 'provider',
        value: cell.text,
        piece: cell,
        from: 0,
        to: cell.text.length,
        confidence: 0.7,
        why: 'stands in the provider column',
      };
  }
  return undefined;
}

/** "a request from Summit Spring Pain & Mood, LLC". */
function proseProvider(paper: Paper, zones: readonly Zone[]): Candidate | undefined {
  for (const [index, line] of paper.lines.entries()) {
    if (zones[index] === 'rights' || zones[index] === 'taglines') continue;
    const hit =
      /\b(?:request from|requested by|ordered by|services? (?:of|by|from)|claims? from|bills? from|provided by|performed by|treatment (?:at|by)|authorized at|spoke to)\s+((?:Dr\. )?\p{Lu}[\p{L}'.&-]*(?:(?:,? |, )(?:\p{Lu}[\p{L}'.&-]*|&|and|of|for))*)/u.exec(
        line.text,
      );
    const value = hit?.[1]?.split(/(?<=\p{Ll}{3})\. /u)[0]?.replace(/[.,]$|\s+(?:and|of|for)$/, '');
    if (hit === null || value === undefined || value.split(' ').length < 2) continue;
    const from = hit.index + hit[0].indexOf(value);
    return {
      field: 'provider',
      value,
      piece: line,
      from,
      to: from + value.length,
      confidence: 0.65,
      why: 'is named as the one who asked or treated',
    };
  }
  return undefined;
}

function doctorAddressed(paper: Paper): Candidate | undefined {
  for (const line of paper.lines.slice(0, 12)) {
    for (const [at, cell] of line.cells.entries()) {
      const hit = (
        at > 0 && /^to:?$/.test(line.cells[at - 1]?.lower ?? '')
          ? /^()?(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3},? (?:MD|DO|NP|PMHNP|PA|PhD|DPM))\b/u
          : /^(to:?\s+)(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3},? (?:MD|DO|NP|PMHNP|PA|PhD|DPM))\b/iu
      ).exec(cell.text);
      if (hit?.[2] === undefined) continue;
      const from = hit[0].length - hit[2].length;
      return {
        field: 'provider',
        value: hit[2],
        piece: cell,
        from,
        to: hit[0].length,
        confidence: 0.6,
        why: 'is a clinician named at the top',
      };
    }
  }
  return undefined;
}
