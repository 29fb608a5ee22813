import { expect, test } from 'vitest';
import { canInvite, canSend, MOST_A_DAY, MOST_TO_ONE, mayInvite } from '@/lib/market/clients/rules';

const today = new Date('2026-11-24T12:00:00Z');
const certifications = [{ code: 'SAP', status: 'verified' as const, expiresOn: new Date('2027-05-01') }];

test('who has a profile and a certification brings clients', () => {
  expect(mayInvite({ leftAt: null, certifications }, today)).toBeNull();
  expect(mayInvite({ leftAt: today, certifications }, today)?.message).toContain(
    'don’t have an expert profile',
  );
  expect(mayInvite(null, today)?.message).toContain('don’t have an expert profile');
  expect(mayInvite({ leftAt: null, certifications: [] }, today)?.message).toContain('AWS Certification');
});

const facts = { sentToday: 0, toThisAddressToday: 0, ownPeople: false, openAlready: false };
test.each([
  [{}, null],
  [{ sentToday: MOST_A_DAY - 1, toThisAddressToday: MOST_TO_ONE - 1 }, null],
  [{ sentToday: MOST_A_DAY }, 'limited'],
  [{ toThisAddressToday: MOST_TO_ONE }, 'conflict'],
  [{ ownPeople: true }, 'conflict'],
  [{ openAlready: true }, 'conflict'],
])('an invitation with %o: %s', (change, code) => {
  const answer = canInvite({ ...facts, ...change });
  expect(answer?.code ?? null).toBe(code);
  if (code === 'conflict') expect(answer?.fields).toHaveProperty('email');
});

test('nothing secret is sent, and it is said in which field it stands', () => {
  const token = `Here: ghp_${'a1B2'.repeat(9)}`;
  const mail = 'Write to mary.major@example.com';
  expect(canSend({ title: 'A job', note: mail })).toBeNull();
  expect(Object.keys(canSend({ title: token, note: 'Hello' })?.fields ?? {})).toEqual(['title']);
  expect(Object.keys(canSend({ title: 'A job', note: `${mail}. ${token}` })?.fields ?? {})).toEqual(['note']);
});
