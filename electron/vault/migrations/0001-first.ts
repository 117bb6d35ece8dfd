// Schema version 1: papers with their pages and readings, search, cases, packets, jobs, blobs, and the audit chain.

/** The statements of schema version 1. */
export const FIRST_SCHEMA = `
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE blob (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('original', 'page-picture', 'packet')),
  owner TEXT NOT NULL,
  media_type TEXT NOT NULL,
  length INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'live' CHECK (state IN ('live', 'trash'))
) STRICT;
CREATE INDEX blob_owner ON blob (owner);

CREATE TABLE orphan (
  id TEXT PRIMARY KEY,
  found_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,
  byte_length INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  dedupe BLOB NOT NULL,
  blob_id TEXT NOT NULL REFERENCES blob (id),
  state TEXT NOT NULL DEFAULT 'reading' CHECK (state IN ('reading', 'ready', 'failed')),
  error_code TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  page_count INTEGER NOT NULL DEFAULT 0,
  hard_pages INTEGER NOT NULL DEFAULT 0,
  read_kind TEXT,
  read_title TEXT,
  read_date TEXT,
  reason_count INTEGER NOT NULL DEFAULT 0,
  reading TEXT,
  user_kind TEXT,
  user_title TEXT,
  user_note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX document_dedupe ON document (dedupe);

CREATE TABLE page (
  document INTEGER NOT NULL REFERENCES document (sequence),
  page_number INTEGER NOT NULL CHECK (page_number >= 1),
  width_pt REAL NOT NULL,
  height_pt REAL NOT NULL,
  source TEXT NOT NULL,
  confidence REAL NOT NULL,
  word_count INTEGER NOT NULL,
  hard_to_read INTEGER NOT NULL CHECK (hard_to_read IN (0, 1)),
  picture TEXT NOT NULL REFERENCES blob (id),
  words BLOB NOT NULL,
  PRIMARY KEY (document, page_number)
) STRICT;

-- Page 0 stands for the paper itself: its title, file name and note.
CREATE TABLE search_text (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (sequence),
  page_number INTEGER NOT NULL,
  body TEXT NOT NULL,
  identifiers TEXT NOT NULL,
  UNIQUE (document, page_number)
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
  body, identifiers,
  content = 'search_text', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER search_text_inserted AFTER INSERT ON search_text BEGIN
  INSERT INTO search_index (rowid, body, identifiers) VALUES (new.id, new.body, new.identifiers);
END;
CREATE TRIGGER search_text_deleted AFTER DELETE ON search_text BEGIN
  INSERT INTO search_index (search_index, rowid, body, identifiers) VALUES ('delete', old.id, old.body, old.identifiers);
END;
CREATE TRIGGER search_text_updated AFTER UPDATE ON search_text BEGIN
  INSERT INTO search_index (search_index, rowid, body, identifiers) VALUES ('delete', old.id, old.body, old.identifiers);
  INSERT INTO search_index (rowid, body, identifiers) VALUES (new.id, new.body, new.identifiers);
END;

CREATE TABLE "case" (
  id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE packet (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  blob_id TEXT NOT NULL REFERENCES blob (id),
  value TEXT NOT NULL,
  UNIQUE (case_id, version)
) STRICT;

CREATE TABLE job (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL,
  input TEXT
) STRICT;

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  event TEXT NOT NULL,
  subject TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit BEGIN
  SELECT raise(ABORT, 'audit rows are never changed');
END;
CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit BEGIN
  SELECT raise(ABORT, 'audit rows are never deleted');
END;
`;
