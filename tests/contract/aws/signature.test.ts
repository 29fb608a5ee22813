import { createHash, createHmac } from 'node:crypto';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AwsCredentials } from '@/lib/vendors/aws/config';
import { enter, grantRole, openWorld, PLATFORM, refusal, sts, type TestWorld } from './world';

/** The shape in which the signer wants its hash. */
function Sha256(
  this: { update(data: string | Uint8Array): void; digest(): Promise<Uint8Array> },
  secret?: string | Uint8Array,
) {
  const hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  this.update = (data) => {
    hash.update(data);
  };
  this.digest = async () => new Uint8Array(hash.digest());
}

const BODY = 'Action=GetCallerIdentity&Version=2011-06-15';

describe('Signature Version 4', () => {
  let world: TestWorld;
  const own = { accessKeyId: PLATFORM.brokerAccessKeyId, secretAccessKey: PLATFORM.brokerSecretAccessKey };
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => world.close());

  /** Signs with another implementation than the sandbox's, then lets the test spoil the request. */
  async function signedCall(options: {
    credentials?: AwsCredentials;
    at?: Date;
    spoil?: (request: { headers: Record<string, string>; body: string }) => void;
  }) {
    const signer = new SignatureV4({
      credentials: options.credentials ?? own,
      region: 'us-east-1',
      service: 'sts',
      sha256: Sha256 as never,
    });
    const { host, hostname, port } = new URL(world.url);
    const request = await signer.sign(
      {
        method: 'POST',
        protocol: 'http:',
        hostname,
        port: Number(port),
        path: '/',
        headers: { host, 'content-type': 'application/x-www-form-urlencoded' },
        body: BODY,
      } as never,
      { signingDate: options.at ?? new Date() },
    );
    const sent = {
      headers: { ...(request as unknown as { headers: Record<string, string> }).headers },
      body: BODY,
    };
    options.spoil?.(sent);
    const { host: _, ...headers } = sent.headers;
    const response = await fetch(world.url, { method: 'POST', headers, body: sent.body });
    const text = await response.text();
    return { status: response.status, code: /<Code>(\w+)<\/Code>/.exec(text)?.[1], text };
  }

  it('accepts what another implementation signed (documented)', async () => {
    const answer = await signedCall({});
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(`<Account>${PLATFORM.accountId}</Account>`);
  });

  it('refuses a changed body, a changed header and a wrong secret (documented)', async () => {
    const spoilt = [
      signedCall({ spoil: (request) => (request.body = `${BODY}&x=1`) }),
      signedCall({ spoil: (request) => (request.headers['content-type'] += '; charset=utf-8') }),
      signedCall({ credentials: { ...own, secretAccessKey: 'wrong' } }),
    ];
    for (const answer of await Promise.all(spoilt)) {
      expect(answer).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    }
  });

  it('refuses a request that is more than fifteen minutes off, whatever the movable clock says (documented)', async () => {
    for (const minutes of [-16, 16]) {
      const answer = await signedCall({ at: new Date(Date.now() + minutes * 60_000) });
      expect(answer).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    }
    await world.control('clock', { offsetMs: 86_400_000 });
    expect((await signedCall({})).status).toBe(200);
    await world.control('clock', { offsetMs: 0 });
  });

  it('refuses unknown keys, missing and malformed authorisation (documented)', async () => {
    expect(await signedCall({ credentials: { ...own, accessKeyId: 'AKIANOBODY0000000000' } })).toMatchObject({
      status: 403,
      code: 'InvalidClientTokenId',
    });
    expect(await signedCall({ spoil: (request) => delete request.headers.authorization })).toMatchObject({
      status: 403,
      code: 'MissingAuthenticationToken',
    });
    expect(
      await signedCall({ spoil: (request) => (request.headers.authorization = 'AWS4-HMAC-SHA256 x') }),
    ).toMatchObject({
      status: 400,
      code: 'IncompleteSignature',
    });
  });

  it('wants the session token of temporary credentials, signed (documented)', async () => {
    const { credentials } = await enter(world, await grantRole(world, 'ViewOnlyAccess'));
    expect((await signedCall({ credentials })).status).toBe(200);
    const { sessionToken: _, ...bare } = credentials;
    expect(await signedCall({ credentials: bare })).toMatchObject({
      status: 403,
      code: 'InvalidClientTokenId',
    });
    const foreign = await signedCall({ credentials: { ...credentials, sessionToken: 'somebody-elses' } });
    expect(foreign).toMatchObject({ status: 403, code: 'InvalidClientTokenId' });
    const added = await signedCall({
      credentials: bare,
      spoil: (request) => {
        request.headers['x-amz-security-token'] = credentials.sessionToken ?? '';
      },
    });
    expect(added).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  it('tells anybody who signs correctly who they are (documented)', async () => {
    const who = await sts(world.base).send(new GetCallerIdentityCommand({}));
    expect(who.Arn).toBe(`arn:aws:iam::${PLATFORM.accountId}:user/broker`);
    const wrong = sts({ ...world.base, credentials: { ...own, secretAccessKey: 'wrong' } });
    expect((await refusal(wrong.send(new GetCallerIdentityCommand({})))).name).toBe('SignatureDoesNotMatch');
  });
});
