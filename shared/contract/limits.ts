// Limits both ends of the contract keep.

/** Largest file that is taken in, in bytes. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024;
