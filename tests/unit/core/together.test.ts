import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { textField } from '@/lib/core/text';
import { together } from '@/lib/core/together';

const Stay = together(
  z.object({ name: textField('Name', { min: 2, max: 20 }), from: z.coerce.number(), to: z.coerce.number() }),
  ['from', 'to'],
  ({ from, to }, say) => (from <= to ? { nights: to - from } : say('It ends before it begins.', 'to')),
);

const sentences = (schema: z.ZodType, input: unknown) =>
  Object.fromEntries(
    schema.safeParse(input).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [],
  );

describe('fields that are read together', () => {
  test('what is wrong with them is said beside what is wrong with any other field', () => {
    expect(sentences(Stay, { from: 3, to: 1 })).toEqual({
      name: 'Name is missing.',
      to: 'It ends before it begins.',
    });
  });

  test('they are not asked about while one of them is not sound itself', () => {
    expect(sentences(Stay, { name: 'Mary', from: 'x', to: 1 })).toEqual({
      from: expect.stringMatching(/number/),
    });
  });

  test('what was read takes their place', () => {
    expect(Stay.parse({ name: ' Mary ', from: '1', to: '3' })).toEqual({ name: 'Mary', nights: 2 });
  });
});

/** What the fields of a text that is sent ask about. */
const DOUBTFUL = 'The admin password = hunter42, please change it soon.';
const doubtful = (text: string, ...ids: string[]) => ({
  input: { [text]: DOUBTFUL, ...Object.fromEntries(ids.map((id) => [id, 'x'])) },
  fields: [text, 'sendAsIs', ...ids].sort(),
});

/** Inputs in which a plain field is wrong as well as what is read together, with the fields that must be named at once. */
const ALL: Record<string, { input: Record<string, unknown>; fields: string[] }> = {
  'access/permission-requests requestSchema': doubtful('reason', 'proposalId', 'level'),
  'access/permission-requests declineSchema': doubtful('reason', 'permissionRequestId'),
  'job/messages SendMessage': doubtful('body', 'conversationId', 'clientId'),
  'job/proposals Decline': doubtful('reason', 'proposalId'),
  'job/proposals End': doubtful('reason', 'proposalId'),
  'job/proposals Propose': {
    input: {
      conversationId: 'x',
      title: 'Find the slow query',
      terms: DOUBTFUL,
      milestones: [{ title: 'All', amount: '1' }],
    },
    fields: ['conversationId', 'sendAsIs', 'terms'],
  },
  'market/responses Respond': doubtful('text', 'requestId', 'companyId'),
  'market/settling Settle': doubtful('thanks', 'responseId'),
  'money/payment-requests DeclinePayment': doubtful('reason', 'paymentRequestId'),
  'demo MoveClock': { input: { amount: 'minutes', minutes: '-1' }, fields: ['minutes'] },
  'identity/members SetRights': { input: { rights: ['owner'] }, fields: ['', 'personId'] },
  'identity/members Remove': { input: {}, fields: ['', 'personId'] },
  'identity/members Leave': { input: { successorId: 'x' }, fields: ['', 'successorId'] },
  'identity/members TakeOver': { input: { personId: 'x' }, fields: ['', 'personId', 'reason'] },
  'identity/members AskRight': { input: { right: 'owner' }, fields: [''] },
  'identity/member-invitations Invite': { input: { email: 'x' }, fields: ['', 'email'] },
  'identity/sign-in SignIn': { input: { userAgent: 7 }, fields: ['code', 'userAgent'] },
  'identity/sign-in GiveFactor': {
    input: { way: 'recovery', code: 'x', before: 7 },
    fields: ['before', 'code'],
  },
  'identity/step-up Confirm': { input: { way: 'email', code: 'x', next: 7 }, fields: ['code', 'next'] },
  'market/experts Register': {
    input: { kind: 'company' },
    fields: ['code', 'companyName', 'country', 'expiresOn', 'issuedOn', 'nameAsPrinted', 'validationNumber'],
  },
  'market/experts EditProfile': {
    input: {
      rateFrom: '50',
      rateTo: '20',
      summary: '',
      experience: '',
      languages: 'English',
      timeZone: 'Europe/Berlin',
    },
    fields: ['expertId', 'headline', 'rateTo'],
  },
  'market/verification Reject': {
    input: { certificationId: 'x', preset: 'own', reason: 'No' },
    fields: ['certificationId', 'reason'],
  },
  'money/payment-requests RequestPayment': {
    input: { proposalId: 'x', milestoneId: 'other', amount: '', note: DOUBTFUL },
    fields: ['amount', 'note', 'proposalId', 'sendAsIs'],
  },
};

const files = globSync('lib/**/schema.ts').sort();

/** Every schema of `lib`, under its noun and its own name. */
async function schemas(): Promise<[string, z.ZodType][]> {
  const found: [string, z.ZodType][] = [];
  for (const file of files) {
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ resolve(file));
    const noun = file.replace(/^lib\//, '').replace(/\/schema\.ts$/, '');
    for (const [name, value] of Object.entries(exported))
      if (value instanceof z.ZodType) found.push([`${noun} ${name}`, value]);
  }
  return found;
}

/** Whether zod itself would ask about several fields: only once each of them is sound. */
function asksLate(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodObject) return (schema.def.checks ?? []).length > 0;
  if (!(schema instanceof z.ZodPipe) || !(schema.def.in instanceof z.ZodObject)) return false;
  const onward = schema.def.out;
  // One that is given no context can refuse nothing.
  return onward instanceof z.ZodTransform ? onward.def.transform.length > 1 : true;
}

const isTogether = (schema: z.ZodType) =>
  schema instanceof z.ZodPipe && schema.def.in instanceof z.ZodUnknown;

/** Not a form that a person fills in: what it refuses, it refuses as a whole. */
const WHOLE = ['job/drafts SaveDraft'];

describe('every schema', () => {
  test('says all its errors at once', async () => {
    const all = await schemas();
    expect(all.length).toBeGreaterThan(80);
    const late = all.filter(([, schema]) => asksLate(schema)).map(([name]) => name);
    expect(late).toEqual(WHOLE);
  });

  test('that reads fields together is listed here, and names each field that is wrong', async () => {
    const found = (await schemas()).filter(([, schema]) => isTogether(schema));
    expect(found.map(([name]) => name).sort()).toEqual(Object.keys(ALL).sort());
    for (const [name, schema] of found)
      expect({ [name]: Object.keys(sentences(schema, ALL[name]!.input)).sort() }).toEqual({
        [name]: ALL[name]!.fields,
      });
  });
});
