import { showId } from '@/lib/core/id';
import type { Page } from './page';
import { CUSTOMER_PAGES } from './pages-of-customers';
import { MEMBER_PAGES } from './pages-of-members';
import type { Who } from './rooms';

const suspendedExpert = { suspended: 'suspendedExpert' } as const;
/** An expert's own list of something, which everybody has for themselves. */
const ownList = (path: string, shows: string): Page => ({
  ...{ path: () => path, as: 'expert', shows, wrong: null, others: 'their own' },
  ...suspendedExpert,
});
/** A page of admins', which is not there for anybody else. */
const adminsOwn = (path: Page['path'], shows?: string, wrong: Who = 'owner'): Page => ({
  ...{ path, as: 'admin', wrong: { as: wrong, lacks: 'the page' }, others: 'nothing' },
  ...{ suspended: 'suspendedAdmin', ...(shows ? { shows } : {}) },
});

/** Every page of those who are signed in. One without a line here fails the last test. */
export const PAGES: Record<string, Page> = {
  ...MEMBER_PAGES,
  ...CUSTOMER_PAGES,
  '(expert)/work': {
    path: () => '/work',
    as: 'expert',
    shows: 'Words in the request',
    wrong: { as: 'uncertified', lacks: 'aria-label="Respond', says: 'You can’t respond yet' },
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/work/bookmarks': ownList('/work/bookmarks', 'saved for later'),
  '(expert)/work/hidden': ownList('/work/hidden', 'don’t want to see'),
  '(expert)/work/searches': ownList('/work/searches', 'check requests against them'),
  '(expert)/work/[id]': {
    path: ({ requestId }) => `/work/${showId(requestId)}`,
    as: 'expert',
    wrong: null,
    others: 'nothing',
    ...suspendedExpert,
  },
  '(expert)/clients': {
    path: () => '/clients',
    as: 'expert',
    shows: 'Send invitation',
    wrong: { as: 'rightless', lacks: 'Send invitation' },
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/grants': {
    path: () => '/grants',
    as: 'expert',
    wrong: null,
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/profile': {
    path: () => '/profile',
    as: 'expert',
    wrong: null,
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/profile/preview': {
    path: () => '/profile/preview',
    as: 'expert',
    wrong: null,
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/company': {
    path: () => '/company',
    as: 'expert',
    wrong: { as: 'chatter', lacks: 'Company name', says: 'Only an owner' },
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/company/members': {
    path: () => '/company/members',
    as: 'expert',
    wrong: { as: 'chatter', lacks: 'Send invitation', says: 'Owners invite members' },
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/earnings': {
    path: () => '/earnings',
    as: 'rightless',
    shows: 'Paid by customers',
    wrong: null,
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/register': {
    path: () => '/register',
    as: 'newcomer',
    shows: 'Validation number',
    wrong: null,
    others: 'their own',
  },
  '(admin)/admin/verification': adminsOwn(() => '/admin/verification', 'Verification'),
  '(admin)/admin/verification/[id]': adminsOwn(
    ({ claimId }) => `/admin/verification/${showId(claimId)}`,
    undefined,
    'uncertified',
  ),
  '(admin)/admin/people': adminsOwn(
    ({ people }) => `/admin/people?person=${showId(people.owner.personId)}`,
    'Una Brandt',
  ),
  '(admin)/admin/reviews': adminsOwn(() => '/admin/reviews', 'Reviews to check'),
  '(admin)/admin/money': adminsOwn(() => '/admin/money', 'Payments on hold'),
};
