import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CUSTOMER, enter, grantRole, openWorld, type TestWorld } from './world';

const run = promisify(execFile);
const present = spawnSync('aws', ['--version']).status === 0;

if (!present) process.stdout.write('The AWS CLI is not on PATH: its contract cases are skipped.\n');

describe.skipIf(!present)('the AWS CLI', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => world.close());

  const aws = async (
    credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string },
    ...args: string[]
  ) => {
    const { stdout } = await run('aws', [...args, '--endpoint-url', world.url, '--output', 'json'], {
      env: {
        PATH: process.env.PATH,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        ...(credentials.sessionToken ? { AWS_SESSION_TOKEN: credentials.sessionToken } : {}),
        AWS_DEFAULT_REGION: 'eu-west-1',
        AWS_CONFIG_FILE: '/dev/null',
        AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_MAX_ATTEMPTS: '1',
      } as Record<string, string | undefined> as NodeJS.ProcessEnv,
    });
    return JSON.parse(stdout || '{}');
  };

  it('speaks with every service as the expert does (documented)', async () => {
    const { credentials } = await enter(world, await grantRole(world, 'ViewOnlyAccess'));
    const [who, buckets, instances, refused] = await Promise.all([
      aws(credentials, 'sts', 'get-caller-identity'),
      aws(credentials, 's3api', 'list-buckets'),
      aws(credentials, 'ec2', 'describe-instances'),
      aws(credentials, 'iam', 'create-user', '--user-name', 'stay').catch(
        (error: { stderr: string }) => error.stderr,
      ),
    ]);
    expect(who.Account).toBe(CUSTOMER);
    expect(buckets.Buckets).toHaveLength(3);
    expect(instances.Reservations).toHaveLength(2);
    expect(refused).toContain('(AccessDenied) when calling the CreateUser operation');
  }, 30_000);

  it('reads the trail as the owner of the account (documented)', async () => {
    const owner = world.owner.credentials as { accessKeyId: string; secretAccessKey: string };
    const trail = await aws(owner, 'cloudtrail', 'lookup-events', '--max-results', '5');
    expect(trail.Events.length).toBeGreaterThan(0);
  }, 30_000);
});
