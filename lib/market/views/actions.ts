'use server';

import { HOUR } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { VIEW_COMMANDS } from './rights';
import { ViewRequest } from './schema';

const VIEWS = { points: 600, within: HOUR, why: 'the page sends it for each request that is opened' };

/** Sent by the page of an open request itself, once it is looked at. */
export const viewRequest = action(
  { may: VIEW_COMMANDS.view, schema: ViewRequest, command: commands.view },
  { limit: VIEWS },
);
