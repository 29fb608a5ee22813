import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownPath, wayBack } from '@/lib/core/path';
import { canBecomeAdmin } from '@/lib/identity/admins/rules';
import { MOST_ASKED, MOST_TRIES } from '@/lib/identity/factors/rules';
import { signInMail } from '@/lib/identity/sign-in/mail';
import {
  canAsk,
  canSignIn,
  canTryCode,
  homeOf,
  MOST_ASKED_BY_ALL,
  MOST_WRONG,
  MOST_WRONG_BY_ALL,
  nameFromAddress,
} from '@/lib/identity/sign-in/rules';
import { AskSignIn, SignIn } from '@/lib/identity/sign-in/schema';
import { confirmMail } from '@/lib/identity/step-up/mail';
import { codeHashOf, newCode, sameHash } from '@/lib/platform/session/codes';
import { IDLE_HOURS, newSecret, sessionHolds } from '@/lib/platform/session/person';

const NOW = new Date('2026-11-24T12:00:00Z');
const LATER = new Date(NOW.getTime() + 1);

describe('where somebody goes after signing in', () => {
  test.each(['/requests', '/requests/new?title=a%20b', '/companies/01abc?tab=experts#top', '/'])(
    '%s is a path of ours',
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/x/..//evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/a\nb',
    '/a\tb',
    ' /requests',
    '/api/auth/signout',
    '/sign-in',
    '/sign-in/out',
    '/x/../sign-in',
    '/ü',
    `/${'a'.repeat(2_001)}`,
    '',
    null,
    undefined,
  ])('%s is not', (path) => {
    expect(ownPath(path)).toBeNull();
  });

  test.each([
    ['/work?q=rds&sort=new', '/work', '/work?q=rds&sort=new'],
    ['/work?q=%22read+only%22+-lambda&hid=1', '/work?q=other', '/work?q=%22read+only%22+-lambda&hid=1'],
    [
      `/work?q=${encodeURIComponent('数据库'.repeat(60))}`,
      '/work',
      `/work?q=${encodeURIComponent('数据库'.repeat(60))}`,
    ],
    ['/work', '/work', '/work'],
    // The page stands for another address, or the address is no path of ours.
    ['/e/una?tab=1', '/experts/01abc', '/experts/01abc'],
    [`/work?q=${'a'.repeat(2_001)}`, '/work', '/work'],
    ['//evil.example?x', '//evil.example', '//evil.example'],
    [null, '/work', '/work'],
  ])('%s, asked of %s, is come back to as %s', (asked, page, back) => {
    expect(wayBack(asked, page)).toBe(back);
  });

  test('whatever is let through stays on this origin, as a browser reads it', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '//',
      '@',
      ':',
      '?',
      '#',
      '%2f',
      '%5c',
      'evil.example',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const path = ownPath(`/${pieces.join('')}`);
        if (path !== null) expect(new URL(path, 'https://own.test').origin).toBe('https://own.test');
      }),
      { numRuns: 5_000 },
    );
  });

  test('without a path, what waits for them: requests, open requests, verification, the first page', () => {
    const nobody = { admin: false, customers: [], companies: [] };
    expect(homeOf(nobody)).toBe('/');
    expect(homeOf({ ...nobody, admin: true })).toBe('/admin/verification');
    expect(homeOf({ ...nobody, admin: true, companies: [1] })).toBe('/work');
    expect(homeOf({ ...nobody, companies: [1], customers: [1] })).toBe('/requests');
  });
});

describe('a sign-in', () => {
  const open = { usedAt: null, expiresAt: LATER, tries: MOST_TRIES - 1 };

  test('can be used while it is unused, in time, and has a try left', () => {
    expect(canSignIn(open, NOW)).toBeNull();
  });

  test('cannot be used twice, late, after too many tries, or when it is none', () => {
    expect(canSignIn(null, NOW)?.code).toBe('not_found');
    expect(canSignIn({ ...open, usedAt: NOW }, NOW)?.code).toBe('conflict');
    expect(canSignIn({ ...open, expiresAt: NOW }, NOW)?.code).toBe('conflict');
  });

  test('wrong codes void codes alone: one mail’s, then those of one network, then those of an address', () => {
    const none = { here: 0, all: 0 };
    expect(canSignIn({ ...open, tries: MOST_TRIES }, NOW)).toBeNull();
    expect(canTryCode({ tries: MOST_TRIES - 1 }, none)).toBeNull();
    expect(canTryCode({ tries: MOST_TRIES }, none)?.code).toBe('limited');
    expect(canTryCode({ tries: 0 }, { here: MOST_WRONG, all: MOST_WRONG })?.code).toBe('limited');
    expect(canTryCode({ tries: 0 }, { here: 0, all: MOST_WRONG })).toBeNull();
    expect(canTryCode({ tries: 0 }, { here: 0, all: MOST_WRONG_BY_ALL })?.code).toBe('limited');
  });

  test('an address gets a limited number of mails, of which one network cannot use up another’s', () => {
    expect(canAsk({ here: MOST_ASKED - 1, all: MOST_ASKED })).toBeNull();
    expect(canAsk({ here: MOST_ASKED, all: MOST_ASKED })?.code).toBe('limited');
    expect(canAsk({ here: 0, all: MOST_ASKED_BY_ALL })?.code).toBe('limited');
    expect(MOST_ASKED_BY_ALL).toBeGreaterThan(2 * MOST_ASKED);
  });

  test('needs a link or a code of six digits, spaces or not', () => {
    expect(SignIn.safeParse({}).success).toBe(false);
    expect(SignIn.safeParse({ code: '12345' }).success).toBe(false);
    expect(SignIn.safeParse({ code: '12345a' }).success).toBe(false);
    expect(SignIn.parse({ code: ' 123 456 ' }).code).toBe('123456');
    expect(SignIn.parse({ token: newSecret() }).code).toBeUndefined();
  });

  test('keeps its address in lower case and drops a path to elsewhere', () => {
    const asked = AskSignIn.parse({
      email: ' Una@Shop.TEST ',
      next: '//evil.example',
      tabSecret: newSecret(),
    });
    expect(asked).toMatchObject({ email: 'una@shop.test', next: null });
  });
});

