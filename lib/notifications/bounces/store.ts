import { inForce } from '@/lib/identity/addresses/rules';
import { type Rows, rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/**
 * Where mail to a person about a job goes: to the address of the request, for whoever posted it, if it is their own or
 * they have proven it; else to the person's own. Null where none of these takes mail, or the person is suspended.
 */
export async function addressFor(
  from: Tx | Rows,
  { personId, conversationId }: { personId: string; conversationId: string | null },
): Promise<string | null> {
  const person = await rowsOf(from).person.findUnique({
    where: { id: personId },
    select: { email: true, suspendedAt: true },
  });
  if (!person || person.suspendedAt) return null;
  const wanted = conversationId ? await contactOf(from, { personId, conversationId }) : null;
  const candidates = [...(wanted ? [wanted] : []), person.email];
  const stops = await rowsOf(from).mailStop.findMany({
    where: { email: { in: candidates } },
    select: { email: true },
  });
  const stopped = new Set(stops.map(({ email }) => email.toLowerCase()));
  return candidates.find((email) => !stopped.has(email.toLowerCase())) ?? null;
}

async function contactOf(
  from: Tx | Rows,
  { personId, conversationId }: { personId: string; conversationId: string },
): Promise<string | null> {
  const conversation = await rowsOf(from).conversation.findUnique({
    where: { id: conversationId },
    select: { request: { select: { postedBy: true, contactEmail: true } } },
  });
  if (!conversation || conversation.request.postedBy !== personId) return null;
  const email = conversation.request.contactEmail;
  const proven = await rowsOf(from).addressProof.findFirst({
    where: { personId, email, ...inForce(new Date()) },
    select: { id: true },
  });
  return proven ? email : null;
}

/** A person's own address and those that they have proven, in lower case. */
export async function addressesOf(tx: Tx, person: { personId: string; email: string }): Promise<string[]> {
  const proofs = await rowsOf(tx).addressProof.findMany({
    where: { personId: person.personId, ...inForce(new Date()) },
    select: { email: true },
  });
  return [person.email, ...proofs.map(({ email }) => email)].map((email) => email.toLowerCase());
}

/** Whether there was one. */
export async function deleteStop(tx: Tx, email: string): Promise<boolean> {
  const { count } = await rowsOf(tx).mailStop.deleteMany({ where: { email } });
  return count > 0;
}

/** The first word on an address stays until it is tried again. */
export async function insertStop(
  tx: Tx,
  stop: { email: string; reason: 'bounce' | 'complaint'; detail: string; at: Date },
): Promise<boolean> {
  const { count } = await rowsOf(tx).mailStop.createMany({ data: [stop], skipDuplicates: true });
  return count > 0;
}
