import { CERTIFICATIONS, LEVELS } from '@/lib/experts/certifications';
import { serviceOf } from '@/lib/requests/aws-services';
import type { Filters } from './schema';

/** What the database is asked for: all the tags, one of `anyOf`, one of the phrases. The tags are those of `directory_tags`. */
export type Terms = { tags: string[]; anyOf: string[]; phrases: string[] };

export function termsOf(filters: Filters): Terms {
  const { country, code, level, service, language, rate, stars, kind, partner } = filters;
  const known = service ? serviceOf(service) : null;
  const at = LEVELS.find((name) => name.toLowerCase() === level);
  return {
    tags: [
      ...(country ? [`=country:${country.toUpperCase()}`] : []),
      ...(code ? [`=code:${code.toUpperCase()}`] : []),
      ...(language ? [`=language:${language.toLowerCase()}`] : []),
      ...(rate ? [`=rate:${rate}`] : []),
      ...(stars ? [`=stars:${stars}`] : []),
      ...(kind ? [`=${kind}`] : []),
      ...(partner ? ['=partner'] : []),
    ],
    anyOf: at ? CERTIFICATIONS.filter((held) => held.level === at).map((held) => `=code:${held.code}`) : [],
    phrases: known ? [known.name, ...(known.also ?? [])] : [],
  };
}
