import * as access from './chapters/access.mdx';
import * as account from './chapters/account.mdx';
import * as applying from './chapters/applying.mdx';
import * as chat from './chapters/chat.mdx';
import * as earning from './chapters/earning.mdx';
import * as payments from './chapters/payments.mdx';
import * as profile from './chapters/profile.mdx';
import * as proposals from './chapters/proposals.mdx';
import * as registering from './chapters/registering.mdx';
import * as requests from './chapters/requests.mdx';
import * as responses from './chapters/responses.mdx';
import * as reviews from './chapters/reviews.mdx';
import * as security from './chapters/security.mdx';
import * as start from './chapters/start.mdx';

/** The guide, in the order in which it is read. */
const TEXTS = [
  ...[start, requests, responses, chat, proposals, access, payments, reviews],
  ...[account, security, registering, profile, applying, earning],
];

export const CHAPTERS = TEXTS.map(({ chapter, default: Text }) => ({ ...chapter, Text }));
export type Chapter = (typeof CHAPTERS)[number];

export function chapterOf(slug: string): Chapter | null {
  return CHAPTERS.find((one) => one.slug === slug) ?? null;
}
