import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { declineSchema, requestSchema } from '@/lib/access/permission-requests/schema';
import { needsAsking } from '@/lib/core/findings';
import { showId } from '@/lib/core/id';
import { Edit } from '@/lib/identity/companies/schema';
import { SendMessage } from '@/lib/job/messages/schema';
import { Decline, End, Propose } from '@/lib/job/proposals/schema';
import { EditProfile } from '@/lib/market/experts/schema';
import { Respond } from '@/lib/market/responses/schema';
import { Settle } from '@/lib/market/settling/schema';
import { DeclinePayment, RequestPayment } from '@/lib/money/payment-requests/schema';

const TOKEN = `ghp_${'a1B2'.repeat(9)}`;
const DOUBTFUL = 'the admin password = hunter42, please change it soon';
const CONTACT = 'Call me at +1 415 555 0100 when you have a minute, or write to ann@example.com';
const id = showId('01930000-0000-7000-8000-000000000001');
const milestones = [{ title: 'Cause found', amount: '100' }];
const proposal = {
  conversationId: id,
  title: 'Find it',
  terms: 'I read the slow log and name the query.',
  milestones,
};

/** Every place where one side writes to the other: the schema, the field, and what else the form has. */
const SENT: [string, z.ZodType, string, object][] = [
  ['a message', SendMessage, 'body', { conversationId: id, clientId: 'client-id-1' }],
  ['a response', Respond, 'text', { requestId: id, companyId: id }],
  ["a proposal's title", Propose, 'title', proposal],
  ["a proposal's terms", Propose, 'terms', proposal],
  ["a proposal's timeline", Propose, 'timeline', proposal],
  ['why a proposal is declined', Decline, 'reason', { proposalId: id }],
  ['why a proposal is ended', End, 'reason', { proposalId: id }],
  ["a payment request's note", RequestPayment, 'note', { proposalId: id, milestoneId: id }],
  ['why a payment is declined', DeclinePayment, 'reason', { paymentRequestId: id }],
  ['why access is asked for', requestSchema, 'reason', { proposalId: id, level: 'ViewOnlyAccess' }],
  ['why access is declined', declineSchema, 'reason', { permissionRequestId: id }],
  ['thanks to the others', Settle, 'thanks', { responseId: id }],
];

const fieldsOf = (schema: z.ZodType, input: object) =>
  Object.fromEntries(
    (schema.safeParse(input).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );

describe.each(SENT)('%s', (_place, schema, field, rest) => {
  const withText = (text: string, more: object = {}) => fieldsOf(schema, { ...rest, [field]: text, ...more });

  test('with a token is refused, whatever is ticked', () => {
    for (const more of [{}, { sendAsIs: 'yes' }])
      expect(withText(`Use ${TOKEN} to get in, and tell me how it went.`, more)).toEqual({
        [field]: expect.stringMatching(
          /^This has an access token \(ghp_.*Remove it. If it’s real, invalidate it now\.$/,
        ),
      });
  });

  test('with what may be a password is asked about once', () => {
    expect(withText(DOUBTFUL)).toEqual({
      [field]: expect.stringMatching(/^This has a password \(/),
      sendAsIs: expect.stringContaining('Send it as is'),
    });
    expect(withText(DOUBTFUL, { sendAsIs: 'yes' })).toEqual({});
    expect(schema.parse({ ...rest, [field]: DOUBTFUL, sendAsIs: 'yes' })).not.toHaveProperty('sendAsIs');
  });

  test('may say how to reach somebody', () => {
    expect(withText(CONTACT)).toEqual({});
  });
});

test("a milestone's title is read, too", () => {
  const titled = (title: string, more: object = {}) =>
    fieldsOf(Propose, { ...proposal, milestones: [...milestones, { title, amount: '50' }], ...more });
  expect(titled(TOKEN)).toEqual({ 'milestones.1.title': expect.stringContaining('an access token') });
  expect(Object.keys(titled('password=hunter42'))).toEqual(['milestones.1.title', 'sendAsIs']);
  expect(titled('password=hunter42', { sendAsIs: 'yes' })).toEqual({});
});

const profile = {
  expertId: id,
  headline: 'I find slow queries',
  summary: '',
  experience: '',
  languages: 'English',
  timeZone: 'Europe/Paris',
};
const company = { companyId: id, name: 'Northlight', about: '', country: 'SE' };

describe.each([
  ["an expert's headline", EditProfile, 'headline', profile],
  ["an expert's summary", EditProfile, 'summary', profile],
  ["an expert's experience", EditProfile, 'experience', profile],
  ["a company's name", Edit, 'name', company],
  ["a company's text", Edit, 'about', company],
] as [string, z.ZodType, string, object][])('%s', (_place, schema, field, rest) => {
  test.each([
    ['a token', TOKEN],
    ['what may be a password', 'password=hunter42 for all'],
    ['a phone number', 'Call +1 415 555 0100'],
    ['an email address', 'Write to ann@example.com'],
  ])('with %s is refused', (_what, text) => {
    expect(fieldsOf(schema, { ...rest })).toEqual({});
    expect(fieldsOf(schema, { ...rest, [field]: text, sendAsIs: 'yes' })).toEqual({
      [field]: expect.stringMatching(/^This has .* Remove it\./),
    });
  });
});

test('the composer asks before it sends what the server would not take', () => {
  expect([TOKEN, DOUBTFUL, CONTACT, 'The password is rotated weekly.'].map(needsAsking)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
