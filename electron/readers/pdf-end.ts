// Whether a PDF still has its end.

const decoder = new TextDecoder('latin1');

/** A file's last marks are looked for in so many bytes from its end. */
const TAIL_BYTES = 64 * 1024;

/**
 * True for a PDF that was cut off while it was copied or sent. PDFium would rebuild what is left and silently lose pages.
 * A whole file ends with `startxref`, a number and `%%EOF`; after the last `%%EOF` nothing begins an object (that would be a cut-off later revision,
 * or a file whose first-page section alone arrived). Rubbish after the end, as mail gateways add, is harmless. Source: ISO 32000-2, 7.5.5 and annex F.
 */
export function pdfIsCutOff(bytes: Uint8Array): boolean {
  const tail = decoder.decode(bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)));
  const end = tail.lastIndexOf('%%EOF');
  if (end >= 0) return /\b\d+ \d+ obj\b/.test(tail.slice(end));
  // Some programs leave %%EOF out or cut it short, which loses nothing.
  return !/startxref\s+\d+\s*%{0,2}E?O?F?\s*$/.test(tail);
}
