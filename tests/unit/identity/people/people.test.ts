import { describe, expect, test } from 'vitest';
import { isTimeZone } from '@/lib/core/time';
import { stepsOf } from '@/lib/demo/rules';
import { EnterDemo, MoveClock } from '@/lib/demo/schema';
import { Edit } from '@/lib/identity/companies/schema';
import { canSuspend } from '@/lib/identity/people/rules';
import { browserName } from '@/lib/identity/sessions/rules';

test('a time zone is one that dates can be shown in', () => {
  expect(isTimeZone('Europe/Stockholm')).toBe(true);
  expect(isTimeZone('UTC')).toBe(true);
  expect(isTimeZone('Europe/Atlantis')).toBe(false);
  expect(isTimeZone('')).toBe(false);
});

describe('suspending', () => {
  test('is refused for oneself and where it is so already', () => {
    const asked = { suspended: true, by: 'admin' };
    expect(canSuspend({ id: 'other', suspended: false }, asked)).toBeNull();
    expect(canSuspend({ id: 'admin', suspended: false }, asked)?.code).toBe('forbidden');
    expect(canSuspend({ id: 'other', suspended: true }, asked)?.code).toBe('conflict');
    expect(canSuspend({ id: 'other', suspended: false }, { ...asked, suspended: false })?.code).toBe(
      'conflict',
    );
  });
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/142.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/142.0.0.0 Safari/537.36',
    'Chrome on Linux',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
    'Safari on macOS',
  ],
  ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox on Android'],
  ['curl/8.5.0', 'curl/8.5.0'],
  [null, 'Unknown browser'],
])('%s is %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});

describe("the demo's forms", () => {
  test('a move of the clock is a named amount or whole minutes', () => {
    expect(MoveClock.parse({ amount: '10 days' })).toEqual({ ms: 864_000_000 });
    expect(MoveClock.parse({ amount: 'minutes', minutes: ' 90 ' })).toEqual({ ms: 5_400_000 });
    for (const minutes of ['', '-5', '1.5', '0', 'x', '999999'])
      expect(MoveClock.safeParse({ amount: 'minutes', minutes }).success).toBe(false);
    expect(MoveClock.safeParse({ amount: '-1 day' }).success).toBe(false);
  });

  test('one enters as one of three people and goes to a page of ours', () => {
    expect(EnterDemo.parse({ as: 'expert', next: '//evil.example' })).toMatchObject({ next: null });
    expect(EnterDemo.safeParse({ as: 'owner' }).success).toBe(false);
  });
});

describe('the guided job', () => {
  const nothing = {
    requestId: null,
    conversationId: null,
    customerWrote: false,
    expertWrote: false,
    proposal: null,
    connected: false,
    permission: null,
    grant: null,
    paymentRequest: null,
  };

  test('begins with posting a request, with nothing done', () => {
    const steps = stepsOf(nothing);
    expect(steps[0]).toMatchObject({ as: 'customer', where: '/requests/new', done: false });
    expect(steps.some((step) => step.done)).toBe(false);
  });

  test('ends when AWS refuses the expert', () => {
    const id = '019ab000-0000-7000-8000-000000000000';
    const steps = stepsOf({
      requestId: id,
      conversationId: id,
      customerWrote: true,
      expertWrote: true,
      proposal: { id, accepted: true, completed: true },
      connected: true,
      permission: { id },
      grant: { id, active: true, sessions: 1, activity: 3, denied: false },
      paymentRequest: { id },
    });
    const open = steps.filter((step) => !step.done);
    expect(open).toHaveLength(1);
    expect(open[0]).toBe(steps.at(-1));
    expect(open[0]!.where).toMatch(/^\/access\/[0-9a-z]{26}$/);
  });
});

test("a company's website is https and holds no password", () => {
  const company = {
    companyId: '019ab000-0000-7000-8000-000000000000',
    name: 'Northlight',
    country: 'SE',
    about: '',
    size: '',
  };
  const website = (text: string) => Edit.safeParse({ ...company, website: text });
  expect(website('https://example.com').data).toMatchObject({ website: 'https://example.com/' });
  expect(website('').data).toMatchObject({ website: null });
  for (const text of [
    'http://example.com',
    'javascript:alert(1)',
    'https://a:b@example.com',
    'https://localhost',
    'x',
  ])
    expect(website(text).success).toBe(false);
});
