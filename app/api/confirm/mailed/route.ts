import { askConfirmCode } from '@/lib/identity/step-up/commands';
import { FOR_FIELD } from '@/lib/identity/step-up/confirm-page';
import { STEP_UP_COMMANDS } from '@/lib/identity/step-up/rights';
import { OF_MAILS } from '@/lib/identity/step-up/rules';
import { AskConfirm } from '@/lib/identity/step-up/schema';
import { route, statusOf } from '@/lib/platform/doors/route';
import { readPosted } from '@/lib/platform/posted/posted';
import { showConfirm } from '../shown';

/** The same with a code on its way. */
export const POST = route(
  { may: STEP_UP_COMMANDS.askConfirmCode, schema: AskConfirm, command: askConfirmCode },
  {
    limit: OF_MAILS,
    input: async (request) => ({ for: (await readPosted(request.clone())).get(FOR_FIELD) }),
    answer: (_value, request) => showConfirm(request, { status: 200, sent: true }),
    refuse: (outcome, request) =>
      showConfirm(request, { status: statusOf(outcome), wrong: outcome.message, sent: true }),
  },
);
