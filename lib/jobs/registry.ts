import * as notifications from '@/lib/notifications/jobs';
import type { Job } from './job';

/** Every job there is: a queue is made for each at migration, and a process listens only to those that it has a handler for. */
export const JOBS: readonly Job[] = [notifications].flatMap((domain) => Object.values(domain) as Job[]);
