// Full-text search over pages, titles, file names and notes.
import type { SearchHit } from '../../../shared/model/document.ts';
import type { SearchFilter } from '../../../shared/model/search.ts';
import { brokenWords, locateBrokenWord } from '../broken-words.ts';
import type { Database, SqlValue } from '../database.ts';
import { locateIdentifier, squeezedIdentifiers } from '../identifiers.ts';
import { type SearchExpression, searchExpression } from '../search-query.ts';
import { similarExpression } from '../search-similar.ts';
import { DOCUMENT_COLUMNS, type DocumentRow, IS_SHOWN, titleOf, toSummary } from './document-row.ts';
import { withoutControls } from './pages.ts';

/** Marks around a match in a snippet, as SearchHit tells. */
const OPEN = '\u0001';
const CLOSE = '\u0002';
const CONTEXT_CHARACTERS = 70;

interface HitRow extends DocumentRow {
  readonly page_number: number;
  readonly snippet: string;
  readonly body: string;
}

/** Puts the text of a page (as page 0, of the paper itself; as page -n, of the notes on page n) into the search. Call it inside a transaction. */
export function putSearchText(database: Database, document: number, pageNumber: number, body: string): void {
  database.run(
    `INSERT INTO search_text (document, page_number, body, identifiers) VALUES (?, ?, ?, ?)
       ON CONFLICT (document, page_number) DO UPDATE SET body = excluded.body, identifiers = excluded.identifiers`,
    document,
    pageNumber,
    body,
    [...squeezedIdentifiers(body), ...brokenWords(body)].join(' '),
  );
}

/** What is searched of a paper besides its pages: title, file name, note. */
export function paperTextOf(row: DocumentRow): string {
  const title = titleOf(row);
  const parts = [title, title.includes(row.file_name) ? '' : row.file_name, row.user_note];
  return withoutControls(parts.filter((part) => part !== '').join(' · '));
}

/** Below so many hits, similar spellings are looked for too. */
const FEW_HITS = 5;

/**
 * The best hits first, then pages that hold the words in a similar spelling only, when there are few. Never throws because of what was typed.
 * A hit in the title, file name or the paper's note points to page 1, one in a note on a page to that page.
 */
export function search(
  database: Database,
  query: string,
  limit: number,
  filter: SearchFilter = {},
): readonly SearchHit[] {
  const expression = searchExpression(query);
  if (expression === undefined) return [];
  const exact = hitsOf(database, expression.match, limit, filter);
  const hits = exact.map((row) => toHit(row, expression));
  if (hits.length >= Math.min(FEW_HITS, limit)) return hits;
  const match = similarExpression(database, query);
  if (match === undefined) return hits;
  const found = new Set(exact.map(placeOf));
  const similar = hitsOf(database, match, limit, filter).filter((row) => !found.has(placeOf(row)));
  return [...hits, ...similar.map((row) => ({ ...toHit(row, expression), isSimilar: true }))].slice(0, limit);
}

function hitsOf(database: Database, match: string, limit: number, filter: SearchFilter): readonly HitRow[] {
  const { conditions, values } = filterConditions(filter);
  // CROSS JOIN keeps SQLite from turning the order of the tables round: the index goes first.
  return database.all<HitRow>(
    `SELECT ${DOCUMENT_COLUMNS}, search_text.page_number, search_text.body,
            snippet(search_index, 0, char(1), char(2), '…', 20) AS snippet
       FROM search_index
       CROSS JOIN search_text ON search_text.id = search_index.rowid
       CROSS JOIN document ON document.sequence = search_text.document
      WHERE search_index MATCH ? AND ${IS_SHOWN}${conditions}
      ORDER BY search_index.rank LIMIT ?`,
    match,
    ...values,
    limit,
  );
}

const placeOf = ({ id, page_number }: HitRow) => `${id}/${page_number}`;

/** What narrows a search down, for the end of a WHERE; the texts are ours, what the user chose stands in the values. */
function filterConditions(filter: SearchFilter): { readonly conditions: string; readonly values: readonly SqlValue[] } {
  const { kinds, from, to, payer, provider, tag, documentIds } = filter;
  const parts: readonly (readonly [condition: string, value: SqlValue | undefined])[] = [
    ["coalesce(document.user_kind, document.read_kind, 'other') IN (SELECT value FROM json_each(?))", listOf(kinds)],
    ['document.read_date >= ?', from],
    ['document.read_date <= ?', to],
    ['document.read_payer = ?', payer],
    ['document.read_provider = ?', provider],
    ['EXISTS (SELECT 1 FROM json_each(document.user_tags) WHERE value = ?)', tag],
    ['document.id IN (SELECT value FROM json_each(?))', listOf(documentIds)],
  ];
  const chosen = parts.filter(([, value]) => value !== undefined);
  return {
    conditions: chosen.map(([condition]) => ` AND ${condition}`).join(''),
    values: chosen.map(([, value]) => value ?? null),
  };
}

const listOf = (values: readonly string[] | undefined) => (values === undefined ? undefined : JSON.stringify(values));

function toHit(row: HitRow, expression: SearchExpression): SearchHit {
  const { id, title, kind } = toSummary(row);
  const pageNumber = Math.max(1, Math.abs(row.page_number));
  const hit = { documentId: id, title, kind, pageNumber, snippet: snippetOf(row, expression) };
  return row.page_number < 0 ? { ...hit, isNote: true } : hit;
}

/** SQLite's snippet, or, when only the squeezed spelling or a broken word matched, the place in the text it stands for. */
function snippetOf(row: HitRow, expression: SearchExpression): string {
  if (row.snippet.includes(OPEN)) return row.snippet;
  for (const identifier of expression.identifiers) {
    const place = locateIdentifier(row.body, identifier);
    if (place !== undefined) return cutAround(row.body, place.from, place.to);
  }
  const broken = locateBrokenWord(row.body, expression.words);
  return broken === undefined ? row.snippet : cutAround(row.body, broken.from, broken.to);
}

function cutAround(body: string, from: number, to: number): string {
  const start = Math.max(0, from - CONTEXT_CHARACTERS);
  const end = Math.min(body.length, to + CONTEXT_CHARACTERS);
  const before = `${start > 0 ? '…' : ''}${body.slice(start, from)}`;
  const after = `${body.slice(to, end)}${end < body.length ? '…' : ''}`;
  return `${before}${OPEN}${body.slice(from, to)}${CLOSE}${after}`;
}
