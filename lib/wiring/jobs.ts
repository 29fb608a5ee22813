import * as activity from '@/lib/access/activity/jobs';
import * as connections from '@/lib/access/connections/jobs';
import * as grants from '@/lib/access/grants/jobs';
import * as addresses from '@/lib/identity/addresses/jobs';
import * as memberInvitations from '@/lib/identity/member-invitations/jobs';
import * as signIn from '@/lib/identity/sign-in/jobs';
import * as stepUp from '@/lib/identity/step-up/jobs';
import * as clients from '@/lib/market/clients/jobs';
import * as savedSearches from '@/lib/market/saved-searches/jobs';
import * as methods from '@/lib/money/methods/jobs';
import * as payments from '@/lib/money/payments/jobs';
import * as stripeEvents from '@/lib/money/stripe-events/jobs';
import * as bounces from '@/lib/notifications/bounces/jobs';
import * as delivery from '@/lib/notifications/delivery/jobs';
import * as news from '@/lib/notifications/news/jobs';
import type { Job } from '@/lib/platform/jobs/job';

/** Every job there is: a queue is made for each at migration, and a process listens only to those that it has a handler for. */
export const JOBS: readonly Job[] = [
  activity,
  addresses,
  clients,
  connections,
  grants,
  memberInvitations,
  news,
  delivery,
  bounces,
  methods,
  payments,
  savedSearches,
  stripeEvents,
  signIn,
  stepUp,
].flatMap((domain) => Object.values(domain) as Job[]);
