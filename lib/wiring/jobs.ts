import * as activity from '@/lib/activity/jobs';
import * as auth from '@/lib/auth/jobs';
import * as clients from '@/lib/clients/jobs';
import * as connections from '@/lib/connections/jobs';
import * as feed from '@/lib/feed/jobs';
import * as grants from '@/lib/grants/jobs';
import type { Job } from '@/lib/jobs/job';
import * as members from '@/lib/members/jobs';
import * as notifications from '@/lib/notifications/jobs';
import * as payments from '@/lib/payments/jobs';
import * as people from '@/lib/people/jobs';

/** Every job there is: a queue is made for each at migration, and a process listens only to those that it has a handler for. */
export const JOBS: readonly Job[] = [
  activity,
  auth,
  clients,
  connections,
  feed,
  grants,
  members,
  notifications,
  payments,
  people,
].flatMap((domain) => Object.values(domain) as Job[]);
