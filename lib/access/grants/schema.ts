import { z } from 'zod';
import { idField } from '@/lib/core/id';

export const revokeSchema = z.object({ grantId: idField });
export type Revoke = z.output<typeof revokeSchema>;

export const PURPOSES = ['console', 'credentials'] as const;
export type Purpose = (typeof PURPOSES)[number];
export const openSessionSchema = z.object({
  grantId: idField,
  purpose: z.enum(PURPOSES, { error: 'Choose the console or credentials.' }),
});
export type OpenSession = z.output<typeof openSessionSchema>;

/** What the web sends to the broker: who asks, for which grant. Nothing that names a role or an account. */
export const sessionCallSchema = z.object({
  grantId: z.uuid(),
  personId: z.uuid(),
  purpose: z.enum(PURPOSES),
});

/** The steps of the proof, in the order in which they can happen; those of a second denial follow the first one's. */
export const STEP_KINDS = [
  'asked',
  'sessions_stopped',
  'deny_removed',
  'control_tried',
  'deny_attached',
  'deny_seen',
  'session_refused',
  'not_provable',
  'held',
  'detached',
  'deleted',
  'gone',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];
