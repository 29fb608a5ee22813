import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPANY_RIGHTS, CUSTOMER_RIGHTS, NOBODY, type Person } from '@/lib/core/rights';
import { COUNTRIES, eligibleCountries } from '@/lib/identity/companies/countries';
import { canBeBasedIn, canClose } from '@/lib/identity/companies/rules';
import { canAnswer } from '@/lib/identity/invitations/rules';
import { canInvite } from '@/lib/identity/member-invitations/rules';
import { Invite } from '@/lib/identity/member-invitations/schema';
import {
  canAskRight,
  canLeave,
  canRemove,
  canSetRights,
  canTakeOver,
  type Held,
  missingOfCustomers,
  missingRight,
  ownerRemains,
  RIGHTS_IN_WORDS,
  rightsInWords,
  stillOwner,
  tidyRights,
} from '@/lib/identity/members/rules';
import { Leave, SetRights } from '@/lib/identity/members/schema';

const ID = '019ab000-0000-7000-8000-000000000000';
const OTHER = '019ab000-0000-7000-8000-000000000001';
const member = (personId: string, rights: Held['rights'] = [], suspended = false): Held => ({
  personId,
  rights,
  suspended,
});

describe('rights', () => {
  test('each has words on its own side, and no other', () => {
    expect(Object.keys(RIGHTS_IN_WORDS.customer).sort()).toEqual([...CUSTOMER_RIGHTS].sort());
    expect(Object.keys(RIGHTS_IN_WORDS.company).sort()).toEqual([...COMPANY_RIGHTS].sort());
  });

  test('are kept in one order, each once; an owner has all of them', () => {
    expect(tidyRights('customer', ['grant', 'buy', 'grant'])).toEqual(['buy', 'grant']);
    expect(tidyRights('company', ['chat', 'owner'])).toEqual(['owner']);
    expect(rightsInWords('customer', ['buy', 'grant'])).toBe('Buy, Grant access');
    expect(rightsInWords('customer', [])).toBe('Member, no extra rights');
  });
});

describe('forms about members', () => {
  test('name exactly one tenant, and rights of its side', () => {
    const input = { email: 'a@b.test', rights: ['buy'] };
    expect(Invite.parse({ ...input, customerId: ID })).toMatchObject({
      tenant: { side: 'customer', id: ID },
      rights: ['buy'],
    });
    expect(Invite.safeParse(input).success).toBe(false);
    expect(Invite.safeParse({ ...input, customerId: ID, companyId: OTHER }).success).toBe(false);
    expect(Invite.safeParse({ ...input, companyId: ID }).success).toBe(false);
    expect(Invite.safeParse({ ...input, customerId: ID, rights: ['admin'] }).success).toBe(false);
    expect(SetRights.parse({ customerId: ID, personId: OTHER }).rights).toEqual([]);
    expect(Leave.parse({ companyId: ID, successorId: '' }).successorId).toBeUndefined();
  });
});

describe('an invitation', () => {
  const fine = {
    email: 'new@b.test',
    memberEmails: ['a@b.test'],
    count: 2,
    openAlready: false,
    askedLately: 0,
    nameMissing: false,
  };
  test('goes to somebody who is no member and has none open', () => {
    expect(canInvite(fine)).toBeNull();
    expect(canInvite({ ...fine, email: 'A@b.test' })?.fields).toHaveProperty('email');
    expect(canInvite({ ...fine, openAlready: true })?.code).toBe('conflict');
    expect(canInvite({ ...fine, count: 200 })?.code).toBe('conflict');
    expect(canInvite({ ...fine, askedLately: 5 })?.code).toBe('limited');
    expect(canInvite({ ...fine, nameMissing: true })?.fields).toHaveProperty('companyName');
  });

  test('is answered once, and in time', () => {
    const at = new Date();
    const later = new Date(at.getTime() + 1);
    expect(canAnswer({ status: 'sent', expiresAt: later }, at)).toBeNull();
    expect(canAnswer({ status: 'sent', expiresAt: at }, at)?.message).toContain('expired');
    for (const status of ['accepted', 'declined', 'withdrawn', 'expired'] as const)
      expect(canAnswer({ status, expiresAt: later }, at)?.message).toContain(status);
  });
});

