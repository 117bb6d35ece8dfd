// Schema version 2: what the user says of a reading, and which reader made it.

/** The statements of schema version 2. */
export const CORRECTIONS_SCHEMA = `
ALTER TABLE document ADD COLUMN user_reading TEXT;
ALTER TABLE document ADD COLUMN read_by INTEGER NOT NULL DEFAULT 0;
`;
