// Amounts as people type them and as they are stored: dollars on the screen, whole cents below.

const AMOUNT = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/;

/** “$1,234.5” is 123450 cents; undefined for anything that is no amount of dollars. */
export function centsOf(text: string): number | undefined {
  const match = AMOUNT.exec(text.trim());
  if (match === null) return undefined;
  const [, dollars = '0', cents = ''] = match;
  return Number(dollars.replaceAll(',', '')) * 100 + Number(cents.padEnd(2, '0'));
}

/** What stands in a field for an amount of whole cents: 123450 is “1234.50”; empty for none. */
export function dollarsTyped(cents: number | undefined): string {
  if (cents === undefined) return '';
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
