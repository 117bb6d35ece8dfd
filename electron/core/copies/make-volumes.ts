// Volumes below a size limit, each checked by its real size, its stamps and its links.
import { AppError } from '../../../shared/errors.ts';
import type { PacketCheck } from '../../../shared/model/packet.ts';
import { MEGABYTE } from '../../../shared/packet/volumes.ts';
import { checkOf, refuseFailed, stampCheck } from '../../packet/copies/check-copy.ts';
import { destinationName, type FileFacts } from '../../packet/copies/rearrange.ts';
import { type PlannedVolumes, sizedVolumes } from '../../packet/copies/volumes.ts';
import { withoutPictures } from '../../packet/kept-parts.ts';
import type { CopyContext } from './copy-context.ts';

/** Labels of the sheets a volume starts with. */
const OWN_LABELS = /^V\d+-\d+$/;

/** Makes the volumes; `limitMb` in million bytes. */
export async function makeVolumes(limitMb: number, context: CopyContext): Promise<void> {
  const { packet, plan, title, baseName, fontsDir, job, services } = context;
  const limitBytes = Math.floor(limitMb * MEGABYTE);
  if (packet.byteLength <= limitBytes)
    throw new AppError('volumes-not-needed', { details: { megabytes: (packet.byteLength / MEGABYTE).toFixed(1) } });
  job.report('Measuring the pages', 0, 3);
  await context.opened(async (opened) => {
    const planned = await sizedVolumes({
      packet,
      opened,
      title,
      fontsDir,
      limitBytes,
      baseName,
      footLine: plan?.marks.confidentiality,
      signal: job.signal,
      onProgress: (done, total) => job.report(`Measuring volume ${done} of ${total}`, done / total, 3),
    });
    const of = planned.volumes.length;
    for (let number = 1; number <= of; number += 1) {
      job.report(`Writing volume ${number} of ${of}`, 1 + (2 * (number - 1)) / of, 3);
      const fileName = planned.fileNames[number - 1] ?? `${baseName}.pdf`;
      const { from, to } = planned.volumes[number - 1] ?? { from: 1, to: 1 };
      const note = `Pages ${opened.labelOf(from)} to ${opened.labelOf(to)}, for a limit of ${limitMb} MB.`;
      await context.keepWritten(
        { kind: 'volume', fileName, mediaType: 'application/pdf', part: { number, of }, note },
        (sink) => planned.write(number, sink),
        async (facts, file) => {
          const texts = await services.readers.pdfTexts(await withoutPictures(file, facts.pictures));
          const isWithin = file.length <= limitBytes;
          const checks = refuseFailed([
            checkOf('size', `No larger than ${limitMb} MB`, isWithin ? [] : [`${file.length} bytes`]),
            stampCheck(facts.labels, texts, OWN_LABELS),
            linkCheck(facts, planned, opened.labelOf),
          ]);
          return { pageCount: facts.pageCount, checks: [...checks] };
        },
      );
    }
  });
  job.report('Done', 3, 3);
}

/** Links into other volumes name a file of this set and a page that stands in it. */
function linkCheck(facts: FileFacts, planned: PlannedVolumes, labelOf: (page: number) => string): PacketCheck {
  const failures = facts.links.flatMap(({ fromPage, packetPage, elsewhere }) => {
    if (elsewhere === undefined) return [];
    const volume = planned.volumes[planned.fileNames.indexOf(elsewhere.fileName)];
    const isThere = volume !== undefined && packetPage >= volume.from && packetPage <= volume.to;
    return isThere && elsewhere.name === destinationName(labelOf(packetPage))
      ? []
      : [`a link on page ${fromPage} leads nowhere`];
  });
  return checkOf('links', 'Every link leads to its page, in this volume or in another', failures);
}
