import type { Page } from '@playwright/test';
import { showId } from '@/lib/core/id';
import { accepted } from '../fixtures/money';
import { enter, giveCard, type Job, letIn, openHardJob, openRoom, type Who } from './rooms';
import { soundThroughout } from './sound';
import { expect, test } from './test';

let job: Job;
test.beforeAll(async () => {
  job = await openHardJob();
});

const at = (path: string, id: string, rest = '') => `${path}/${showId(id)}${rest}`;

/** Who looks at which pages. Pages with several faces are looked at from each side. */
const SIGHTS: Record<string, { who: Who | null; paths: (of: Job) => string[] }> = {
  'of anyone': {
    who: null,
    paths: ({ companyId }) => [
      '/',
      '/sign-in',
      '/demo',
      at('/companies', companyId),
      at('/companies', companyId, '?tab=experts'),
      '/nowhere',
    ],
  },
  'of a request': {
    who: 'owner',
    paths: ({ requestId, responseId }) => [
      '/requests',
      '/requests/new',
      at('/requests', requestId),
      at('/requests', requestId, '/edit'),
      at('/requests', requestId, '/compare'),
      at('/requests', requestId, `/choose?answer=${showId(responseId)}`),
      '/notifications',
      '/settings',
      '/settings/security',
      '/settings/security/authenticator',
      '/confirm?for=money&next=/requests',
      '/confirm?for=access&next=/requests',
    ],
  },
  'of a job, as its customer': {
    who: 'owner',
    paths: ({ conversationId, proposalId, paymentRequestId }) => [
      '/conversations',
      at('/conversations', conversationId),
      at('/conversations', conversationId, '/review'),
      at('/proposals', proposalId),
      at('/payment-requests', paymentRequestId),
      '/payments',
      '/payment-methods',
    ],
  },
  'of a job, as its expert': {
    who: 'expert',
    paths: ({ conversationId, requestId, permissionRequestId }) => [
      at('/conversations', conversationId),
      at('/conversations', conversationId, '/proposal'),
      at('/conversations', conversationId, '/payment'),
      at('/conversations', conversationId, '/permission'),
      at('/access', permissionRequestId),
      at('/work', requestId),
    ],
  },
  'of access': {
    who: 'granter',
    paths: ({ permissionRequestId, connectionId }) => [
      '/access',
      at('/access', permissionRequestId),
      '/connections',
      '/connections/new',
      at('/connections', connectionId),
    ],
  },
  'of experts': {
    who: 'otherExpert',
    paths: ({ requestId }) => [
      '/work',
      '/work?q=rds&budget=from100&service=lambda&within=30',
      '/work/bookmarks',
      '/work/searches',
      '/work/hidden',
      at('/work', requestId),
      '/profile?add=1',
      '/company',
      '/earnings',
      '/grants',
    ],
  },
  'of whoever begins': {
    who: 'newcomer',
    paths: () => ['/register', '/requests', '/conversations', '/work'],
  },
  'of an admin': {
    who: 'admin',
    paths: ({ claimId, people }) => [
      '/admin/verification',
      at('/admin/verification', claimId),
      `/admin/people?person=${showId(people.owner.personId)}`,
      '/admin/money',
      '/admin/reviews',
    ],
  },
};

for (const [name, { who, paths }] of Object.entries(SIGHTS))
  test(`the pages ${name} are accessible, light and dark, wide and narrow`, async ({ person }) => {
    const { page, context } = await person(who ?? 'nobody');
    // Three readings of each page: as many pages, as much time, on a busy machine as well.
    test.setTimeout(Math.max(90_000, paths(job).length * 30_000));
    if (who) await enter({ page, context }, job, who);
    for (const path of paths(job)) await inspect(page, path);
  });

test('the page of an access is accessible while it is live', async ({ person }) => {
  const room = await openRoom();
  await giveCard(room);
  const path = at('/access', await letIn(room, await accepted(room)));
  for (const who of ['owner', 'expert'] as const) {
    const { page } = await enter(await person(who), room, who);
    await inspect(page, path);
  }
});

async function inspect(page: Page, path: string): Promise<void> {
  await soundThroughout(page, path);
  expect.soft(await misdirected(page), `${path}: what people wrote has a direction of its own`).toEqual([]);
}

/** Elements that hold nothing but what people wrote, in a script that is read from the right, and do not follow it. */
async function misdirected(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!element || element.closest('script, style, template, [aria-hidden=true]')) continue;
      const own = node.textContent ?? '';
      if (!/\p{Script=Hebrew}/u.test(own) || /\p{Script=Latin}/u.test(element.textContent ?? '')) continue;
      if (getComputedStyle(element).direction === 'rtl') continue;
      wrong.push(element.outerHTML.slice(0, 160));
    }
    for (const field of document.querySelectorAll(
      'textarea, input:not([type]), input[type=text], input[type=search]',
    ))
      if (!field.closest('[dir=auto]')) wrong.push(field.outerHTML.slice(0, 160));
    return wrong;
  });
}
