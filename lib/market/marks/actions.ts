'use server';

import { showId } from '@/lib/core/id';
import { HOUR } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { MARK_COMMANDS } from './rights';
import { MarkRequest } from './schema';

const MARKS = { points: 600, within: HOUR, why: 'people going through a long list mark quickly' };

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
  { may: MARK_COMMANDS.set, schema: MarkRequest, command: commands.mark },
  { limit: MARKS, to: backTo },
);
