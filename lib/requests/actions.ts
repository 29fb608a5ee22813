'use server';

import { cookies } from 'next/headers';
import { hashOf, newSecret } from '@/lib/auth/person';
import { showId } from '@/lib/core/id';
import { action } from '@/lib/doors/action';
import { env } from '@/lib/env';
import * as commands from './commands';
import { settle } from './commands-settle';
import { EditRequest, PostRequest, SaveDraft, SetAccepting, Settle } from './schema';

/** Long enough to come back to a half-written request after a weekend. */
const DRAFT_SECONDS = 14 * 24 * 3600;
const POSTS = { name: 'requests.post', points: 20, seconds: 3600 };
const DRAFTS = { name: 'requests.saveDraft', points: 60, seconds: 3600 };

async function keptDraft() {
  const secret = (await cookies()).get('draft')?.value;
  return secret ? { draftHash: hashOf(secret) } : { draftHash: undefined };
}

/** The hash of this browser's draft cookie, which is set where it is not there yet. */
async function newDraft() {
  const jar = await cookies();
  const secret = jar.get('draft')?.value ?? newSecret();
  const secure = env.APP_URL.startsWith('https:');
  jar.set('draft', secret, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: DRAFT_SECONDS });
  return { draftHash: hashOf(secret) };
}

export const saveDraft = action(
  { name: 'requests.saveDraft', schema: SaveDraft, command: commands.saveDraft },
  { to: () => '/requests/review', limit: DRAFTS, extra: newDraft },
);

export const postRequest = action(
  { name: 'requests.post', schema: PostRequest, command: commands.post },
  { to: ({ requestId }) => `/requests/${showId(requestId)}?posted=yes`, limit: POSTS, extra: keptDraft },
);

export const editRequest = action(
  { name: 'requests.edit', schema: EditRequest, command: commands.edit },
  { to: ({ requestId }) => `/requests/${showId(requestId)}` },
);

export const setAccepting = action(
  { name: 'requests.setAccepting', schema: SetAccepting, command: commands.setAccepting },
  { to: ({ requestId }) => `/requests/${showId(requestId)}` },
);

export const settleRequest = action(
  { name: 'requests.settle', schema: Settle, command: settle },
  { to: ({ requestId }) => `/requests/${showId(requestId)}?settled=yes` },
);