describe('there is always an owner who can act', () => {
  test('whatever is changed, as far as it is allowed', () => {
    const person = fc.record({
      rights: fc.subarray(['owner', 'buy', 'grant'] as const),
      suspended: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 5 }),
        fc.nat(4),
        fc.nat(4),
        fc.subarray(['owner', 'buy', 'grant'] as const),
        (people, by, of, rights) => {
          const members = people.map((one, at) => ({ personId: String(at), ...one }));
          const [actor, personId] = [String(by % people.length), String(of % people.length)];
          if (stillOwner(members, actor)) return;
          const without = members.filter((one) => one.personId !== personId);
          if (canRemove(members, { by: actor, personId }) === null) expect(ownerRemains(without)).toBe(true);
          if (canSetRights(members, { personId, rights }) === null)
            expect(
              ownerRemains(members.map((one) => (one.personId === personId ? { ...one, rights } : one))),
            ).toBe(true);
          if (canLeave('customer', members, { personId }) === null) expect(ownerRemains(without)).toBe(true);
        },
      ),
    );
  });

  test('the last one names who takes over, or closes the company', () => {
    const alone = [member('a', ['owner'])];
    expect(canLeave('company', alone, { personId: 'a' })?.message).toContain('Close the company');
    expect(canLeave('customer', alone, { personId: 'a' })?.message).toContain('Invite someone');
    const two = [member('a', ['owner']), member('b'), member('c', ['owner'], true)];
    expect(canLeave('customer', two, { personId: 'a' })?.fields).toHaveProperty('successorId');
    expect(canLeave('customer', two, { personId: 'a', successorId: 'c' })?.code).toBe('invalid');
    expect(canLeave('customer', two, { personId: 'a', successorId: 'a' })?.code).toBe('invalid');
    expect(canLeave('customer', two, { personId: 'a', successorId: 'b' })).toBeNull();
    expect(canLeave('customer', two, { personId: 'b' })).toBeNull();
  });

  test('and an admin names one only where there is none', () => {
    const gone = [member('a', ['owner'], true), member('b'), member('c', [], true)];
    expect(canTakeOver(gone, 'b')).toBeNull();
    expect(canTakeOver(gone, 'c')?.code).toBe('conflict');
    expect(canTakeOver(gone, 'x')?.code).toBe('not_found');
    expect(canTakeOver([member('a', ['owner']), member('b')], 'b')?.code).toBe('conflict');
  });

  test('whom a right can be asked of', () => {
    const members = [member('a', ['owner']), member('b', ['buy'])];
    expect(canAskRight(members, { personId: 'b', right: 'grant' })).toBeNull();
    expect(canAskRight(members, { personId: 'b', right: 'buy' })?.code).toBe('conflict');
    expect(canAskRight(members, { personId: 'a', right: 'buy' })?.code).toBe('conflict');
    expect(canAskRight([member('b')], { personId: 'b', right: 'buy' })?.message).toContain('operator');
  });
});

describe('a right that is missing', () => {
  const of = (tenantId: string, rights: string[], suspended = false) => ({
    ...{ tenantId, rights, suspended, owners: ['Una Brandt'] },
  });
  const viewer = { kind: 'person', suspended: false } as unknown as Person;
  const person = (more: object): Person => ({ ...viewer, customers: [], companies: [], ...more });

  test('is told with those who can give it, of the side that it belongs to', () => {
    const both = person({ customers: [of(ID, ['buy'])], companies: [of(OTHER, ['sell'])] });
    expect(missingRight(both, 'grant', ID)).toEqual({
      side: 'customer',
      id: ID,
      right: 'grant',
      owners: ['Una Brandt'],
    });
    expect(missingRight(both, 'chat', OTHER)).toMatchObject({ side: 'company', id: OTHER, right: 'chat' });
    for (const right of ['bill', 'access'] as const)
      expect(missingRight(both, right, OTHER)).toMatchObject({ side: 'company', id: OTHER, right });
    expect(missingRight(both, 'sell', OTHER)).toBeNull();
    expect(missingRight(both, 'buy', ID)).toBeNull();
    expect(missingRight(both, 'chat', ID)).toBeNull();
    expect(missingRight(NOBODY, 'buy', ID)).toBeNull();
  });

  test('is not asked for where it would not help', () => {
    expect(missingRight(person({ customers: [of(ID, [], true)] }), 'buy', ID)).toBeNull();
    expect(missingRight(person({ customers: [of(ID, [])], suspended: true }), 'buy', ID)).toBeNull();
    expect(missingRight(person({ customers: [of(ID, ['owner'])] }), 'buy', ID)).toBeNull();
  });

  test('is told of the first customer that could give it', () => {
    const customers = [of(ID, [], true), of(OTHER, ['buy'])];
    expect(missingOfCustomers(person({ customers }), 'grant')).toMatchObject({ id: OTHER });
    expect(missingOfCustomers(person({}), 'grant')).toBeNull();
  });
});

describe('a company', () => {
  test('closes when nothing is agreed and undone', () => {
    expect(canClose({ closed: false, owner: true, acceptedTitles: [] })).toBeNull();
    expect(canClose({ closed: true, owner: true, acceptedTitles: [] })?.code).toBe('conflict');
    expect(canClose({ closed: false, owner: false, acceptedTitles: [] })?.code).toBe('conflict');
    expect(canClose({ closed: false, owner: true, acceptedTitles: ['Look', 'Mend'] })?.message).toContain(
      '“Look” and 1 more',
    );
  });

  test('is based where the operator allows, or where it was', () => {
    expect(eligibleCountries('SE,NO')).toEqual(['SE', 'NO']);
    expect(eligibleCountries(undefined)).toBe(COUNTRIES);
    expect(canBeBasedIn('SE', ['SE'], null)).toBeNull();
    expect(canBeBasedIn('KP', COUNTRIES, null)?.fields).toHaveProperty('country');
    expect(canBeBasedIn('FR', ['SE'], 'FR')).toBeNull();
  });
});
