import * as activity from '@/lib/access/activity/handlers';
import { readActivity } from '@/lib/access/activity/jobs';
import { GLOBAL_REGION } from '@/lib/access/activity/rules';
import * as checks from '@/lib/access/checks/handlers';
import * as connections from '@/lib/access/connections/commands';
import { checkConnection } from '@/lib/access/connections/jobs';
import { addSchema, verifySchema } from '@/lib/access/connections/schema';
import * as grants from '@/lib/access/grants/commands';
import { deleteGrant, denyGrant, proveGrant, provisionGrant } from '@/lib/access/grants/jobs';
import { openSessionSchema } from '@/lib/access/grants/schema';
import * as asking from '@/lib/access/permission-requests/commands';
import { acceptSchema, requestSchema } from '@/lib/access/permission-requests/schema';
import * as provisioning from '@/lib/access/provisioning/handlers';
import { openSession } from '@/lib/access/sessions/handlers';
import { stopProofs } from '@/lib/access/teardown/proofs';
import { VENDOR } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import type { Job } from '@/lib/platform/jobs/job';
import type { PermissionLevel } from '@/lib/policies/levels';
import { connectionTemplate } from '@/lib/policies/template';
import type { AwsConfig, AwsCredentials } from '@/lib/vendors/aws/config';
import { tryProbe } from '@/lib/vendors/aws/probe';
import { listServers, startServer, stopServers } from '@/lib/vendors/aws/servers/ec2';
import type { CastCustomer, CastExpert } from './cast';
import { type DemoAccount, sandbox } from './cloud';
import { act } from './stage';

/** An expert in a customer's AWS account, told by what the product does: the commands of the pages, the jobs of the broker. */
export type Access = {
  account: DemoAccount;
  level: PermissionLevel;
  reason: string;
  /** What the expert does there, and in which Region. */
  calls: readonly (readonly ['servers' | 'networks' | 'stop', region: string])[];
};

type Later = (hours: number) => Promise<void>;

const HANDLERS = [...checks.brokerHandlers, ...provisioning.brokerHandlers, ...activity.brokerHandlers];
const IMAGE = 'ami-0a1b2c3d4e5f67890';
const MINUTES = 1 / 60;

/** Does a job of the broker here and now, as the queue would hand it over: nobody waits for the broker's start. */
async function work({ name }: Pick<Job, 'name'>, payload: object): Promise<void> {
  const handler = HANDLERS.find(({ job }) => job.name === name)!;
  const context = { callId: crypto.randomUUID(), signal: new AbortController().signal };
  await handler.handle(handler.job.schema.parse(payload) as never, context);
}

const configFor = (credentials: AwsCredentials): AwsConfig => ({
  region: GLOBAL_REGION,
  credentials,
  ...(env.AWS_ENDPOINT ? { endpoint: env.AWS_ENDPOINT } : {}),
});

/** Opens the account in the sandbox, and connects it as its owner does: by our template, with the ExternalId of the page. */
async function connect(customer: CastCustomer, account: DemoAccount): Promise<string> {
  const { customerId, person } = customer;
  const known = await database().connection.findFirst({
    where: { customerId, awsAccountId: account.id, status: 'connected' },
  });
  if (known) return known.id;
  const { owner } = await sandbox<{ owner: AwsCredentials }>('accounts', {
    accountId: account.id,
    alias: account.alias,
  });
  for (const region of account.left) await startServer(configFor(owner), region, IMAGE);
  const input = { customerId, awsAccountId: account.id, label: account.label };
  const { connectionId } = await act(person, connections.add, addSchema, input);
  const asked = { connectionId, personId: person.personId };
  const { externalId } = await perform(VENDOR, (tx) => connections.showExternalId(tx, asked));
  await sandbox('stacks', {
    accountId: account.id,
    stackName: 'Groundcrew',
    template: connectionTemplate({ brokerRoleArn: env.AWS_BROKER_ROLE_ARN, platformName: 'Groundcrew' }),
    parameters: { ExternalId: externalId },
  });
  await act(person, connections.verify, verifySchema, { connectionId });
  await work(checkConnection, { connectionId });
  return connectionId;
}

/** The expert asks for access, the customer accepts, and the role is made. */
export async function letIn(
  of: { customer: CastCustomer; expert: CastExpert; proposalId: string },
  access: Access,
  later: Later,
): Promise<string> {
  const { customer, expert, proposalId } = of;
  const { level, reason } = access;
  const { permissionRequestId } = await act(expert.person, asking.request, requestSchema, {
    proposalId,
    level,
    reason,
  });
  await later(40 * MINUTES);
  const connectionId = await connect(customer, access.account);
  const input = { permissionRequestId, connectionId };
  const { grantId } = await act(customer.person, asking.accept, acceptSchema, input);
  await work(provisionGrant, { grantId });
  return grantId;
}

/** The expert takes credentials and works with them; then CloudTrail is read, in every Region. */
export async function visit(grantId: string, expert: CastExpert, { calls }: Access, later: Later) {
  const asked = await act(expert.person, grants.openSession, openSessionSchema, {
    grantId,
    purpose: 'credentials',
  });
  const handed = await openSession(asked, crypto.randomUUID());
  if (handed.purpose !== 'credentials') throw new Error('the broker handed over something else');
  const config = configFor(handed);
  for (const [what, region] of calls) {
    await later(3 * MINUTES);
    if (what === 'networks') await tryProbe(config, 'ec2:DescribeVpcs', region);
    else if (what === 'servers') await listServers(config, region);
    else await stopServers(config, region, await listServers(config, region));
  }
  await later(2 * MINUTES);
  await readTrails(grantId);
}

/** The access has begun to end: denied, proven, held until no session lives, and gone. */
export async function seeItEnd(grantId: string, later: Later): Promise<void> {
  await work(denyGrant, { grantId });
  // It is done below, at the story's time.
  stopProofs();
  await later(MINUTES);
  await work(proveGrant, { grantId });
  await later(1.1);
  await work(deleteGrant, { grantId });
  await later(20 * MINUTES);
  await readTrails(grantId);
}

/** Reads where IAM shows first, which tells the other Regions of the account. */
async function readTrails(grantId: string): Promise<void> {
  await work(readActivity, { grantId, regions: [GLOBAL_REGION] });
  const others = await database().activityTrail.findMany({
    where: { grantId, region: { not: GLOBAL_REGION } },
    select: { region: true },
  });
  await work(readActivity, { grantId, regions: others.map(({ region }) => region) });
}
