// Whom the paper is about.
import type { Zone } from '../../model/finding.ts';
import type { Paper } from '../paper.ts';
import type { Candidate, Pick } from './collect.ts';
import { type Labelled, labelled } from './labels.ts';

const NAME = [
  /^(?:patient\s*\/\s*member|member\s*\/\s*patient|subscriber\s*\/\s*patient|patient\/subscriber)(?:'?s? name)?(?![a-z])/,
  /^(?:patient|pt\.?|for client|client|resident)(?:'s)?(?: name)?(?![a-z])/,
  /^(?:member|enrollee|beneficiary|claimant)(?:'s)?(?: name)?(?![a-z])/,
  /^(?:name of (?:member|patient|enrollee)|notice for|name|insured|participant|kept by|prepared by)(?:'s name)?(?![a-z])/,
  /^(?:subscriber|policyholder|guarantor|employee|recipient|sponsor|received from|bill to|parent (?:or guardian )?of|dear)(?:'s)?(?: name)?(?![a-z])/,
];

/** The patient or member: beside a label, in the "Re:" block, else above the address. */
export function memberCandidate(paper: Paper, zones: readonly Zone[]): Candidate | undefined {
  const name =
    labelled(paper, zones, NAME).flatMap((item) => personOf(item) ?? [])[0] ??
    regarding(paper) ??
    inlineName(paper) ??
    addressee(paper, zones);
  return name === undefined
    ? undefined
    : { ...name, confidence: 0.9, why: 'stands beside a label for the patient or member' };
}

const NOT_A_NAME =
  /\b(?:id|part|number|no|plan|services?|may|must|can|the|your|and|or|is|was|will|has|have|request|appeals?|department|health|insurance|claims?|hospital|clinic|center|inc|llc|responsibility|statement|type|self|account|rights|of|to|for|with)\b/i;

function personOf(item: Labelled): Pick | undefined {
  const raw = item.piece.text.slice(item.from, item.to);
  const lead =
    /^(?:(?:parent|parents|guardian)(?: or guardian)? of\s+|(?:mr|mrs|ms|miss|dr)\.?\s+)*/i.exec(raw)?.[0].length ?? 0;
  const text = raw.slice(lead);
  const hit = /^[\p{L}][\p{L}'.-]*(?:,? [\p{L}][\p{L}'.-]*){1,4}/u.exec(text);
  if (hit === null) return undefined;
  let value = hit[0].replace(/(?:\s+(?:DOB|dob|Born|age|MRN))$/, '').replace(/(?<=\p{L}{3})[.,]$/u, '');
  if (/^dear/.test(item.label)) value = value.replace(/[,:]$/, '');
  if (
    !/^\p{Lu}/u.test(value) ||
    NOT_A_NAME.test(value) ||
    value.split(/\s+/).some((word) => /^\p{Ll}/u.test(word) && !/^(?:de|la|van|von|der|del|di|da|bin|al)$/.test(word))
  )
    return undefined;
  return {
    field: 'member_name',
    value,
    piece: item.piece,
    from: item.from + lead,
    to: item.from + lead + value.length,
  };
}

/** "Re: … Maren J. Sandquist, born 04/17/1983". */
function regarding(paper: Paper): Pick | undefined {
  for (const line of paper.lines.slice(0, 30)) {
    for (const cell of line.cells) {
      const hit =
        /^(?:re:\s+)?(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3}),? (?:born|dob|d\.o\.b\.|\(dob|age)\b/iu.exec(
          cell.text,
        );
      if (hit?.[1] === undefined || NOT_A_NAME.test(hit[1])) continue;
      const from = hit[0].indexOf(hit[1]);
      return { field: 'member_name', value: hit[1], piece: cell, from, to: from + hit[1].length };
    }
  }
  return undefined;
}

/** "Re: Claim 88-A, Insured Odette Fairbanks, Policy No. …": a label and a name inside a line. */
function inlineName(paper: Paper): Pick | undefined {
  for (const line of paper.lines.slice(0, 20)) {
    const hit =
      /\b(?:[Ii]nsured|[Mm]ember|[Pp]atient|[Ee]nrollee|[Ss]ubscriber|[Pp]articipant):?\s+(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,2})(?=[,;(]|\s{2}|$)/u.exec(
        line.text,
      );
    if (hit?.[1] === undefined || NOT_A_NAME.test(hit[1])) continue;
    const from = hit.index + hit[0].indexOf(hit[1]);
    return { field: 'member_name', value: hit[1], piece: line, from, to: from + hit[1].length };
  }
  return undefined;
}

/** The name above an address block: the line before a street and a line with state and ZIP. */
function addressee(paper: Paper, zones: readonly Zone[]): Pick | undefined {
  for (const [index, line] of paper.lines.slice(0, 24).entries()) {
    if (!/\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b/.test(line.text) || zones[index] === 'rights') continue;
    const cell = paper.lines[index - 2]?.cells[0];
    if (cell === undefined || index < 4) continue;
    const hit = personOf({
      label: 'address',
      rank: 9,
      piece: cell,
      from: /^TO\s+/.exec(cell.text)?.[0].length ?? 0,
      to: cell.text.length,
      line: index,
      more: [],
    });
    if (hit !== undefined) return hit;
  }
  return undefined;
}
