// What follows from a denial, for the window: the case's deadlines, rights and notice, and the paper's codes in words.
import type { DocumentId } from '../../shared/ids.ts';
import type { CodeInWords, DenialView } from '../../shared/model/denial.ts';
import type { FieldFinding } from '../../shared/model/finding.ts';
import { type CodeTables, decode } from '../../shared/rules/codes.ts';
import type { CaseDesk } from './case-desk.ts';
import type { Services } from './services.ts';

/** The view of a denial. Throws not-a-denial, document-not-found. */
export function denialView(services: Services, desk: CaseDesk, id: DocumentId): DenialView {
  const { view, isStored } = desk.viewOfPaper(id);
  const { case: value, gaps: _gaps, documents: _documents, ...computed } = view;
  const { findings } = services.session.vault().documents.reading(id);
  const tables = { codes: services.readingRules().codes, meanings: services.rules.codeMeanings };
  return {
    ...computed,
    ...(isStored && { caseId: value.id }),
    planType: { value: value.planType.value, byUser: value.planType.byUser },
    level: value.level,
    codes: findings.flatMap((finding) => inWords(finding, tables)),
  };
}

function inWords({ field, system, value, proof }: FieldFinding, tables: CodeTables): CodeInWords[] {
  if (field !== 'codes' || system === undefined) return [];
  // The words of the page may hold the group before an adjustment code ("CO-197").
  const printed =
    system === 'carc'
      ? (/\b(?:CO|PR|OA|PI|CR)\s?-?\s?[A-Z]?\d{1,3}\b/.exec(proof.quote)?.[0] ?? String(value))
      : String(value);
  const known = decode(system, printed, tables) ?? decode(system, String(value), tables);
  return [
    {
      system,
      code: String(value),
      ...(known && { meaning: known.meaning, trust: known.trust }),
      ...(known?.reason && { reason: known.reason }),
      ...(known?.group && { pays: known.group.meaning }),
      proof,
    },
  ];
}
