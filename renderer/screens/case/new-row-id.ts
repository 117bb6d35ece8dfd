// Ids of the rows a user adds to what was read.

/** A fresh id; it starts with `u_`, as the contract asks. */
export function newRowId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `u_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
