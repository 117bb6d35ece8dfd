// Amounts of money in words: whole cents in, dollars out.

/** “$1,234.56” for 123456 cents; “-$5.00” for a negative amount. */
export function formatCents(cents: number): string {
  const dollars = (Math.abs(cents) / 100).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return `${cents < 0 ? '-' : ''}$${dollars}`;
}
