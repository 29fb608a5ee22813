import { randomBytes } from 'node:crypto';
import { type ConnectionCheck, verifyConnection } from '@/lib/aws/connection';
import { VENDOR } from '@/lib/core/rights';
import { type Handler, handler } from '@/lib/doors/job';
import { perform } from '@/lib/doors/perform';
import { broker } from './broker';
import { record, toCheck } from './commands';
import { checkConnection } from './jobs';
import { EXTERNAL_ID_BYTES, externalIdFrom } from './rules';
import { type Check, CONNECTION_ROLES } from './schema';

const KINDS: Record<ConnectionCheck['name'], Check['kind']> = {
  withoutExternalId: 'without',
  wrongExternalId: 'wrong',
  rightExternalId: 'right',
  rightAccount: 'account',
};

function checkOf(check: ConnectionCheck): Check {
  return {
    role: check.role,
    kind: KINDS[check.name],
    outcome: check.outcome,
    code: check.code ?? null,
    at: check.at,
  };
}

const check = handler(checkConnection, async ({ connectionId }, { callId }) => {
  const place = await perform(VENDOR, (tx) => toCheck(tx, { connectionId }), { callId });
  if (!place) return;
  const { checks } = await verifyConnection(broker(), {
    ...place,
    wrongExternalId: externalIdFrom(randomBytes(EXTERNAL_ID_BYTES)),
    roles: [...CONNECTION_ROLES],
  });
  await perform(VENDOR, (tx) => record(tx, VENDOR, { connectionId, checks: checks.map(checkOf) }), {
    callId,
  });
});

export const brokerHandlers: Handler[] = [check];
