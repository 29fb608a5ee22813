import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { canBeNamed } from '@/lib/identity/names/rules';
import { nameContact, tellPages } from '@/lib/market/requests/commands';
import { canPublish } from '@/lib/market/requests/rules';
import * as requests from '@/lib/market/requests/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { EDIT_COMMANDS } from './rights';
import { canEdit, tellsOtherwise } from './rules';
import type { EditRequest } from './schema';
import * as store from './store';

/** Changes what a request says; what it said before stays readable, and experts who responded are told. */
export async function edit(tx: Tx, actor: Actor, input: EditRequest): Promise<{ requestId: string }> {
  const { customerId } = await requests.requestById(tx, input.requestId);
  authorise(actor, EDIT_COMMANDS.edit, { customerId });
  const before = await requests.lockedRequest(tx, input.requestId);
  insist(canEdit(input.edits, await store.countEdits(tx, before.id)));
  insist(canPublish(input));
  const { contactName } = input;
  if (contactName !== before.contactName) insist(canBeNamed({ contactName }, 'person', env.OPERATOR_NAME));
  const at = await tx.now();
  const told = tellsOtherwise(before, input);
  if (told) {
    const { personId } = personOf(actor);
    await store.insertEdit(tx, { ...before, requestId: before.id, personId, at });
    tx.emit({ name: 'request.edited', requestId: before.id, customerId });
  }
  await requests.updateRequest(tx, before.id, input, told ? at : undefined);
  if (before.contactEmail !== input.contactEmail)
    nameContact(tx, personOf(actor), before.id, input.contactEmail);
  const detail = { text: told };
  await audit(tx, actor, at, {
    action: 'requests.edit',
    object: 'request',
    id: before.id,
    customerId,
    detail,
  });
  await tellPages(tx, before);
  return { requestId: before.id };
}
