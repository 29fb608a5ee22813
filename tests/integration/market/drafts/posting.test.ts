import { beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { audited, edit, FIELDS, history, post, saveDraft } from '@/tests/fixtures/request-doors';
import { makeCustomer, makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

describe('posting', () => {
  test('publishes the request, with its history, its audit and its line breaks', async () => {
    const { requestId } = doneOf(await post(world.people.member, FIELDS));
    const row = await database().request.findUniqueOrThrow({ where: { id: requestId } });
    expect(row).toMatchObject({
      ...FIELDS,
      customerId: world.customerId,
      status: 'accepting',
      responseCount: 0,
    });
    expect(await history(requestId)).toMatchObject([{ from: null, to: 'accepting', machine: 'request' }]);
    expect(await audited(requestId)).toEqual([{ action: 'requests.post' }]);
  });

  test('makes a customer for somebody who has none, and one only for two at once', async () => {
    const id = await makePerson(database(), 'Gus Ferreira');
    const person = await viewerOf(database(), id);
    const [one, two] = await Promise.all([post(person, FIELDS), post(person, FIELDS)]);
    doneOf(one);
    doneOf(two);
    const memberships = await database().customerMember.findMany({ where: { personId: id } });
    expect(memberships).toMatchObject([{ rights: ['owner'] }]);
    const customerId = memberships[0]!.customerId;
    expect(await database().request.count({ where: { customerId } })).toBe(2);
  });

  test('is for the customer that is named, which must be one’s own and not suspended', async () => {
    const id = await makePerson(database(), 'Hedy Moss');
    const first = await makeCustomer(database(), 'First of Two', [[id, []]]);
    const second = await makeCustomer(database(), 'Second of Two', [[id, []]]);
    const third = await makeCustomer(database(), 'Suspended One', [[id, ['owner']]]);
    await database().customer.update({ where: { id: third }, data: { suspendedAt: new Date() } });
    const person = await viewerOf(database(), id);
    for (const customerId of [first, second]) {
      const { requestId } = doneOf(await post(person, { ...FIELDS, customerId }));
      expect(await database().request.findUnique({ where: { id: requestId } })).toMatchObject({ customerId });
    }
    expect(codeOf(await post(person, { ...FIELDS, customerId: third }))).toBe('forbidden');
    expect(codeOf(await post(person, { ...FIELDS, customerId: world.customerId }))).toBe('not_found');
    expect(codeOf(await post(person, { ...FIELDS, customerId: '' }))).toBe('done');
  });

  test('uses up the draft of its form that was saved after it was sent, and nobody else’s', async () => {
    const key = crypto.randomUUID();
    const { member, owner } = world.people;
    const own = doneOf(await saveDraft(member, { ...FIELDS, key }));
    const other = doneOf(await saveDraft(owner, { ...FIELDS, key }));
    const another = doneOf(await saveDraft(member, { ...FIELDS, key: crypto.randomUUID() }));
    doneOf(await post(member, { ...FIELDS, key }));
    const ids = [own, other, another].map(({ draftId }) => draftId);
    const left = await database().requestDraft.findMany({ where: { id: { in: ids } }, select: { id: true } });
    expect(left.map(({ id }) => id).sort()).toEqual([other.draftId, another.draftId].sort());
  });

  test('is refused to nobody and to the suspended', async () => {
    expect(codeOf(await post(NOBODY, FIELDS))).toBe('unauthenticated');
    expect(codeOf(await post(world.people.suspendedCustomer, FIELDS))).toBe('forbidden');
  });

  test('keeps services, Regions and places for responses, by code or by name, each once', async () => {
    const tags = { services: 'EC2, postgres\nec2', regions: ['eu-west-1', 'Europe (Ireland)'], slots: '8' };
    const { requestId } = doneOf(await post(world.people.member, { ...FIELDS, ...tags }));
    expect(await database().request.findUnique({ where: { id: requestId } })).toMatchObject({
      services: ['ec2', 'rds'],
      regions: ['eu-west-1'],
      slots: 8,
    });
    const refused = await post(world.people.member, { ...FIELDS, services: 'EC2, Azure', slots: '0' });
    expect(refused).toMatchObject({
      code: 'invalid',
      fields: { services: expect.stringContaining('Azure'), slots: expect.any(String) },
    });
  });

  test('with contact details asks first; with a key it is refused', async () => {
    const description = `${FIELDS.description} Call +44 20 7946 0958.`;
    const asked = await post(world.people.member, { ...FIELDS, description });
    expect(asked).toMatchObject({ code: 'invalid', fields: { asIs: expect.any(String) } });
    doneOf(await post(world.people.member, { ...FIELDS, description, asIs: 'yes' }));
    const leaked = `${FIELDS.description}\nghp_${'a1B2'.repeat(9)}`;
    const refused = await post(world.people.member, { ...FIELDS, description: leaked, asIs: 'yes' });
    expect(codeOf(refused)).toBe('invalid');
  });

  test('with an address that is not the person’s own has it proved; with their own it does not', async () => {
    const person = await viewerOf(database(), await makePerson(database(), 'Kaia Lund'));
    const proofs = () => database().addressProof.count({ where: { personId: person.personId } });
    doneOf(await post(person, { ...FIELDS, contactEmail: person.email.toUpperCase() }));
    expect(await proofs()).toBe(0);
    const { requestId } = doneOf(await post(person, { ...FIELDS, contactEmail: 'desk@kaia.test' }));
    expect(await proofs()).toBe(1);
    const member = await viewerOf(database(), person.personId);
    doneOf(await edit(member, { ...FIELDS, requestId, edits: 0, contactEmail: 'desk2@kaia.test' }));
    expect(await proofs()).toBe(2);
  });
});
