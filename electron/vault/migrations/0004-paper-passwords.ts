// Schema version 4: the password a locked paper opens with.

/** The statements of schema version 4. */
export const PAPER_PASSWORDS_SCHEMA = `
ALTER TABLE document ADD COLUMN password TEXT;
`;
