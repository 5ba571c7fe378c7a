/** Minor units in the currency's own number of decimals: 1999 EUR is 19.99, 1999 JPY is 1999. */
export function formatMoney(money: { amountMinor: number; currency: string }, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: money.currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(Number(money.amountMinor) / 10 ** digits);
}
