import { found } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { counts } from '@/lib/market/certifications/rules';
import { tellPages } from '@/lib/market/requests/commands';
import { shareMembers } from '@/lib/market/requests/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { VIEW_COMMANDS } from './rights';
import type { ViewRequest } from './schema';
import { certificationsOf, insertView, requestSeenBy } from './store';

/** A company has opened a request: counted once, for those who may answer, and never for the customer's own people. */
export async function view(tx: Tx, actor: Actor, input: ViewRequest): Promise<{ counted: boolean }> {
  const { requestId, companyId } = input;
  authorise(actor, VIEW_COMMANDS.view, { companyId });
  const request = found(await requestSeenBy(tx, { requestId, companyId }), 'request');
  const { personId } = personOf(actor);
  const at = await tx.now();
  const held = await certificationsOf(tx, { personId, companyId });
  if (!held.some((certification) => counts(certification, at))) return { counted: false };
  if (await shareMembers(tx, { customerId: request.customerId, companyId })) return { counted: false };
  const counted = await insertView(tx, { requestId, companyId, at });
  if (counted) await tellPages(tx, request);
  return { counted };
}

/** A reaction to a response: whoever answers has opened the request, also where no page of ours has noted it. */
export async function viewToAnswer(
  tx: Tx,
  _actor: Actor,
  input: { requestId: string; companyId: string },
): Promise<void> {
  const { requestId, companyId } = input;
  await insertView(tx, { requestId, companyId, at: await tx.now() });
}
