// The service packs of a case as the window shows them: why they fit, what policies usually ask, what the literature says.
import type { Case } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { Rules } from '../rules/schema.ts';
import type { Publication, ServicePack } from '../rules/service-schema.ts';
import { fittingPacks, isAbout } from './services/packs.ts';

export interface PackInWords {
  readonly id: string;
  readonly name: string;
  readonly why: string[];
  readonly asks: { what: string; source: string; trust: 'verified' | 'to-be-verified' }[];
  readonly literature: {
    cite: string;
    says: string;
    stance: 'supports' | 'adverse' | 'mixed';
    identifier?: string;
    trust: 'verified' | 'to-be-verified';
    checkedOn: string;
  }[];
}

/** The packs that fit, with what is about the denied form of the service; statements of agencies and societies stand among the literature. */
export function packsOf(input: {
  readonly case: Case;
  readonly documents: readonly FullDocument[];
  readonly rules: Rules;
}): PackInWords[] {
  return fittingPacks(input.case, input.documents, input.rules).map(({ pack, variant, why, source }) => {
    const page = source === undefined ? '' : ` (page ${source.proof.pageNumber})`;
    const fits = (entry: { readonly variant?: string | undefined }) => isAbout(entry, variant);
    return {
      id: pack.id,
      name: pack.variants.find(({ id }) => id === variant)?.name ?? pack.name,
      why: why.map((each, at) => (at === 0 ? `${each}${page}` : each)),
      asks: pack.payerCriteria
        .filter(fits)
        .map(({ what, range, source: from, trust }) => ({ what: `${what}: ${range}`, source: from, trust })),
      literature: [...pack.literature.filter(fits).map(publication), ...pack.statements.filter(fits).map(statement)],
    };
  });
}

function publication(entry: Publication): PackInWords['literature'][number] {
  const { authors, year, title, journal, doi, pmid, says, stance, trust, checkedOn } = entry;
  const identifier = doi === undefined ? (pmid === undefined ? undefined : `PMID ${pmid}`) : `doi:${doi}`;
  const cite = `${authors} ${year}: ${title}. ${journal}`;
  return { cite, says, stance, ...(identifier !== undefined && { identifier }), trust, checkedOn };
}

function statement(entry: ServicePack['statements'][number]): PackInWords['literature'][number] {
  const { by, year, says, answer, stance, trust, checkedOn } = entry;
  return { cite: `${by}, ${year}`, says: answer === undefined ? says : `${says} ${answer}`, stance, trust, checkedOn };
}
