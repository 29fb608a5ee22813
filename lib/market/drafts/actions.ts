'use server';

import { cookies } from 'next/headers';
import { showId } from '@/lib/core/id';
import { DAY, HOUR, SECOND } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import { env } from '@/lib/platform/env';
import { hashOf, newSecret } from '@/lib/platform/session/person';
import * as commands from './commands';
import { REQUEST_DRAFT_COMMANDS } from './rights';
import { DRAFT_DAYS } from './rules';
import { BeginDirect, BeginRequest, OfDraft, PostRequest, SaveDraft } from './schema';

const POSTS = { points: 20, within: HOUR, why: 'each is emailed to experts' };

const BEGINNINGS = {
  of: REQUEST_DRAFT_COMMANDS.begin,
  points: 60,
  within: HOUR,
  why: 'no sign-in needed, and each is a row; one budget for both kinds',
} as const;
const DRAFTS = { points: 1_200, within: HOUR, why: 'while typing, a write every three seconds' };

async function keptDraft() {
  const secret = (await cookies()).get('draft')?.value;
  return secret ? { draftHash: hashOf(secret) } : { draftHash: undefined };
}

/** The hash of this browser's draft cookie, which is set where it is not there yet. */
async function newDraft() {
  const jar = await cookies();
  const secret = jar.get('draft')?.value ?? newSecret();
  const secure = env.APP_URL.startsWith('https:');
  jar.set('draft', secret, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: (DRAFT_DAYS * DAY) / SECOND,
  });
  return { draftHash: hashOf(secret) };
}

export const beginRequest = action(
  { may: REQUEST_DRAFT_COMMANDS.begin, schema: BeginRequest, command: commands.beginRequest, creates: true },
  {
    to: ({ draftId, own }) => (own ? `/requests/review?draft=${showId(draftId)}` : '/requests/review'),
    limit: BEGINNINGS,
    extra: newDraft,
  },
);

export const beginDirect = action(
  {
    may: REQUEST_DRAFT_COMMANDS.beginDirect,
    schema: BeginDirect,
    command: commands.beginDirect,
    creates: true,
  },
  {
    to: ({ draftId, own, companyId, expertId }) =>
      own
        ? `/requests/new?draft=${showId(draftId)}`
        : `/requests/new?to=${showId(companyId)}${expertId ? `&expert=${showId(expertId)}` : ''}`,
    limit: BEGINNINGS,
    extra: newDraft,
  },
);

const save = {
  may: REQUEST_DRAFT_COMMANDS.saveDraft,
  schema: SaveDraft,
  command: commands.saveDraft,
} as const;
/** While typing: answers the draft, and stays. */
export const keepDraft = action(save, { limit: DRAFTS, extra: keptDraft });
/** By the button, where no script runs. */
export const saveDraft = action(save, {
  to: ({ draftId }) => `/requests/new?draft=${showId(draftId)}&saved=yes`,
  limit: DRAFTS,
  extra: keptDraft,
});

export const dropDraft = action(
  { may: REQUEST_DRAFT_COMMANDS.dropDraft, schema: OfDraft, command: commands.dropDraft },
  { to: () => '/requests' },
);

export const postRequest = action(
  { may: REQUEST_DRAFT_COMMANDS.post, schema: PostRequest, command: commands.post, creates: true },
  { to: ({ requestId }) => `/requests/${showId(requestId)}?posted=yes`, limit: POSTS, extra: keptDraft },
);
