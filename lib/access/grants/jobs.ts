import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

const grant = z.object({ grantId: z.uuid() });

/** Makes the role of a grant. */
export const provisionGrant = job('grants.provision', 'broker', grant, { retryDelay: 2, lease: 180 });
/** Attaches AWSDenyAll: from here on every request of every session is refused. */
export const denyGrant = job('grants.deny', 'broker', grant, { retries: 200, lease: 180 });
/** Looks whether the denial holds: the list, and a session of the broker's own that must be refused. */
export const proveGrant = job('grants.prove', 'broker', grant, { retries: 200, lease: 180 });
/** Looks whether the role is still as the grant's state says. A look that fails is followed by the next, not by the queue. */
export const lookAtGrant = job('grants.look', 'broker', grant, { retries: 0, lease: 180 });
/** Takes the role away once the last session has expired. */
export const deleteGrant = job('grants.delete', 'broker', grant, { retries: 200, lease: 180 });
