// Classes of drugs by the rule file, offered while a treatment is typed.
import treatmentRules from '../../resources/rules/treatments.json' with { type: 'json' };

const GROUPS = treatmentRules.groups.filter(({ kind }) => kind === 'drug');

/** All names of classes, each once. */
export const DRUG_CLASSES: readonly string[] = [...new Set(GROUPS.map(({ name }) => name))].sort();

/** The class of a drug by its own or its trade name; undefined for one the rule file does not know. */
export function drugClassOf(drug: string): string | undefined {
  const wanted = drug.trim().toLowerCase();
  return GROUPS.find(({ members }) =>
    members.some(({ name, also }) => [name, ...(also ?? [])].some((each) => each.toLowerCase() === wanted)),
  )?.name;
}
