// The sample case: invented people, real scans, shipped with the app so that anyone can try the whole journey.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { Case, PartyName } from '../../shared/model/case.ts';
import type { DocumentSummary } from '../../shared/model/document.ts';
import { Marks } from '../../shared/model/packet-setup.ts';
import { IsoDate, PlanType, ReasonId } from '../../shared/model/vocabulary.ts';
import type { IncomingFile } from '../intake/store-files.ts';
import { loadFile } from './files.ts';

/** What the sample's invented patient typed: it stands in for a user's own words. */
const Typed = z.object({
  about: z.string(),
  receivedOn: IsoDate,
  planType: PlanType,
  facts: z.partialRecord(PartyName, z.string()),
  acceptSuggestedEvidence: z.boolean(),
  answers: z.partialRecord(ReasonId, z.string()),
  /** The tables the patient ticked for the packet. */
  packetParts: Case.shape.packetParts,
  /** How the patient wants the pages marked. */
  marks: Marks,
});
type Typed = z.infer<typeof Typed>;

/** The sample's scans in the order of their names. */
export async function sampleFiles(resourcesDir: string): Promise<IncomingFile[]> {
  const dir = sampleDir(resourcesDir);
  const names = (await readdir(dir)).filter((name) => /\.(pdf|jpe?g|png|tiff?)$/.test(name)).sort();
  return names.map((fileName) => ({ fileName, load: () => loadFile(join(dir, fileName)) }));
}

/** Reads what the sample's patient typed. */
export async function sampleTyped(resourcesDir: string): Promise<Typed> {
  return Typed.parse(JSON.parse(await readFile(join(sampleDir(resourcesDir), 'typed.json'), 'utf8')));
}

/** The case with the typed words in it, as if the user had gone through the screens. */
export function withTyped(value: Case, typed: Typed): Case {
  const facts = Object.fromEntries(
    Object.entries(typed.facts).map(([name, text]) => [name, { value: text, byUser: true }]),
  );
  return {
    ...value,
    receivedOn: typed.receivedOn,
    planType: { ...value.planType, value: typed.planType, byUser: true },
    facts: { ...value.facts, ...facts },
    grounds: value.grounds.map((ground) => ({
      ...ground,
      state: 'confirmed',
      answer: typed.answers[ground.reason] ?? ground.answer,
    })),
    packetParts: typed.packetParts,
    packet: { ...value.packet, marks: typed.marks },
    evidence: value.evidence.map((evidence) =>
      typed.acceptSuggestedEvidence ? { ...evidence, state: 'accepted' } : evidence,
    ),
  };
}

/** The paper a case starts from unless the user names one: the newest denial letter, for its clock is running. Throws not-a-denial when there is none. */
export function pickDenial(documents: readonly DocumentSummary[]): DocumentSummary {
  const letters = documents.filter(
    (document) => document.state === 'ready' && document.kind === 'denial-letter' && document.reasonCount > 0,
  );
  const newest = letters.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.sequence - b.sequence)[0];
  if (newest === undefined) throw new AppError('not-a-denial');
  return newest;
}

function sampleDir(resourcesDir: string): string {
  return join(resourcesDir, 'samples', 'ketamine-case');
}
