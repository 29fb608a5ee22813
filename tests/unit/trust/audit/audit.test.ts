import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealOf } from '@/lib/trust/audit/seal';

const entry = {
  id: '018f4e2a-0000-7000-8000-000000000001',
  at: new Date('2026-11-23T12:00:00.000Z'),
  action: 'proposals.accept',
  actorKind: 'person',
  personId: '018f4e2a-0000-7000-8000-000000000002' as string | null,
  customerId: null as string | null,
  companyId: null as string | null,
  objectType: 'proposal',
  objectId: '018f4e2a-0000-7000-8000-000000000003' as string | null,
  detail: { amount: '1200.00', final: true, inner: { b: 1, a: 2 } } as unknown,
  callId: 'call' as string | null,
};

test('a seal does not depend on the order in which the detail comes back', () => {
  const turned = { inner: { a: 2, b: 1 }, final: true, amount: '1200.00' };
  expect(sealOf('', { ...entry, detail: turned })).toBe(sealOf('', entry));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (detail) => {
      const backwards = Object.fromEntries(Object.entries(detail).reverse());
      expect(sealOf('x', { ...entry, detail: backwards })).toBe(sealOf('x', { ...entry, detail }));
    }),
  );
});

test('a seal covers every part of an entry, and what was sealed before', () => {
  const changes: Partial<typeof entry>[] = [
    { id: '018f4e2a-0000-7000-8000-000000000009' },
    { at: new Date('2026-11-23T12:00:00.001Z') },
    { action: 'proposals.decline' },
    { actorKind: 'clock' },
    { personId: null },
    { customerId: '018f4e2a-0000-7000-8000-000000000009' },
    { companyId: '018f4e2a-0000-7000-8000-000000000009' },
    { objectType: 'payment' },
    { objectId: null },
    { detail: { amount: '1200.01', final: true, inner: { b: 1, a: 2 } } },
    { detail: { amount: '1200.00', final: true, inner: { b: 2, a: 1 } } },
    { callId: null },
  ];
  expect(new Set(changes.flatMap(Object.keys))).toEqual(new Set(Object.keys(entry)));
  const seals = [sealOf('', entry), sealOf('x', entry)];
  for (const change of changes) seals.push(sealOf('', { ...entry, ...change }));
  expect(new Set(seals).size).toBe(changes.length + 2);
});

test('a part cannot slide into the next one', () => {
  const slid = { ...entry, action: 'a', actorKind: 'bc' };
  expect(sealOf('', slid)).not.toBe(sealOf('', { ...entry, action: 'ab', actorKind: 'c' }));
  expect(sealOf('', { ...entry, personId: null, customerId: 'x' })).not.toBe(
    sealOf('', { ...entry, personId: 'x', customerId: null }),
  );
});
