// Who treated, asked or bills: the places of the paper that may say so, in their order.
import { bareName } from '../bare-name.ts';
import type { Candidate } from '../collect.ts';
import { CREDENTIAL, letterheadName } from '../houses.ts';
import type { Sheet } from '../sheet.ts';
import { clinicianAddressed, doctorAddressed, providerAddressed } from './addressed.ts';
import { besideClaim, inBracket, ofStatement, rowProvider, tableProvider } from './claims.ts';
import { ATTENDING, labelledProviders, lettersOf } from './labelled.ts';
import { mostMentioned } from './mentions.ts';
import { fullName, wholeCell } from './names.ts';
import { askedFor, proseProvider } from './sentences.ts';

/** The provider of the paper, by the first of: the letterhead of a bill, the signer of a letter, a label, a table, the text. */
export function providerCandidate(sheet: Sheet): Candidate | undefined {
  const found = asPrinted(sheet);
  return found === undefined ? undefined : bareName(fullName(sheet, found));
}

function asPrinted(sheet: Sheet): Candidate | undefined {
  const { kind, paper } = sheet;
  if (kind === 'bill' || kind === 'receipt') {
    const head = letterheadName(paper);
    if (head !== undefined) return { ...head, field: 'provider', confidence: 0.85, why: 'is the letterhead' };
  }
  if (kind === 'letter-of-medical-necessity') {
    const signer = sheet.grid.flat().findLast((cell) => CREDENTIAL.test(cell.text) && cell.tokens.length <= 7);
    if (signer !== undefined) return { ...wholeCell(signer, 0.8, 'signed the letter'), isFollowed: true };
  }
  const named = labelledProviders(sheet);
  // A statement of several providers' claims has no one provider.
  if (kind === 'eob' && new Set(named.filter((item) => item.rank === 0).map((item) => lettersOf(item))).size > 1)
    return undefined;
  const strong = named.find((item) => item.rank <= 2);
  if (strong !== undefined) return strong.candidate;
  const addressed = kind === 'denial-letter' ? doctorAddressed(sheet) : undefined;
  const [first] = named;
  // The hospital a letter goes to comes before its attending physician, whoever asked before the one who delivers.
  const before =
    first === undefined || first.rank < ATTENDING
      ? undefined
      : first.rank === ATTENDING
        ? providerAddressed(sheet)
        : first.rank > ATTENDING + 1
          ? askedFor(sheet)
          : undefined;
  const found = addressed ?? before ?? first?.candidate ?? (kind === 'eob' ? undefined : besideClaim(sheet));
  if (found !== undefined) return found;
  if (kind === 'medical-record') {
    const head = letterheadName(paper);
    if (head !== undefined) return { ...head, field: 'provider', confidence: 0.75, why: 'is the letterhead' };
  }
  return (
    ofStatement(sheet) ??
    (kind === 'eob' ? undefined : tableProvider(sheet)) ??
    rowProvider(sheet) ??
    providerAddressed(sheet) ??
    clinicianAddressed(sheet) ??
    inBracket(sheet) ??
    proseProvider(sheet) ??
    mostMentioned(sheet)
  );
}
