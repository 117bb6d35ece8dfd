// Schema version 9: papers arranged anew, page by page from which papers.

/** The statements of schema version 9. `turn` is in degrees clockwise. */
export const ARRANGED_SCHEMA = `
CREATE TABLE arranged_page (
  paper INTEGER NOT NULL REFERENCES document (sequence) ON DELETE CASCADE,
  page_number INTEGER NOT NULL CHECK (page_number >= 1),
  source INTEGER NOT NULL REFERENCES document (sequence) ON DELETE CASCADE,
  source_page INTEGER NOT NULL CHECK (source_page >= 1),
  turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
  PRIMARY KEY (paper, page_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX arranged_page_source ON arranged_page (source);
`;
