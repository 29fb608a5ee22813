import type { Actor, Person, Tenants } from '@/lib/core/rights';
import { move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { hashOf } from '@/lib/platform/session/person';
import type { InvitationLifecycle, InvitationStatus } from './lifecycle';
import type { Proofs } from './rules';

/** What somebody who answers brings. */
export function proofsOf(person: Person, token: string | undefined): Proofs {
  return { signsInWith: person.email, tokenHash: token ? hashOf(token) : null };
}

type End = {
  id: string;
  status: InvitationStatus;
  event: 'accept' | 'decline' | 'withdraw' | 'expire';
  actor: Actor;
  of: Tenants;
  at: Date;
};

/** An invitation is answered, taken back or over: with that the secret of its mail is worth nothing. */
export async function endInvitation(tx: Tx, kind: InvitationLifecycle, end: End): Promise<void> {
  const { id, status: from, event, actor, of, at } = end;
  const answered = actor.kind === 'person' && (event === 'accept' || event === 'decline');
  const decided = answered ? { decidedBy: actor.personId, decidedAt: at } : {};
  await move(tx, kind, { id, from, event, actor, of, at, data: { ...decided, tokenHash: null } });
}
