import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionTemplate } from '@/lib/policies/template';
import { type AwsSandbox, startAwsSandbox } from '@/lib/sandbox/servers/aws';
import { openBroker } from '@/lib/vendors/aws/broker';
import { verifyConnection } from '@/lib/vendors/aws/connection';
import { CUSTOMER, EXTERNAL_ID, PLATFORM } from './world';

const RETURN = 'http://127.0.0.1:3000/connections';

describe('the sandbox’s pages', () => {
  let files: Server;
  let origin: string;
  let sandbox: AwsSandbox;

  beforeAll(async () => {
    const template = connectionTemplate({
      brokerRoleArn: PLATFORM.brokerRoleArn,
      platformName: 'Groundcrew',
    });
    files = createServer((_, response) => response.end(JSON.stringify(template)));
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
    sandbox = await startAwsSandbox({
      port: 0,
      database: ':memory:',
      platform: PLATFORM,
      propagationMs: 0,
      trailDelayMs: 0,
      templateHosts: [origin],
      returnUrl: RETURN,
    });
    await fetch(`${sandbox.url}/_sandbox/accounts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ accountId: CUSTOMER, alias: 'fern-books' }),
    });
  });
  afterAll(async () => {
    await sandbox.close();
    files.close();
  });

  const link = (templateURL: string, more: Record<string, string> = { account: CUSTOMER }) =>
    `${sandbox.url}/cloudformation/create?${new URLSearchParams({
      templateURL,
      stackName: 'Groundcrew',
      param_ExternalId: EXTERNAL_ID,
      param_Unknown: 'ignored',
      ...more,
    })}`;
  const create = async (fields: Record<string, string>, from = sandbox.url) => {
    const body = new URLSearchParams({
      account: CUSTOMER,
      templateURL: `${origin}/template.json`,
      stackName: 'Groundcrew',
      param_ExternalId: EXTERNAL_ID,
      param_BrokerRoleArn: PLATFORM.brokerRoleArn,
      ...fields,
    });
    const response = await fetch(`${sandbox.url}/cloudformation/create`, {
      method: 'POST',
      headers: { origin: from },
      body,
    });
    return { status: response.status, page: await response.text() };
  };

  it('say which account ID to type, and which one is not to be connected', async () => {
    const inside = await (await fetch(sandbox.url, { headers: { accept: 'text/html' } })).text();
    const [, section = ''] = /Which account ID to type([\s\S]*?)<\/section>/.exec(inside) ?? [];
    expect(section).toContain(`<li><span class="mono">${CUSTOMER}</span> fern-books</li>`);
    expect(section).toMatch(
      new RegExp(`own account, <span class="mono">${PLATFORM.accountId}</span>, can’t be`),
    );
    const own = await fetch(link(`${origin}/template.json`, { account: PLATFORM.accountId }));
    expect(own.status).toBe(400);
    expect(await own.text()).toContain('This is Groundcrew’s own account.');
    expect((await create({ account: PLATFORM.accountId, capability: 'CAPABILITY_NAMED_IAM' })).status).toBe(
      400,
    );
  });

  it('ask for the account when the link names none', async () => {
    const page = await (await fetch(link(`${origin}/template.json`, {}))).text();
    expect(page).toContain('Which account are you signed in to');
    expect(page).toContain(CUSTOMER);
    expect(page).not.toContain(PLATFORM.accountId);
  });

  it('show what a stack would create, with the link’s values', async () => {
    const page = await (await fetch(link(`${origin}/template.json`))).text();
    for (const text of [
      'Revoker',
      'AWS::IAM::ManagedPolicy',
      EXTERNAL_ID,
      'CAPABILITY_NAMED_IAM',
      'Sandbox, not AWS',
    ]) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('Unknown');
  });

  it('fetch a template from nowhere but the allowed origins', async () => {
    for (const elsewhere of [
      'http://127.0.0.1:1/t.json',
      'https://example.com/t.json',
      'file:///etc/hostname',
      'nonsense',
    ]) {
      expect((await fetch(link(elsewhere))).status).toBe(400);
    }
  });

  it('create nothing without the consent, with wrong values or for another site', async () => {
    expect(await create({})).toMatchObject({ status: 400 });
    const capability = 'CAPABILITY_NAMED_IAM';
    const wrong = await create({ capability, param_ExternalId: 'short' });
    expect(wrong.page).toContain('Parameter ExternalId does not meet its constraints');
    // There is no stack without the grantor: an account with such a stack could never be connected.
    const without = await create({ capability, param_AllowGrantor: 'No' });
    expect(without.page).toContain('Parameters: [AllowGrantor] do not exist in the template');
    expect((await create({ capability }, 'http://127.0.0.1:3000')).status).toBe(403);
    const state = await fetch(`${sandbox.url}/_sandbox/state?account=${CUSTOMER}`);
    expect(((await state.json()) as { roles: unknown[] }).roles).toEqual([]);
  });

  it('create the stack that a connection is verified by, and lead back', async () => {
    const done = await create({ capability: 'CAPABILITY_NAMED_IAM' });
    expect(done.page).toContain('CREATE_COMPLETE');
    expect(done.page).toContain(`href="${RETURN}"`);
    const credentials = {
      accessKeyId: PLATFORM.brokerAccessKeyId,
      secretAccessKey: PLATFORM.brokerSecretAccessKey,
    };
    const broker = openBroker(
      { endpoint: sandbox.url, region: 'eu-west-1', credentials },
      PLATFORM.brokerRoleArn,
    );
    const { verified } = await verifyConnection(broker, {
      accountId: CUSTOMER,
      partition: 'aws',
      externalId: EXTERNAL_ID,
      wrongExternalId: 'nobody-has-this-one-at-all',
      roles: ['revoker', 'grantor'],
    });
    expect(verified).toEqual(['revoker', 'grantor']);
    expect((await create({ capability: 'CAPABILITY_NAMED_IAM' })).page).toContain('AlreadyExistsException');
    const again = await create({ capability: 'CAPABILITY_NAMED_IAM', stackName: 'Groundcrew-second' });
    expect(again.page).toContain('EntityAlreadyExists');
  });

  it('show every account from the inside', async () => {
    const page = await (await fetch(sandbox.url, { headers: { accept: 'text/html' } })).text();
    for (const text of ['fern-books', 'GroundcrewRevoker', 'groundcrew-broker', 'CreateStack'])
      expect(page).toContain(text);
  });

  it('answer on this computer’s own names alone', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = request(
        `${sandbox.url}/_sandbox/health`,
        { headers: { host: 'rebound.example' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      call.on('error', reject);
      call.end();
    });
    expect(status).toBe(421);
  });
});
