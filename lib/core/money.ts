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

const SYMBOLS: Record<string, string> = { USD: '$' };

/**
 * What a person typed ("1,200", "$1200.50", "1200.50 USD") in minor units, or why it is not an amount of this currency.
 * Another currency's sign or code is refused: an amount never changes its currency without a word.
 */
export function readMoney(
  name: string,
  text: string,
  currency: string,
): { minor: bigint; problem: null } | { minor: null; problem: string } {
  const refuse = (problem: string) => ({ minor: null, problem });
  const signs = /^\s*([\p{Sc}\p{L}]*)\s*([^\p{Sc}\p{L}]*?)\s*([\p{Sc}\p{L}]*)\s*$/u.exec(
    text.replace(/^\s*US\$/i, '$'),
  );
  const symbol = SYMBOLS[currency];
  const foreign = (sign: string) => sign !== '' && sign !== symbol && sign.toUpperCase() !== currency;
  if (signs && /\d/.test(signs[2]!) && (foreign(signs[1]!) || foreign(signs[3]!)))
    return refuse(`${name} must be in ${currency}. Type the amount in ${currency}, such as 900 or 1,200.50.`);
  const digits = digitsOf(currency);
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d+))?$/.exec(signs?.[2] ?? '');
  if (!match || (match[2] ?? '').length > digits)
    return refuse(`${name} must be a number such as 900 or 1,200.50.`);
  return {
    minor: BigInt(match[1]!.replaceAll(',', '') + (match[2] ?? '').padEnd(digits, '0')),
    problem: null,
  };
}

/** Basis points of an amount, rounded half up to a whole minor unit: the fee is never a fraction of a cent. */
export function shareOf(minor: bigint, basisPoints: number): bigint {
  return (minor * BigInt(basisPoints) + 5_000n) / 10_000n;
}

export function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
