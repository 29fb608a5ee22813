/**
 * Where experts may be based. The guide says "an eligible jurisdiction supported by AWS Marketplace" and AWS changes that
 * list from time to time: this one is the installation's own. ISO 3166-1.
 */
export const COUNTRIES = [
  'AU',
  'AT',
  'BH',
  'BE',
  'BG',
  'CA',
  'CO',
  'HR',
  'CY',
  'CZ',
  'DK',
  'EE',
  'FI',
  'FR',
  'DE',
  'GR',
  'HK',
  'HU',
  'IN',
  'IE',
  'IL',
  'IT',
  'JP',
  'LV',
  'LT',
  'LU',
  'MT',
  'NL',
  'NZ',
  'NO',
  'PL',
  'PT',
  'QA',
  'RO',
  'SK',
  'SI',
  'KR',
  'ES',
  'SE',
  'CH',
  'AE',
  'GB',
  'US',
] as const;
export type Country = (typeof COUNTRIES)[number];

const names = new Intl.DisplayNames('en', { type: 'region' });

/** "SE" → "Sweden". */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}

/** By name, for a select. */
export function countryOptions(): { value: Country; label: string }[] {
  return COUNTRIES.map((value) => ({ value, label: countryName(value) })).sort((a, b) =>
    a.label.localeCompare(b.label, 'en'),
  );
}
