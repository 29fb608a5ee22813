import type { z } from 'zod';

/** Which process does it: the worker has Stripe and mail, the broker alone has AWS. */
export type JobActor = 'worker' | 'broker';

/** A job's name and what it carries; nothing of how it is done. Payloads hold ids, never secrets. */
export type Job<Schema extends z.ZodType = z.ZodType> = {
  name: string;
  by: JobActor;
  schema: Schema;
  /** Tries after the first; backoff doubles. */
  retries: number;
  /** Seconds before the first retry. */
  retryDelay: number;
  /** How long one try may take, in seconds, before it counts as lost with its process. */
  lease: number;
};

/** Declares a job. Its queue is made at migration, so an undeclared job cannot be sent. */
export function job<Schema extends z.ZodType>(
  name: string,
  by: JobActor,
  schema: Schema,
  options: Partial<Pick<Job, 'retries' | 'retryDelay' | 'lease'>> = {},
): Job<Schema> {
  return { name, by, schema, retries: 20, retryDelay: 1, lease: 60, ...options };
}
