import { expect, test } from 'vitest';
import { eventHistoryUrl } from '@/lib/access/activity/event-history';

const of = {
  region: 'us-west-2',
  accountId: '123456789012',
  sessionName: 'g-abc-e-def',
  from: new Date('2026-11-29T10:00:00Z'),
  to: new Date('2026-11-29T12:00:00Z'),
};

test('leads to CloudTrail in that Region, filtered by the session', () => {
  expect(eventHistoryUrl(of)).toBe(
    'https://us-west-2.console.aws.amazon.com/cloudtrailv2/home?region=us-west-2#/events?Username=g-abc-e-def&StartTime=2026-11-29T10%3A00%3A00.000Z&EndTime=2026-11-29T12%3A00%3A00.000Z',
  );
});

test('in the demo never leaves the sandbox', () => {
  const url = new URL(eventHistoryUrl({ ...of, sandbox: 'http://localhost:3005' }));
  expect(url.origin).toBe('http://localhost:3005');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({ account: of.accountId, region: 'us-west-2' });
});
