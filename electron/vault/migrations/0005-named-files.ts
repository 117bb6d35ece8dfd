// Schema version 5: from here on the stored original of a paper tells the paper's file name itself, in its prologue.

/**
 * The statements of schema version 5: none. The number alone keeps apps that would call such files damaged from opening the vault:
 * to them it is newer.
 */
export const NAMED_FILES_SCHEMA = '';
