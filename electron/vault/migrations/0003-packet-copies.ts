// Schema version 3: the plan a packet was built from, and other files made of it.

/** The statements of schema version 3. */
export const PACKET_COPIES_SCHEMA = `
CREATE TABLE packet_plan (
  packet_id TEXT PRIMARY KEY REFERENCES packet (id),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE packet_copy (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  packet_id TEXT NOT NULL REFERENCES packet (id),
  kind TEXT NOT NULL,
  blob_id TEXT NOT NULL REFERENCES blob (id),
  value TEXT NOT NULL
) STRICT;
CREATE INDEX packet_copy_packet ON packet_copy (packet_id);
`;