describe('codes and secrets', () => {
  test('a code has six digits', () => {
    for (let round = 0; round < 200; round += 1) expect(newCode()).toMatch(/^\d{6}$/);
  });

  test("a code's hash depends on the key and on the sign-in", () => {
    const hash = codeHashOf('key', 'one', '123456');
    expect(sameHash(hash, codeHashOf('key', 'one', '123456'))).toBe(true);
    expect(sameHash(hash, codeHashOf('other', 'one', '123456'))).toBe(false);
    expect(sameHash(hash, codeHashOf('key', 'two', '123456'))).toBe(false);
    expect(sameHash(hash, codeHashOf('key', 'one', '123457'))).toBe(false);
  });

  test('no hash is the same as nothing', () => {
    expect(sameHash(null, '')).toBe(false);
    expect(sameHash('', '')).toBe(false);
  });
});

test.each(['signing in', 'confirming'])(
  'the mail for %s has the code where a locked phone does not show it',
  (what) => {
    const token = newSecret();
    const code = '123456';
    const mail =
      what === 'signing in'
        ? signInMail({ appUrl: 'https://groundcrew.test', token, code })
        : confirmMail({ code });
    expect(mail.text).toContain('Your code: 123 456');
    if (what === 'signing in')
      expect(mail.text).toContain(`https://groundcrew.test/sign-in/link?token=${token}`);
    // What lists of mails show: the subject, and some 150 characters of what comes first in either form.
    expect(mail.subject).not.toMatch(/\d/);
    expect(mail.text.slice(0, 160)).not.toMatch(/123 ?456/);
    const shown = mail.html
      .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]*>/g, '')
      .trim();
    expect(shown).toMatch(/^Open this email to see your/);
    expect(shown.slice(0, 400)).not.toMatch(/123 ?456/);
  },
);

test.each([
  ['maria.keller+aws@example.com', 'Maria Keller'],
  ['root@example.com', 'Root'],
  ['j_van-der.berg@example.com', 'J Van Der Berg'],
  ['1234@example.com', 'New person'],
])('%s is called %s until they say otherwise', (address, name) => {
  expect(nameFromAddress(address, 'Harbour Cloud')).toBe(name);
});

describe('an invitation to be admin', () => {
  const invitation = { usedAt: null, expiresAt: LATER, email: 'Ada@shop.test' };
  test('is for its address alone, once, in time', () => {
    expect(canBecomeAdmin(invitation, 'ada@shop.test', NOW)).toBeNull();
    expect(canBecomeAdmin(invitation, 'eve@shop.test', NOW)?.code).toBe('not_found');
    expect(canBecomeAdmin(null, 'ada@shop.test', NOW)?.code).toBe('not_found');
    expect(canBecomeAdmin({ ...invitation, usedAt: NOW }, 'ada@shop.test', NOW)?.code).toBe('conflict');
    expect(canBecomeAdmin({ ...invitation, expiresAt: NOW }, 'ada@shop.test', NOW)?.code).toBe('conflict');
  });
});

test('a session holds until its end, or until it is left alone for two hours', () => {
  const at = NOW.getTime();
  const idle = IDLE_HOURS * 3_600_000;
  expect(sessionHolds({ expires: LATER, lastSeenAt: NOW }, at)).toBe(true);
  expect(sessionHolds({ expires: NOW, lastSeenAt: NOW }, at)).toBe(false);
  const far = new Date(at + 10 * idle);
  expect(sessionHolds({ expires: far, lastSeenAt: new Date(at - idle + 1) }, at)).toBe(true);
  expect(sessionHolds({ expires: far, lastSeenAt: new Date(at - idle) }, at)).toBe(false);
});
