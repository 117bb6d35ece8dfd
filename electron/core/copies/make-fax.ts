// The fax copy, in one transmission or several. A draft is never faxed: its mark would not survive black and white.
import { AppError } from '../../../shared/errors.ts';
import { coverBlanks, coverSheet } from '../../../shared/packet/cover.ts';
import { checkOf, refuseFailed } from '../../packet/copies/check-copy.ts';
import { faxTransmissions } from '../../packet/copies/fax-copy.ts';
import { withoutPictures } from '../../packet/kept-parts.ts';
import type { CopyContext } from './copy-context.ts';

/** Makes the transmissions, each of at most so many pages with its cover sheet. Throws copy-is-draft. */
export async function makeFax(pagesPerTransmission: number | undefined, context: CopyContext): Promise<void> {
  const { packet, title, baseName, fontsDir, job, services } = context;
  if (packet.draft) throw new AppError('copy-is-draft');
  job.report('Opening the packet', 0, packet.pageCount);
  const cover = coverSheet(services.session.vault().cases.get(packet.caseId), 'fax', services.platform.today());
  const open = coverBlanks(cover);
  const note = open.length === 0 ? '' : `The cover sheet leaves open: ${open.join(', ')}. Fill these in under “Facts”.`;
  let pages = 0;
  await context.opened(async (opened) => {
    const input = {
      packet,
      opened,
      title,
      cover,
      fontsDir,
      pagesPerTransmission,
      signal: job.signal,
      onProgress: (done: number, total: number) => job.report(`Drawing page ${done} of ${total}`, done, total),
    };
    for (const { number, of, write } of faxTransmissions(input, services.readers)) {
      const fileName = of === 1 ? `${baseName}-fax.pdf` : `${baseName}-fax-${number}-of-${of}.pdf`;
      const part = of === 1 ? {} : { part: { number, of } };
      await context.keepWritten(
        { kind: 'fax', fileName, mediaType: 'application/pdf', note, ...part },
        write,
        async ({ pageCount, pictures }, file) => {
          const texts = await services.readers.pdfTexts(await withoutPictures(file, pictures));
          pages += pageCount;
          const counted = texts.length === pageCount ? [] : [`${texts.length} pages read, ${pageCount} written`];
          return { pageCount, checks: [...refuseFailed([checkOf('pages', 'Every page is there', counted)])] };
        },
      );
    }
  });
  job.report('Done', pages, pages);
}
