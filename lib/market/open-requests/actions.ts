'use server';

import { showId } from '@/lib/core/id';
import { HOUR } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { OPEN_REQUEST_COMMANDS } from './rights';
import { EditSearch, MarkRequest, RemoveSearch, SaveSearch } from './schema';

const MARKS = { points: 600, within: HOUR, why: 'whoever goes through a long list marks quickly' };
const SEARCHES = {
  of: OPEN_REQUEST_COMMANDS.saveSearch,
  points: 60,
  within: HOUR,
  why: 'each is compared with every new request',
} as const;

/** Back to the list that the form stood in, and to nowhere else; with what was hidden, so that it can be undone. */
function backTo({ requestId, mark }: { requestId: string; mark: string }, form: FormData): string {
  const back = form.get('back');
  const [path, query] = (
    typeof back === 'string' && /^\/work(?:[/?][^\\]*)?$/.test(back) ? back : '/work'
  ).split('?');
  const params = new URLSearchParams(query);
  params.delete('hid');
  if (mark === 'hidden') params.set('hid', showId(requestId));
  return params.size > 0 ? `${path}?${params}` : `${path}`;
}

export const markRequest = action(
  { may: OPEN_REQUEST_COMMANDS.mark, schema: MarkRequest, command: commands.mark },
  { limit: MARKS, to: backTo },
);

export const saveSearch = action(
  { may: OPEN_REQUEST_COMMANDS.saveSearch, schema: SaveSearch, command: commands.saveSearch, creates: true },
  { limit: SEARCHES, to: () => '/work/searches' },
);

export const editSearch = action(
  { may: OPEN_REQUEST_COMMANDS.editSearch, schema: EditSearch, command: commands.editSearch },
  { limit: SEARCHES, to: () => '/work/searches' },
);

export const removeSearch = action(
  { may: OPEN_REQUEST_COMMANDS.removeSearch, schema: RemoveSearch, command: commands.removeSearch },
  { to: () => '/work/searches' },
);
