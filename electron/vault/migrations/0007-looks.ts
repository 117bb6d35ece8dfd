// Schema version 7: small pictures of papers, what makes a paper recognisable when it comes a second time, and which pairs the user called different.

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

CREATE TABLE not_same (
  first INTEGER NOT NULL REFERENCES document (sequence) ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES document (sequence) ON DELETE CASCADE,
  PRIMARY KEY (first, second),
  CHECK (first < second)
) STRICT, WITHOUT ROWID;
`;
