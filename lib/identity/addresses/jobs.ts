import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** Makes the link of an address proof and mails it. */
export const sendProof = job('people.sendProof', 'worker', z.object({ proofId: z.uuid() }), { lease: 45 });

/** Tells the address that was somebody's own that another has taken its place. */
export const tellFormer = job('people.tellFormer', 'worker', z.object({ proofId: z.uuid() }), { lease: 45 });
