/** An amount in the currency's smallest unit. Never a float, never `/ 100` outside this file. */
export type Money = { minor: bigint; currency: string };

/** How many digits follow the point in this currency (ISO 4217): 2 for USD, 0 for JPY. */
export function digitsOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** An amount as plain digits, exact at any size: 120000 USD → "1200.00". */
export function plainMoney({ minor, currency }: Money): string {
  const digits = digitsOf(currency);
  const sign = minor < 0n ? '-' : '';
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** An amount as a person reads it: $1,200.00. Whole amounts may drop the zeros. */
export function formatMoney(money: Money, options: { short?: boolean } = {}): string {
  const short = options.short && money.minor % 10n ** BigInt(digitsOf(money.currency)) === 0n;
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: money.currency,
    ...(short ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
  });
  return format.format(plainMoney(money) as Intl.StringNumericLiteral);
}

/** What a person typed ("1,200", "$1200.50") in minor units, or null where it is not an amount of this currency. */
export function readMoney(text: string, currency: string): bigint | null {
  const digits = digitsOf(currency);
  const match = /^[$€£]?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d+))?$/.exec(text.trim());
  if (!match || (match[2] ?? '').length > digits) return null;
  return BigInt(match[1]!.replaceAll(',', '') + (match[2] ?? '').padEnd(digits, '0'));
}

/** Basis points of an amount, rounded half up to a whole minor unit: the fee is never a fraction of a cent. */
export function shareOf(minor: bigint, basisPoints: number): bigint {
  return (minor * BigInt(basisPoints) + 5_000n) / 10_000n;
}

export function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
