/**
 * Where companies may be based: the jurisdictions whose sellers AWS Marketplace pays (its seller guide: Australia, Bahrain,
 * Canada, Colombia, members of the EU, Hong Kong SAR, India, Israel, Japan, New Zealand, Norway, Qatar, South Korea,
 * Switzerland, UAE, UK, US). AWS changes that list from time to time: ELIGIBLE_COUNTRIES puts the operator's own in its
 * place. ISO 3166-1.
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

const names = new Intl.DisplayNames('en', { type: 'region' });

/** "SE" → "Sweden". */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}

/** The operator's own list where the setting gives one ("SE,NO"), else the list above. */
export function eligibleCountries(setting: string | undefined): readonly string[] {
  return setting ? setting.split(',') : COUNTRIES;
}

/** By name, for a select. */
export function countryOptions(countries: readonly string[] = COUNTRIES): { value: string; label: string }[] {
  return countries
    .map((value) => ({ value, label: countryName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}
