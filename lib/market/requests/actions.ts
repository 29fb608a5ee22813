'use server';

import { cookies } from 'next/headers';
import { showId } from '@/lib/core/id';
import { DAY, HOUR, SECOND } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import { env } from '@/lib/platform/env';
import { hashOf, newSecret } from '@/lib/platform/session/person';
import * as commands from './commands';
import * as direct from './commands-direct';
import * as commandsBegin from './commands-direct-begin';
import * as drafts from './commands-drafts';
import { settle } from './commands-settle';
import { improve } from './commands-unanswered';
import { REQUEST_COMMANDS } from './rights';
import { DRAFT_DAYS } from './rules';
import {
  BeginDirect,
  BeginRequest,
  EditRequest,
  ImproveRequest,
  OfDraft,
  OfRequest,
  PostRequest,
  SaveDraft,
  SetAccepting,
  Settle,
  ViewRequest,
} from './schema';

const POSTS = { points: 20, within: HOUR, why: 'each is mailed to experts' };
const VIEWS = { points: 600, within: HOUR, why: 'the page sends it for each request that is opened' };
const BEGINNINGS = {
  of: REQUEST_COMMANDS.begin,
  points: 60,
  within: HOUR,
  why: 'nobody has to be signed in, and each is a row; one budget for both kinds',
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
  { may: REQUEST_COMMANDS.begin, schema: BeginRequest, command: drafts.begin, creates: true },
  {
    to: ({ draftId, own }) => (own ? `/requests/review?draft=${showId(draftId)}` : '/requests/review'),
    limit: BEGINNINGS,
    extra: newDraft,
  },
);

export const beginDirect = action(
  {
    may: REQUEST_COMMANDS.beginDirect,
    schema: BeginDirect,
    command: commandsBegin.beginDirect,
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

const save = { may: REQUEST_COMMANDS.saveDraft, schema: SaveDraft, command: drafts.saveDraft } as const;
/** While typing: answers the draft, and stays. */
export const keepDraft = action(save, { limit: DRAFTS, extra: keptDraft });
/** By the button, where no script runs. */
export const saveDraft = action(save, {
  to: ({ draftId }) => `/requests/new?draft=${showId(draftId)}&saved=yes`,
  limit: DRAFTS,
  extra: keptDraft,
});

export const dropDraft = action(
  { may: REQUEST_COMMANDS.dropDraft, schema: OfDraft, command: drafts.dropDraft },
  { to: () => '/requests' },
);

export const postRequest = action(
  { may: REQUEST_COMMANDS.post, schema: PostRequest, command: commands.post, creates: true },
  { to: ({ requestId }) => `/requests/${showId(requestId)}?posted=yes`, limit: POSTS, extra: keptDraft },
);

export const editRequest = action(
  { may: REQUEST_COMMANDS.edit, schema: EditRequest, command: commands.edit },
  { to: ({ requestId }) => `/requests/${showId(requestId)}` },
);

export const openToAll = action(
  { may: REQUEST_COMMANDS.openToAll, schema: OfRequest, command: direct.openToAll },
  { to: ({ requestId }) => `/requests/${showId(requestId)}` },
);

/** One press of what is advised for a request that nobody answers. */
export const improveRequest = action(
  { may: REQUEST_COMMANDS.improve, schema: ImproveRequest, command: improve },
  { to: ({ requestId }) => `/requests/${showId(requestId)}` },
);

/** Sent by the page of an open request itself, once it is looked at. */
export const viewRequest = action(
  { may: REQUEST_COMMANDS.view, schema: ViewRequest, command: direct.view },
  { limit: VIEWS },
);

export const setAccepting = action(
  { may: REQUEST_COMMANDS.setAccepting, schema: SetAccepting, command: commands.setAccepting },
  { to: ({ requestId }) => `/requests/${showId(requestId)}` },
);

export const settleRequest = action(
  { may: REQUEST_COMMANDS.settle, schema: Settle, command: settle },
  { to: ({ requestId }) => `/requests/${showId(requestId)}?settled=yes` },
);
