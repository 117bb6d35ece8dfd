// Pages whose words an earlier version of the readers took from their pixels, where the present one may read them better.
import { z } from 'zod';
import type { DocumentId } from '../../../shared/ids.ts';
import type { Database } from '../database.ts';
import { note, setNote } from '../notes.ts';
import { parseStored } from './stored-json.ts';

/** Pages of one paper, by their numbers. */
export interface OlderPages {
  readonly id: DocumentId;
  readonly pageNumbers: readonly number[];
}

export interface OlderPagesTable {
  /**
   * Papers with pages that were read optically by a version before `version` and either with less confidence than `below` or with all of the words
   * `having` on them. In the order of import, without those settled already, those in the trash, and those whose words somebody relies on:
   * named by a case or a packet, with reasons or notes the user put on them, or arranged anew.
   */
  list(wanted: {
    readonly version: number;
    readonly below: number;
    readonly having: readonly string[];
  }): readonly OlderPages[];
  /** Every paper up to this one is settled for the version; without a paper, all are. Durable on return. */
  settle(version: number, upTo?: DocumentId): void;
}

const NAME = 'pages-read-by';

/** All papers count as read by `version`, those up to the row `upTo` by the one after it that is under way. */
const Stored = z.object({ version: z.number(), next: z.object({ version: z.number(), upTo: z.number() }).optional() });

/** Vaults of before this was kept. */
const FIRST: z.infer<typeof Stored> = { version: 1 };

/** The older pages of an open vault. */
export function createOlderPagesTable(database: Database): OlderPagesTable {
  const stored = () => {
    const value = note(database, NAME);
    return value === undefined ? FIRST : parseStored(Stored, value);
  };
  return {
    list: ({ version, below, having }) => {
      const known = stored();
      if (known.version >= version) return [];
      const rows = database.all<{ id: DocumentId; pages: string }>(
        `SELECT document.id, json_group_array(page.page_number) AS pages
           FROM page JOIN document ON document.sequence = page.document
          WHERE page.source = 'ocr' AND document.state = 'ready' AND document.trashed = 0 AND document.sequence > ?
            AND (page.confidence < ? OR (page.document, page.page_number) IN (
              SELECT search_text.document, search_text.page_number FROM search_index
                JOIN search_text ON search_text.id = search_index.rowid WHERE search_index MATCH ?))
            AND coalesce(instr(document.user_reading, '"proof"'), 0) = 0
            AND NOT EXISTS (SELECT 1 FROM "case" WHERE instr("case".value, document.id))
            AND NOT EXISTS (SELECT 1 FROM packet_plan WHERE instr(packet_plan.value, document.id))
            AND NOT EXISTS (SELECT 1 FROM annotation WHERE annotation.document = document.sequence)
            AND NOT EXISTS (SELECT 1 FROM arranged_page WHERE arranged_page.paper = document.sequence OR arranged_page.source = document.sequence)
          GROUP BY document.sequence ORDER BY document.sequence`,
        known.next?.version === version ? known.next.upTo : 0,
        below,
        `body : (${having.map((word) => `"${word}"`).join(' AND ')})`,
      );
      return rows.map(({ id, pages }) => ({ id, pageNumbers: z.array(z.number()).parse(JSON.parse(pages)) }));
    },
    settle: (version, upTo) => {
      const known = stored();
      if (known.version >= version) return;
      if (upTo === undefined) return setNote(database, NAME, JSON.stringify({ version }));
      const row = database.get<{ sequence: number }>('SELECT sequence FROM document WHERE id = ?', upTo);
      if (row === undefined) return;
      setNote(database, NAME, JSON.stringify({ version: known.version, next: { version, upTo: row.sequence } }));
    },
  };
}
