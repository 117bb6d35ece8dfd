// Schema version 10: notes and highlights on pages.

/**
 * The statements of schema version 10. `document` and `page_number` name the page as it came; `first_word` (inclusive) to `end_word` (exclusive) are
 * places in its list of words, missing for a note about the page as a whole.
 */
export const ANNOTATIONS_SCHEMA = `
CREATE TABLE annotation (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document (sequence) ON DELETE CASCADE,
  page_number INTEGER NOT NULL CHECK (page_number >= 1),
  first_word INTEGER CHECK (first_word >= 0),
  end_word INTEGER CHECK (end_word > first_word),
  quote TEXT,
  colour TEXT,
  note TEXT NOT NULL,
  made_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK ((first_word IS NULL) = (end_word IS NULL) AND (first_word IS NULL) = (quote IS NULL))
) STRICT;
CREATE INDEX annotation_page ON annotation (document, page_number);
`;
