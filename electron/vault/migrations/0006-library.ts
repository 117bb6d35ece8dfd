// Schema version 6: payer and provider beside each paper, the user's tags, kept searches, and the words of the index for tolerant search.

/** The statements of schema version 6. */
export const LIBRARY_SCHEMA = `
ALTER TABLE document ADD COLUMN read_payer TEXT;
ALTER TABLE document ADD COLUMN read_provider TEXT;
ALTER TABLE document ADD COLUMN user_tags TEXT NOT NULL DEFAULT '[]';
UPDATE document
   SET read_payer = json_extract(reading, '$.fields.payer'), read_provider = json_extract(reading, '$.fields.provider')
 WHERE reading IS NOT NULL;

CREATE TABLE kept_search (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  search TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_words USING fts5vocab(search_index, 'row');
`;
