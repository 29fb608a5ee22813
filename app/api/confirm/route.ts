import { GUESSES } from '@/lib/identity/factors/rules';
import { onwardByCode } from '@/lib/identity/sessions/cookies';
import { confirm } from '@/lib/identity/step-up/commands';
import { CODE_FIELD, WAY_FIELD } from '@/lib/identity/step-up/confirm-page';
import { STEP_UP_COMMANDS } from '@/lib/identity/step-up/rights';
import { Confirm } from '@/lib/identity/step-up/schema';
import { route, statusOf } from '@/lib/platform/doors/route';
import { readPosted } from '@/lib/platform/posted/posted';
import { away, placeOf, showConfirm } from './shown';

/**
 * Without JavaScript: takes the proof that came with a form that was pressed, and sends the form on to its own door by a
 * redirect that keeps what was posted (307). There everything is asked as ever: who it is, where it comes from, all rules.
 */
export const POST = route(
  { may: STEP_UP_COMMANDS.confirm, schema: Confirm, command: confirm },
  {
    limit: GUESSES,
    wrong: onwardByCode.wrong,
    input: async (request) => {
      const form = await readPosted(request.clone());
      return { way: form.get(WAY_FIELD), code: form.get(CODE_FIELD) };
    },
    answer: async (value, request) => {
      await onwardByCode.after(value);
      const place = placeOf(await readPosted(request));
      return place ? away(307, place) : away(303, '/settings/security');
    },
    refuse: (outcome, request) =>
      showConfirm(request, { status: statusOf(outcome), wrong: outcome.message, sent: true }),
  },
);
