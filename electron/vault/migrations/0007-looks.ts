// Schema version 7: small pictures of papers, what makes a paper recognisable when it comes a second time, and what the user said of pairs.

/** The statements of schema version 7. */
export const LOOKS_SCHEMA = `
CREATE TABLE thumbnail (
  document INTEGER PRIMARY KEY REFERENCES document (sequence) ON DELETE CASCADE,
  page_picture TEXT NOT NULL,
  jpeg BLOB NOT NULL
) STRICT;

CREATE TABLE signature (
  document INTEGER PRIMARY KEY REFERENCES document (sequence) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  value BLOB NOT NULL
) STRICT;

CREATE TABLE lookalike (
  first INTEGER NOT NULL REFERENCES document (sequence) ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES document (sequence) ON DELETE CASCADE,
  verdict TEXT NOT NULL CHECK (verdict IN ('keep-both', 'not-same')),
  PRIMARY KEY (first, second),
  CHECK (first < second)
) STRICT, WITHOUT ROWID;
`;
