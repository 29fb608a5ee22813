import { LEVELS } from '@/lib/market/certifications/catalog';
import { serviceOf } from '@/lib/market/tags/aws-services';
import type { Filters } from './schema';

/** What the database is asked for: all the tags, and one of the phrases. The tags are those of `directory_tags`. */
export type Terms = { tags: string[]; phrases: string[] };

export function termsOf(filters: Filters): Terms {
  const { country, code, level, service, language, rate, stars, kind, partner } = filters;
  const known = service ? serviceOf(service) : null;
  const at = LEVELS.find((name) => name.toLowerCase() === level);
  return {
    tags: [
      ...(country ? [`=country:${country.toUpperCase()}`] : []),
      ...(code ? [`=code:${code.toUpperCase()}`] : []),
      ...(at ? [`=level:${at.toLowerCase()}`] : []),
      ...(language ? [`=language:${language.toLowerCase()}`] : []),
      ...(rate ? [`=rate:${rate}`] : []),
      ...(stars ? [`=stars:${stars}`] : []),
      ...(kind ? [`=${kind}`] : []),
      ...(partner ? ['=partner'] : []),
    ],
    phrases: known ? [known.name, ...(known.also ?? [])] : [],
  };
}
