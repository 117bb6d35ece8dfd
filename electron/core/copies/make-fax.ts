// The fax copy, in one transmission or several. A draft is never faxed: its mark would not survive black and white.
import { AppError } from '../../../shared/errors.ts';
import { coverBlanks, coverSheet } from '../../../shared/packet/cover.ts';
import { checkOf, refuseFailed } from '../../packet/copies/check-copy.ts';
import { faxTransmissions } from '../../packet/copies/fax-copy.ts';
import { openPacket } from '../../packet/copies/opened-packet.ts';
import type { CopyContext } from './copy-context.ts';

/** Makes the transmissions, each of at most so many pages with its cover sheet. Throws copy-is-draft. */
export async function makeFax(pagesPerTransmission: number | undefined, context: CopyContext): Promise<void> {
  const { packet, title, baseName, fontsDir, job, services } = context;
  if (packet.draft) throw new AppError('copy-is-draft');
  job.report('Opening the packet', 0, packet.pageCount);
  const bytes = await context.bytes();
  const opened = await openPacket(bytes);
  const cover = coverSheet(services.session.vault().cases.get(packet.caseId), 'fax', services.platform.today());
  const open = coverBlanks(cover);
  let pages = 0;
  await faxTransmissions(
    {
      packet,
      opened,
      bytes,
      title,
      cover,
      fontsDir,
      pagesPerTransmission,
      signal: job.signal,
      onProgress: (done, total) => job.report(`Drawing page ${done} of ${total}`, done, total),
    },
    services.readers,
    async (part) => {
      const texts = await services.readers.pdfTexts(part.bytes);
      pages += part.pageCount;
      const counted = texts.length === part.pageCount ? [] : [`${texts.length} pages read, ${part.pageCount} written`];
      await context.keep(
        {
          kind: 'fax',
          fileName: part.of === 1 ? `${baseName}-fax.pdf` : `${baseName}-fax-${part.number}-of-${part.of}.pdf`,
          mediaType: 'application/pdf',
          pageCount: part.pageCount,
          ...(part.of === 1 ? {} : { part: { number: part.number, of: part.of } }),
          note:
            open.length === 0 ? '' : `The cover sheet leaves open: ${open.join(', ')}. Fill these in under “Facts”.`,
          checks: [...refuseFailed([checkOf('pages', 'Every page is there', counted)])],
        },
        part.bytes,
      );
    },
  );
  job.report('Done', pages, pages);
}
