import { z } from 'zod';
import { no, Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/platform/env';
import { carried } from '@/lib/platform/tracing/span';
import { LINES, seal } from './line';

/** A console link is a credential; credentials are. Neither may be logged, kept or cached by whoever gets this. */
export const handedSchema = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('console'), url: z.url(), expiresAt: z.coerce.date() }),
  z.object({
    purpose: z.literal('credentials'),
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
    sessionToken: z.string(),
    accountId: z.string(),
    /** Where the tools of whoever pastes them are to work, and in the demo at which address: never at AWS itself. */
    region: z.string(),
    endpoint: z.url().optional(),
    expiresAt: z.coerce.date(),
  }),
]);
export type Handed = z.output<typeof handedSchema>;

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['invalid', 'forbidden', 'not_found', 'conflict', 'limited', 'upstream']),
    message: z.string(),
  }),
]);

const AWAY = no(
  'upstream',
  'The part of this installation that talks to AWS isn’t responding. Try again in a minute.',
);

async function call(path: string, payload: object): Promise<unknown> {
  const body = JSON.stringify(payload);
  let text: string;
  try {
    const response = await fetch(new URL(path, env.BROKER_URL), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...carried(), ...seal(env.BROKER_SECRET, path, body) },
      body,
      cache: 'no-store',
      signal: AbortSignal.timeout(30_000),
    });
    text = await response.text();
  } catch {
    throw new Refusal(AWAY);
  }
  const answer = answerSchema.safeParse(parsed(text));
  if (!answer.success) throw new Refusal(AWAY);
  if (!answer.data.ok) throw new Refusal(no(answer.data.code, answer.data.message));
  return answer.data.value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Asks the broker for a session of a grant. The broker decides for itself whether there is to be one. */
export async function askForSession(of: {
  grantId: string;
  personId: string;
  purpose: 'console' | 'credentials';
}): Promise<Handed> {
  return handedSchema.parse(await call(LINES.sessions, of));
}

/** Asks the broker for the ExternalId of a connection that is not connected yet. */
export async function askForExternalId(of: { connectionId: string; personId: string }): Promise<string> {
  return z.object({ externalId: z.string() }).parse(await call(LINES.externalIds, of)).externalId;
}
