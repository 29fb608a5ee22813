import { SERVICES, type Service, serviceOf } from './aws-services';
import { REGIONS } from './regions';

/** The most services, and the most Regions, of one request. The database counts them, too. */
export const MOST_TAGS = 10;
/** As many suggestions as one reads at a glance. */
const MOST_SUGGESTED = 6;

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');
const bare = (text: string) => plain(text).replace(/^(?:amazon|aws) /, '');
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const SERVICE_WORDS = new Map<string, string>();
for (const { code, name, also = [] } of SERVICES)
  for (const word of [code, bare(name), ...also]) SERVICE_WORDS.set(word, code);

const REGION_WORDS = new Map<string, string>();
for (const { code, place } of REGIONS) {
  REGION_WORDS.set(code, code);
  REGION_WORDS.set(plain(place), code);
}

/** The code of a service that somebody names by its code, its name or another word for it. */
export function serviceCode(text: string): string | null {
  return SERVICE_WORDS.get(bare(text)) ?? null;
}

export function regionCode(text: string): string | null {
  return REGION_WORDS.get(plain(text)) ?? null;
}

export function serviceName(code: string): string {
  return serviceOf(code)?.name ?? code;
}

/** Names that are ordinary words in small letters: meant where they are written large. */
const ORDINARY = new Set(
  'glue lex shield detective inspector polly comprehend personalize wavelength organizations neptune snowball outposts'.split(
    ' ',
  ),
);

function namePattern({ code, name }: Service): RegExp {
  return new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`, ORDINARY.has(code) ? '' : 'i');
}

const SERVICE_PATTERNS = SERVICES.map((service) => ({
  code: service.code,
  patterns: [
    namePattern(service),
    ...(service.also ?? []).map((word) => new RegExp(`(?<![\\w-])${escaped(word)}(?![\\w-])`, 'i')),
  ],
}));

const REGION_PATTERNS = REGIONS.map(({ code, place }) => {
  const city = /\(([^)]+)\)/.exec(place)?.[1] ?? place;
  const words = /^(?:Central|US-East|US-West|Germany)$/.test(city)
    ? [code]
    : [code, city.replace(/^N\. /, '')];
  return {
    code,
    patterns: words.map((word) => new RegExp(`(?<![\\w-])${escaped(word)}(?![\\w-])`, 'i')),
  };
});

function namedIn(text: string, tags: typeof SERVICE_PATTERNS): string[] {
  return tags
    .map(({ code, patterns }) => {
      const places = patterns.map((pattern) => text.search(pattern)).filter((at) => at >= 0);
      return { code, at: Math.min(...places) };
    })
    .filter(({ at }) => Number.isFinite(at))
    .sort((one, other) => one.at - other.at)
    .map(({ code }) => code)
    .slice(0, MOST_SUGGESTED);
}

/** The services that a text names, in the order in which it does. */
export function servicesNamedIn(text: string): string[] {
  return namedIn(text, SERVICE_PATTERNS);
}

/** The Regions that a text names, by code or by place. */
export function regionsNamedIn(text: string): string[] {
  return namedIn(text, REGION_PATTERNS);
}
