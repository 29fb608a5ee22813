import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** Tries both roles of a connection, with and without its ExternalId. */
export const checkConnection = job('connections.check', 'broker', z.object({ connectionId: z.uuid() }));
