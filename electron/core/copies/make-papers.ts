// Papers that go with a version: its letter to edit, and the manifest. Both need the plan it was built from.
import { AppError } from '../../../shared/errors.ts';
import type { ManifestFormat } from '../../../shared/model/copy-order.ts';
import type { PacketPlan } from '../../../shared/model/packet.ts';
import { stampOf } from '../../../shared/packet/labels.ts';
import { type Manifest, manifestCsv, manifestJson, manifestOf, manifestSums } from '../../../shared/packet/manifest.ts';
import { appealLetterDocx } from '../../letters/letter-docx.ts';
import { manifestPdf } from '../../packet/copies/manifest-sheet.ts';
import type { CopyContext } from './copy-context.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Makes the letter as a Word file. Throws copy-without-plan for versions of before plans were kept. */
export async function makeLetter(context: CopyContext): Promise<void> {
  const plan = planOf(context);
  context.job.report('Writing the letter', 0, 1);
  const { documents } = context.services.session.vault();
  const ready = documents.list().filter(({ state }) => state === 'ready');
  const papers = new Map(ready.map(({ id }) => [id as string, documents.full(id)]));
  const bytes = await appealLetterDocx(plan.letter, plan.exhibits, papers);
  await context.keep(
    {
      kind: 'letter-docx',
      fileName: `${context.baseName}-letter.docx`,
      mediaType: DOCX,
      note: 'Citations are those of this version.',
      checks: [],
    },
    bytes,
  );
}

/** Makes the manifest of the version and of every copy made of it so far. Throws copy-without-plan. */
export async function makeManifest(format: ManifestFormat, context: CopyContext): Promise<void> {
  const { job, baseName, fontsDir } = context;
  job.report('Writing the manifest', 0, 1);
  const manifest = gathered(context);
  const text = (words: string) => new TextEncoder().encode(words);
  const files = {
    json: { fileName: `${baseName}-manifest.json`, mediaType: 'application/json', bytes: text(manifestJson(manifest)) },
    csv: { fileName: `${baseName}-manifest.csv`, mediaType: 'text/csv', bytes: text(manifestCsv(manifest)) },
    sums: { fileName: `${baseName}-sha256.txt`, mediaType: 'text/plain', bytes: text(manifestSums(manifest)) },
    pdf: { fileName: `${baseName}-manifest.pdf`, mediaType: 'application/pdf', bytes: undefined },
  } as const;
  const { fileName, mediaType, bytes } = files[format];
  await context.keep(
    { kind: 'manifest', fileName, mediaType, note: '', checks: [] },
    bytes ?? (await manifestPdf(manifest, fontsDir)),
  );
}

function gathered(context: CopyContext): Manifest {
  const { packet, services, baseName } = context;
  const plan = planOf(context);
  const { documents, packets } = services.session.vault();
  const ids = new Set(plan.exhibits.map(({ documentId }) => documentId));
  return manifestOf({
    packet,
    fileName: `${baseName}.pdf`,
    plan,
    stamps: { first: stampOf(plan.stamping, 1), last: stampOf(plan.stamping, packet.pageCount) },
    copies: packets.copies(packet.id),
    papers: new Map([...ids].map((id) => [id as string, documents.summary(id)])),
  });
}

function planOf({ plan }: CopyContext): PacketPlan {
  if (plan === undefined) throw new AppError('copy-without-plan');
  return plan;
}
