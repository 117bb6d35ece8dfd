/** A text as strace writes it with `-xx`, to make lines of a log by hand. */
export function hex(text: string): string {
  return `"${[...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"`;
}
