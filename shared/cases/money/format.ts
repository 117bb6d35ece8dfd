// Amounts as people write them.

/** Whole cents as US dollars: 123456 is "$1,234.56", -500 is "-$5.00". */
export function formatCents(cents: number): string {
  const whole = Math.abs(Math.round(cents));
  const dollars = String(Math.floor(whole / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}$${dollars}.${String(whole % 100).padStart(2, '0')}`;
}
