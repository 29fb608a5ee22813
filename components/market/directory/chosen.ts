import { countryName } from '@/lib/identity/companies/countries';
import { LEVELS, shortCertification } from '@/lib/market/certifications/catalog';
import type { Filters } from '@/lib/market/directory/schema';
import { serviceOf } from '@/lib/market/tags/aws-services';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The filters that are on, as a person reads them. */
export function chosenOf(filters: Filters): { name: keyof Filters; label: string }[] {
  const { q, country, code, level, service, language, rate, stars, kind, partner } = filters;
  const known = LEVELS.find((name) => name.toLowerCase() === level);
  const labels: Partial<Record<keyof Filters, string | false | undefined>> = {
    q: q && `“${q}”`,
    country: country && (/^[A-Za-z]{2}$/.test(country) ? countryName(country.toUpperCase()) : country),
    code: code && shortCertification(code.toUpperCase()),
    level: known && `${known} level`,
    service: service && (serviceOf(service)?.name ?? service),
    language: language && capital(language),
    rate: rate ? `Up to $${rate} an hour` : undefined,
    stars: stars ? `${(stars / 10).toFixed(1)} stars or more` : undefined,
    kind: kind && (kind === 'freelancer' ? 'Freelancers' : 'Companies, not freelancers'),
    partner: partner && 'AWS Partners',
  };
  return Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ name: name as keyof Filters, label }] : [],
  );
}
