import { randomUUID } from 'node:crypto';
import { openSession } from '@/lib/access/grants/commands';
import { GRANT_COMMANDS } from '@/lib/access/grants/rights';
import { openSessionSchema } from '@/lib/access/grants/schema';
import { credentialsPage, refusedPage } from '@/lib/access/sessions/handed-page';
import { showId } from '@/lib/core/id';
import { askForSession } from '@/lib/platform/broker-line/ask';
import { noteRefusal } from '@/lib/platform/doors/knock';
import type { Outcome } from '@/lib/platform/doors/outcome';
import { refusalOf } from '@/lib/platform/doors/perform';
import { route, statusOf } from '@/lib/platform/doors/route';
import { readViewer } from '@/lib/platform/session/viewer';

/** What leads into AWS is a credential: nobody keeps it, and no other site is told where it came from. */
const SECRET = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

const html = (body: string, status: number) =>
  new Response(body, { status, headers: { ...SECRET, 'content-type': 'text/html; charset=utf-8' } });
const nonceOf = (request: Request) => request.headers.get('x-nonce') ?? '';
const addressOf = (grantId: string | null) => (grantId ? `/access/${showId(grantId)}` : '/grants');

function refused(
  outcome: Extract<Outcome, { ok: false }>,
  pressed: { grantId: string; purpose: string } | null,
  request: Request,
): Response {
  const { confirm } = outcome;
  const asked = confirm && pressed ? { confirm, pressed } : undefined;
  const body = refusedPage(outcome.message, addressOf(pressed?.grantId ?? null), nonceOf(request), asked);
  return html(body, statusOf(outcome));
}

/** The expert's way in: a link into the console, followed at once, or credentials on a page that is shown once. */
export const POST = route(
  { may: GRANT_COMMANDS.openSession, schema: openSessionSchema, command: openSession },
  {
    refuse: (outcome, request, raw) => {
      const asked = openSessionSchema.safeParse(raw);
      return refused(outcome, asked.success ? asked.data : null, request);
    },
    answer: async (asked, request) => {
      try {
        const handed = await askForSession(asked);
        if (handed.purpose === 'console')
          return new Response(null, { status: 303, headers: { ...SECRET, location: handed.url } });
        return html(credentialsPage(handed, addressOf(asked.grantId), nonceOf(request)), 200);
      } catch (error) {
        const callId = request.headers.get('x-request-id') ?? randomUUID();
        const outcome = refusalOf(error, 'grants.openSession', callId);
        const network = request.headers.get('x-client-address');
        noteRefusal(
          { door: 'grants.openSession', callId, viewer: await readViewer(), network },
          outcome.code,
        );
        return refused(outcome, { grantId: asked.grantId, purpose: asked.purpose }, request);
      }
    },
  },
);
