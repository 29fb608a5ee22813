import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CALL_MS, SESSION_MS } from '@/lib/access/grants/rules';
import { DAY, HOUR, MINUTE } from '@/lib/core/time';
import { EMAIL_MAX } from '@/lib/core/visible';
import { nextAt } from '@/lib/core/zone';
import { SIGN_IN_MINUTES } from '@/lib/identity/sessions/rules';
import { MESSAGE_MAX } from '@/lib/job/messages/schema';
import { END_REASON } from '@/lib/job/proposals/schema';
import { REASON } from '@/lib/market/certifications/schema';
import { HANDLE } from '@/lib/market/experts/schema';
import { CONTACT_NAME, DESCRIPTION, SLOTS, TITLE } from '@/lib/market/requests/schema';
import { DRAFT_MAX } from '@/lib/market/response-drafts/schema';
import { RESPONSE_TEXT } from '@/lib/market/responses/schema';
import { THANKS_MAX } from '@/lib/market/settling/schema';
import { MOST_TAGS } from '@/lib/market/tags/rules';
import { MORNING_HOUR } from '@/lib/notifications/topics/rules';
import { MOST_FEE } from '@/lib/platform/variables';
import { NOTE_MAX } from '@/lib/trust/reports/schema';
import { STARS, TEXT_MAX } from '@/lib/trust/reviews/rules';
import { addresses } from '@/tests/setup/database';

/** Each check with a limit: its numbers, in the order in which they stand in it, from the constants that forms and texts use. */
const LIMITS: Record<string, readonly number[]> = {
  'certification.certification_first_look': [0, 3, REASON.min],
  'certification.certification_revoked_with_reason': [REASON.min],
  // The first letter stands before what is counted.
  'expert.expert_handle': [HANDLE.min - 1, HANDLE.max - 1],
  // The hour that AWS gives, the call that asks for it, and four minutes for clocks that differ.
  'grant_session.grant_session_hour': [SESSION_MS + CALL_MS + 4 * MINUTE],
  'message.message_body': [1, MESSAGE_MAX],
  'proposal.proposal_end_reason': [END_REASON.min],
  'proposal.proposal_fee': [0, MOST_FEE],
  'request.request_description': [DESCRIPTION.min, DESCRIPTION.max],
  // No address is shorter than a@b; the forms ask for more than a length.
  'request.request_email': ['a@b'.length, EMAIL_MAX],
  'request.request_name': [CONTACT_NAME.min, CONTACT_NAME.max],
  'request.request_slots': [SLOTS.min, SLOTS.max],
  'request.request_tags': [MOST_TAGS, MOST_TAGS],
  'request.request_thanks': [1, THANKS_MAX],
  'request.request_title': [TITLE.min, TITLE.max],
  'response.response_text': [RESPONSE_TEXT.min, 0, RESPONSE_TEXT.max],
  'response_draft.response_draft_text': [1, DRAFT_MAX],
  'review_report.review_report_note': [NOTE_MAX],
  'review.review_stars': [STARS.min, STARS.max],
  'review.review_text': [TEXT_MAX],
  'session.session_awaits_factor': [SIGN_IN_MINUTES * MINUTE],
};

/** Checks whose numbers are no limit that anybody is told, with what they say. */
const NO_LIMITS: Record<string, string> = {
  'authenticator.authenticator_misses': 'a count is not negative, and none has no beginning',
  'certification.certification_badge_at_credly': 'the length of a UUID in a Credly address',
  'clock.clock_one_row': 'there is one row',
  'connection.connection_account': 'an AWS account is twelve digits',
  'installation.installation_id_check': 'there is one row',
  'member_invitation.member_invitation_one_tenant': 'one of two is named',
  'milestone.milestone_amount': 'an amount is more than nothing',
  'payment.payment_amount': 'an amount is more than nothing',
  'payment.payment_fee': 'a fee is not negative',
  'payment_request.payment_request_amount': 'an amount is more than nothing',
  'proposal.proposal_maximum': 'an amount is more than nothing',
  'request.request_count': 'a count is not negative',
  'request.request_open_count': 'a count is not negative',
  'request.request_views': 'a count is not negative',
  'session.session_tries': 'a count is not negative',
};

type Check = { name: string; check: string };

/** The numbers of a check in their order; a span of time in milliseconds. Not those of a class of characters, such as 0-9. */
function numbersOf(check: string): number[] {
  const bare = check.replace(/'[^']*'/g, (text) => text.replace(/\[[^\]]*\]/g, '[]'));
  return [...bare.matchAll(/(?:(\d+) days? ?)?(\d\d):(\d\d):(\d\d)|(?<![\w.])\d+/g)].map(
    ([number, days = 0, hours, minutes, seconds]) =>
      hours === undefined
        ? Number(number)
        : Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000,
  );
}

/** Checks with numbers that are on no list, or that say another number than their constant. */
function wrongAmong(checks: readonly Check[]): string[] {
  return checks
    .filter(({ check }) => numbersOf(check).length > 0)
    .filter(({ name, check }) =>
      name in LIMITS ? `${numbersOf(check)}` !== `${LIMITS[name]}` : !(name in NO_LIMITS),
    )
    .map(({ name, check }) => `${name}: ${check}, wanted ${LIMITS[name] ?? 'on a list'}`);
}

let owner: Client;
let checks: Check[];
beforeAll(async () => {
  owner = new Client({ connectionString: addresses().owner });
  await owner.connect();
  const { rows } = await owner.query<Check>(
    `SELECT replace(conrelid::regclass::text, '"', '') || '.' || conname AS name, pg_get_constraintdef(oid, true) AS check
     FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY 1`,
  );
  checks = rows;
});
afterAll(() => owner.end());

describe('a check of the database', () => {
  test('has the numbers of the constants', () => {
    expect(checks.length).toBeGreaterThan(40);
    expect(wrongAmong(checks)).toEqual([]);
  });

  test('that is on a list is there, and has numbers', () => {
    const numeric = checks.filter(({ check }) => numbersOf(check).length > 0).map(({ name }) => name);
    expect([...Object.keys(LIMITS), ...Object.keys(NO_LIMITS)].sort()).toEqual(numeric.sort());
  });

  test('that says something else, or that nobody has listed, is found', () => {
    const title = 'request.request_title';
    expect(
      wrongAmong([{ name: title, check: 'CHECK (char_length(title) >= 10 AND char_length(title) <= 141)' }]),
    ).toEqual([expect.stringContaining(title)]);
    expect(wrongAmong([{ name: 'hen.hen_eggs', check: 'CHECK (eggs < 12)' }])).toEqual([
      expect.stringContaining('hen.hen_eggs'),
    ]);
    expect(
      wrongAmong([
        {
          name: 'session.session_awaits_factor',
          check: `CHECK (expires <= ("createdAt" + '00:20:00'::interval))`,
        },
      ]),
    ).toEqual([expect.stringContaining('session_awaits_factor')]);
    expect(wrongAmong([{ name: 'hen.hen_name', check: "CHECK (name ~ '^[a-z0-9]+$')" }])).toEqual([]);
  });
});

test('the database’s morning is the one that is told', async () => {
  for (const zone of ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'])
    for (const at of ['2026-03-28T12:00:00Z', '2026-10-25T03:00:00Z', '2026-11-30T07:59:59Z']) {
      const { rows } = await owner.query<{ due: Date }>(
        `SELECT alert_due('daily', $1::timestamptz, $2) AS due`,
        [at, zone],
      );
      expect(rows[0]!.due, `${at} ${zone}`).toEqual(nextAt(MORNING_HOUR, new Date(at), zone));
    }
});
