import { IAMClient } from '@aws-sdk/client-iam';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import type { PermissionLevel } from '@/lib/policies/levels';
import { probeOf } from '@/lib/policies/probe';
import { connectionTemplate } from '@/lib/policies/template';
import { roleName } from '@/lib/policies/trust';
import { startAwsSandbox } from '@/lib/sandbox/servers/aws';
import { type AssumedRole, type Broker, openBroker } from '@/lib/vendors/aws/broker';
import { type AwsConfig, type AwsCredentials, clientOptions } from '@/lib/vendors/aws/config';
import { connectionRoleArn } from '@/lib/vendors/aws/connection';
import { tryProbe } from '@/lib/vendors/aws/probe';
import type { AwsOutcome } from '@/lib/vendors/aws/problem';
import { attachLevel, createBoundedRole, type RoleRef } from '@/lib/vendors/aws/roles';
import { issueSession, type SessionPurpose } from '@/lib/vendors/aws/sessions';

export const PLATFORM = {
  accountId: '999988887777',
  brokerAccessKeyId: 'AKIAPLATFORMBROKER00',
  brokerSecretAccessKey: 'a-secret-that-only-this-test-knows',
  brokerRoleArn: 'arn:aws:iam::999988887777:role/groundcrew-broker',
};
export const CUSTOMER = '111122223333';
export const EXTERNAL_ID = 'k5sxe2lpfzqw4ylmorzgk3tfonuwg2lo';
export const GRANT = 'g'.repeat(26);
export const EXPERT = 'x'.repeat(26);

export type TestWorld = Awaited<ReturnType<typeof openWorld>>;

/** A sandbox of its own with one connected customer. */
export async function openWorld(
  options: { propagationMs?: number; trailDelayMs?: number; grantor?: boolean } = {},
) {
  const sandbox = await startAwsSandbox({
    port: 0,
    database: ':memory:',
    platform: PLATFORM,
    propagationMs: options.propagationMs ?? 0,
    trailDelayMs: options.trailDelayMs ?? 0,
  });
  const control = async <T = Record<string, unknown>>(name: string, body: unknown): Promise<T> => {
    const response = await fetch(`${sandbox.url}/_sandbox/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const account = async (accountId: string, alias: string) => {
    const { owner } = await control<{ owner: AwsCredentials }>('accounts', { accountId, alias });
    return config(owner);
  };
  const config = (credentials: AwsCredentials, region = 'eu-west-1'): AwsConfig => ({
    endpoint: sandbox.url,
    region,
    credentials,
  });
  const owner = await account(CUSTOMER, 'fern-books');
  const template = connectionTemplate({ brokerRoleArn: PLATFORM.brokerRoleArn, platformName: 'Groundcrew' });
  await control('stacks', {
    accountId: CUSTOMER,
    stackName: 'Groundcrew',
    template: options.grantor === false ? withoutGrantor(template) : template,
    parameters: { ExternalId: EXTERNAL_ID },
  });
  const base = config({
    accessKeyId: PLATFORM.brokerAccessKeyId,
    secretAccessKey: PLATFORM.brokerSecretAccessKey,
  });
  const broker = openBroker(base, PLATFORM.brokerRoleArn);
  return { url: sandbox.url, close: sandbox.close, control, account, config, owner, base, broker, template };
}

/** The template of a customer who took the grantor out of it by hand. */
function withoutGrantor(template: ReturnType<typeof connectionTemplate>) {
  const { Grantor: _, ...Resources } = template.Resources;
  const { GrantorArn: __, ...Outputs } = template.Outputs ?? {};
  return { ...template, Resources, Outputs };
}

export async function as(
  broker: Broker,
  role: 'revoker' | 'grantor',
  externalId = EXTERNAL_ID,
): Promise<AwsConfig> {
  const assumed = await broker.assume({
    roleArn: connectionRoleArn(CUSTOMER, role, 'aws'),
    sessionName: 'test-session',
    externalId,
  });
  return broker.configFor(value(assumed).credentials);
}

/** A role as a grant makes it, with its level attached. */
export async function grantRole(world: TestWorld, level: PermissionLevel, notAfter?: Date): Promise<RoleRef> {
  const grantor = await as(world.broker, 'grantor');
  const role = value(
    await createBoundedRole(grantor, {
      accountId: CUSTOMER,
      partition: 'aws',
      name: roleName(crypto.getRandomValues(new Uint8Array(16))),
      grantId: GRANT,
      brokerRoleArn: PLATFORM.brokerRoleArn,
      externalId: EXTERNAL_ID,
      ...(notAfter ? { notAfter } : {}),
    }),
  );
  value(await attachLevel(grantor, role.name, level, 'aws'));
  return role;
}

export async function enter(
  world: TestWorld,
  role: RoleRef,
  purpose: SessionPurpose = 'credentials',
): Promise<AssumedRole> {
  const input = { roleArn: role.arn, externalId: EXTERNAL_ID, grantId: GRANT, expertId: EXPERT, purpose };
  return value(await issueSession(world.broker, input));
}

export function value<T>(outcome: AwsOutcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem.kind}: ${outcome.problem.code}`);
  return outcome.value;
}

/** What the level's own call shows of a session in a Region. */
export async function probed(access: AwsConfig, level: PermissionLevel, region = 'us-east-1') {
  const probe = probeOf(level, 'aws');
  if (!('call' in probe)) throw new Error(probe.reason);
  return (await tryProbe(access, probe.call, region)).answer;
}

/** Clients that do not retry, for questions about single answers. */
export const iam = (config: AwsConfig) =>
  new IAMClient({
    ...clientOptions({ ...config, region: 'us-east-1' }),
    retryMode: 'standard',
    maxAttempts: 1,
  });
export const sts = (config: AwsConfig) =>
  new STSClient({ ...clientOptions(config), retryMode: 'standard', maxAttempts: 1 });
export const s3 = (config: AwsConfig) =>
  new S3Client({ ...clientOptions(config), retryMode: 'standard', maxAttempts: 1, forcePathStyle: true });

/** The name and status of the error that a call must end with. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ name: string; status: number | undefined; message: string }> {
  try {
    await work;
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    return { name, status: $metadata?.httpStatusCode, message };
  }
  throw new Error('The call was not refused');
}

export const nameOf = async (work: Promise<unknown>) => (await refusal(work)).name;
