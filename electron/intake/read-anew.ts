// Pages that an earlier version of the readers took from their pixels are read again, once, where the present one reads better; all others stay as they are.
import type { Page } from '../../shared/model/page.ts';
import { isWorthRereading, PAGE_READER_VERSION, SECOND_BELOW, SPANISH_EVERYWHERE } from '../../shared/text/reread.ts';
import { toAppError } from '../core/to-app-error.ts';
import type { OlderPages } from '../vault/tables/older-pages.ts';
import { type IntakeServices, understand } from './intake.ts';

/**
 * Reads such pages again and then what their papers mean. Papers in cases and packets, and those with notes on them, keep the words they were cited with.
 * Stopped half-way it goes on at the next opening with the papers that are left; one that can't be read again stays as it is.
 */
export async function readAnew(
  services: Pick<IntakeServices, 'vault' | 'readers' | 'readingRules' | 'signal' | 'report'>,
): Promise<void> {
  const { vault, readers, readingRules, signal, report } = services;
  const papers = olderPapers(services.vault);
  for (const [done, { id, pageNumbers }] of papers.entries()) {
    if (signal.aborted) return;
    report('Reading hard pages again with the newer reader', done, papers.length);
    const again = new Set(pageNumbers.filter((number) => isWorthRereading(vault.documents.page(id, number))));
    let saved = 0;
    try {
      if (again.size > 0) {
        const { bytes, password } = await vault.documents.original(id);
        const skip = new Set(
          vault.documents
            .pages(id)
            .map((page) => page.pageNumber)
            .filter((number) => !again.has(number)),
        );
        const onPage = async (page: Page, picture: Uint8Array | undefined) => {
          if (picture === undefined) return;
          await vault.documents.savePage(id, page, picture);
          saved += 1;
        };
        await readers.read(bytes, { password, skip, signal, onPage });
      }
    } catch (cause) {
      const { code } = toAppError(cause);
      if (code === 'cancelled' || code === 'vault-locked' || code === 'vault-disk-full') throw cause;
    } finally {
      // What was found must name the words as they are now, also when not all pages were reached.
      if (saved > 0) understand(id, vault, readingRules);
    }
    vault.olderPages.settle(PAGE_READER_VERSION, id);
  }
  vault.olderPages.settle(PAGE_READER_VERSION);
}

/** Papers with pages that may be worth it. Where there are none the vault is settled for this version. */
export function olderPapers(vault: IntakeServices['vault']): readonly OlderPages[] {
  const papers = vault.olderPages.list({
    version: PAGE_READER_VERSION,
    below: SECOND_BELOW,
    having: SPANISH_EVERYWHERE,
  });
  if (papers.length === 0) vault.olderPages.settle(PAGE_READER_VERSION);
  return papers;
}
