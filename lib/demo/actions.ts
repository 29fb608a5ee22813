'use server';

import { redirect } from 'next/navigation';
import { MINUTE } from '@/lib/core/time';
import { keepSession, readBrowser } from '@/lib/identity/sessions/cookies';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { DEMO_COMMANDS } from './rights';
import { tellSandboxes } from './sandboxes';
import { EnterDemo, MoveClock } from './schema';

const DEMO = { points: 600, within: MINUTE, why: 'only in the demo, on the loopback of one machine' };

const enter = action(
  { may: DEMO_COMMANDS.enterDemo, schema: EnterDemo, command: commands.enterDemo },
  {
    extra: readBrowser,
    after: keepSession,
    to: ({ to }) => to,
    limit: DEMO,
  },
);

export const moveClock = action(
  { may: DEMO_COMMANDS.moveClock, schema: MoveClock, command: commands.moveClock },
  {
    after: async ({ offsetMs }) => {
      await tellSandboxes(offsetMs);
    },
    to: () => '/demo#clock',
    limit: DEMO,
  },
);

/** For a bare form: one press, without a place for a reply. A refusal is read on the demo's page. */
export async function enterDemo(form: FormData): Promise<void> {
  const outcome = await enter(null, form);
  if (!outcome.ok) redirect(`/demo?refused=${outcome.code}`);
}
