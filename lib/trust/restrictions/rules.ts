import { FINDING_WORDS, findingsIn } from '@/lib/core/findings';
import { swearingIn } from './swearing';

/** Why a review may be removed: the guide's restrictions, one by one. */
export const RESTRICTIONS = {
  obscene: 'Obscene or distasteful content',
  profane: 'Profanity or spiteful remarks',
  illegal: 'Promotion of illegal or immoral conduct',
  advertising: 'Advertising, promotion, or repeated posts',
  interested: 'Written by or for someone with a financial interest',
  paid: 'Written for compensation',
  unverified: 'No verifiable completed proposal',
  copied: 'Copied from others, or quoting too much',
  contact: 'Phone numbers, mailing addresses, or links',
  comment: 'Comments on other reviews',
  language: 'Foreign language with no clear connection',
  formatting: 'Text with formatting issues',
} as const;
export type Restriction = keyof typeof RESTRICTIONS;
export const RESTRICTION_NAMES = Object.keys(RESTRICTIONS) as [Restriction, ...Restriction[]];

/** What a program makes of a text: what its writer has to take out, and what an admin has to look at. */
export type Judgement = { refused: string | null; suspicious: Restriction[] };

/** Where the guide lets a link lead. */
const AMAZON = /(?:^|\.)amazon\.com$/i;
const LINK = /\b(?:https?:\/\/|www\.)([^\s/?#]+)[^\s]*/gi;
/** A name of a site without its beginning; what AWS and programs call things ("node.js", "eks.amazonaws.com") is none. */
const SITE = /(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|net|org|io|co|dev|app|biz|info|shop|me)\b(?!\()/gi;
const NO_SITE = /(?:^|\.)amazonaws\.com$/i;

const TAG = /<\/?[a-z][^<>]{0,80}>|&(?:[a-z]{2,8}|#\d{2,5});|\[[^\]\n]{1,80}\]\([^)\n]{1,200}\)/i;
/** What UTF-8 becomes when it is read as Windows-1252, and what stands for a character that was lost. */
const BROKEN = /\u{FFFD}|\u00E2\u20AC|\u00C3[\u0080-\u00BF\u2018-\u2122]/u;

const STREET =
  /\b\d{1,5}[a-z]?,? (?:[A-Z][\p{L}.'-]+ ){1,3}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|court|square|way)\b/iu;
const STREET_FIRST = /\b\p{Lu}\p{L}+(?:stra(?:ß|ss)e|str\.|gasse|weg|platz) \d{1,4}[a-z]?\b/u;
const POST_BOX = /\bP\.? ?O\.? ?Box \d+/i;

/** A digit at a time, in words or apart: "four one five", "4 1 5 5 5 5". */
const SPELLED = /(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|\d)\b[ ,.-]*){7,}/i;

/** Reads a text that is to be public as the guide's restrictions do, as far as a program can. */
export function judge(text: string): Judgement {
  const swearing = swearingIn(text);
  const refusals = [
    contactIn(text),
    linkIn(text),
    [STREET, STREET_FIRST, POST_BOX].some((address) => address.test(text))
      ? 'Take out the mailing address.'
      : null,
    formattingIn(text),
    swearing.plain ? `Say it without “${swearing.plain}”.` : null,
  ].filter((refusal) => refusal !== null);
  const suspicious: Restriction[] = [
    ...(swearing.masked ? (['profane'] as const) : []),
    ...(isShouted(text) ? (['formatting'] as const) : []),
    ...(SPELLED.test(text) ? (['contact'] as const) : []),
  ];
  return { refused: refusals.length > 0 ? refusals.join(' ') : null, suspicious };
}

function contactIn(text: string): string | null {
  const [first] = findingsIn(text);
  return first ? `Take out ${FINDING_WORDS[first.kind]} (${first.shown}).` : null;
}

function linkIn(text: string): string | null {
  const sites = [
    ...[...text.matchAll(LINK)].map(([whole, host = '']) => ({ whole, host })),
    ...[...text.matchAll(SITE)].map(([whole]) => ({ whole, host: whole })),
  ];
  const other = sites.find(({ host }) => !AMAZON.test(host) && !NO_SITE.test(host));
  return other ? `Take out the link (${other.whole.slice(0, 60)}). Only links to amazon.com can stay.` : null;
}

function formattingIn(text: string): string | null {
  const found = TAG.exec(text)?.[0] ?? BROKEN.exec(text)?.[0];
  return found ? `Take out the formatting (${found.slice(0, 40)}). Reviews are plain text.` : null;
}

/** Most of a longer text stands in capitals, or one character goes on and on. */
function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  return (letters.length >= 30 && capitals.length > letters.length * 0.6) || /(.)\1{7,}/u.test(text);
}
