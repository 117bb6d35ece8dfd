// Schema version 8: which mails a paper was attached to.

/** The statements of schema version 8. */
export const ATTACHED_SCHEMA = `
CREATE TABLE attached (
  paper INTEGER NOT NULL REFERENCES document (sequence) ON DELETE CASCADE,
  mail INTEGER NOT NULL REFERENCES document (sequence) ON DELETE CASCADE,
  PRIMARY KEY (paper, mail)
) STRICT, WITHOUT ROWID;
CREATE INDEX attached_mail ON attached (mail);
`;
