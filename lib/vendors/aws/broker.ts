import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { HOUR, MINUTE, SECOND } from '@/lib/core/time';
import { readArn } from '@/lib/policies/arn';
import { type AwsConfig, type AwsCredentials, clientOptions } from './config';
import { type AwsOutcome, outcome } from './problem';

const REFRESH_EARLY_MS = 5 * MINUTE;
const BROKER_SECONDS = HOUR / SECOND;
const BROKER_SESSION = 'groundcrew-broker';

export type AssumeInput = {
  roleArn: string;
  sessionName: string;
  /** Left out only to prove that AWS refuses without it. */
  externalId?: string;
  sourceIdentity?: string;
  /** 900 to 3600. Leave out for a console link: AWS refuses one from a chained session of chosen length. */
  durationSeconds?: number;
  tags?: Record<string, string>;
};

export type AssumedRole = { credentials: AwsCredentials & { expiresAt: Date }; arn: string; roleId: string };

/** The one who enters customers' accounts: the platform's own role, and nobody else's keys. */
export type Broker = {
  assume(input: AssumeInput): Promise<AwsOutcome<AssumedRole>>;
  /** The calls of a role's session go to the same endpoint and Region. */
  configFor(credentials: AwsCredentials): AwsConfig;
};

/**
 * Keeps the broker role's credentials until five minutes before their end, by the wall clock, and fetches new ones
 * when AWS says earlier that they are no longer good. `config` holds the base credentials, which may already be the
 * role's own, as on a server that runs under it.
 */
export function openBroker(config: AwsConfig, brokerRoleArn: string): Broker {
  let cached: { credentials: AwsCredentials; until: number } | undefined;
  let underway: Promise<AwsCredentials> | undefined;

  const fresh = async (): Promise<AwsCredentials> => {
    if (cached && cached.until > Date.now()) return cached.credentials;
    underway ??= brokerCredentials(config, brokerRoleArn).finally(() => {
      underway = undefined;
    });
    const credentials = await underway;
    cached = { credentials, until: Date.now() + BROKER_SECONDS * 1000 - REFRESH_EARLY_MS };
    return credentials;
  };

  const assume = (input: AssumeInput) =>
    outcome(async () => assumeRole({ ...config, credentials: await fresh() }, input));

  return {
    assume: async (input) => {
      const first = await assume(input);
      if (first.ok || first.problem.kind !== 'expired') return first;
      cached = undefined;
      return assume(input);
    },
    configFor: (credentials) => ({ ...config, credentials }),
  };
}

async function brokerCredentials(config: AwsConfig, brokerRoleArn: string): Promise<AwsCredentials> {
  const client = new STSClient(clientOptions(config));
  try {
    const { Arn } = await client.send(new GetCallerIdentityCommand({}));
    if (Arn !== undefined && isSessionOf(Arn, brokerRoleArn)) {
      const own = await client.config.credentials();
      return {
        accessKeyId: own.accessKeyId,
        secretAccessKey: own.secretAccessKey,
        ...(own.sessionToken ? { sessionToken: own.sessionToken } : {}),
      };
    }
  } finally {
    client.destroy();
  }
  const input = { roleArn: brokerRoleArn, sessionName: BROKER_SESSION, durationSeconds: BROKER_SECONDS };
  return (await assumeRole(config, input)).credentials;
}

function isSessionOf(callerArn: string, roleArn: string): boolean {
  const [caller, role] = [readArn(callerArn), readArn(roleArn)];
  if (!caller || !role || caller.partition !== role.partition) return false;
  const name = role.resource.slice(role.resource.lastIndexOf('/') + 1);
  return caller.accountId === role.accountId && caller.resource.startsWith(`assumed-role/${name}/`);
}

async function assumeRole(config: AwsConfig, input: AssumeInput): Promise<AssumedRole> {
  const client = new STSClient(clientOptions(config));
  try {
    const command: AssumeRoleCommandInput = { RoleArn: input.roleArn, RoleSessionName: input.sessionName };
    if (input.externalId !== undefined) command.ExternalId = input.externalId;
    if (input.sourceIdentity !== undefined) command.SourceIdentity = input.sourceIdentity;
    if (input.durationSeconds !== undefined) command.DurationSeconds = input.durationSeconds;
    if (input.tags) command.Tags = Object.entries(input.tags).map(([Key, Value]) => ({ Key, Value }));
    const { Credentials, AssumedRoleUser } = await client.send(new AssumeRoleCommand(command));
    if (
      !Credentials?.AccessKeyId ||
      !Credentials.SecretAccessKey ||
      !Credentials.SessionToken ||
      !Credentials.Expiration ||
      !AssumedRoleUser?.Arn ||
      !AssumedRoleUser.AssumedRoleId
    ) {
      throw new Error('AssumeRole answered without credentials');
    }
    return {
      credentials: {
        accessKeyId: Credentials.AccessKeyId,
        secretAccessKey: Credentials.SecretAccessKey,
        sessionToken: Credentials.SessionToken,
        expiresAt: Credentials.Expiration,
      },
      arn: AssumedRoleUser.Arn,
      roleId: AssumedRoleUser.AssumedRoleId.split(':')[0] as string,
    };
  } finally {
    client.destroy();
  }
}

/** Whose credentials these are; nobody can be denied this question. */
export function callerAccount(config: AwsConfig): Promise<AwsOutcome<{ accountId: string; arn: string }>> {
  return outcome(async () => {
    const client = new STSClient(clientOptions(config));
    try {
      const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}));
      return { accountId: Account ?? '', arn: Arn ?? '' };
    } finally {
      client.destroy();
    }
  });
}
