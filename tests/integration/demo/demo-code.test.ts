import { expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { DEMO_PEOPLE } from '@/lib/demo/people';
import { demoCode } from '@/lib/demo/queries';
import * as stepUp from '@/lib/identity/step-up/commands';
import { STEP_UP_COMMANDS } from '@/lib/identity/step-up/rights';
import { Confirm } from '@/lib/identity/step-up/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { env, forgetEnv } from '@/lib/platform/env';
import { giveAuthenticator } from '@/tests/fixtures/factors';
import { doneOf } from '@/tests/fixtures/outcome';
import { makePerson, viewerOf } from '@/tests/fixtures/world';

test('the demo’s authenticator shows a code that works to the three people of the demo, to nobody else, and never in live mode', async () => {
  const { email, name } = DEMO_PEOPLE.customer;
  const personId = await makePerson(database(), name, { email });
  const viewer = await viewerOf(database(), personId);
  expect(await demoCode(viewer)).toBeNull();
  await giveAuthenticator(personId);
  const code = await demoCode(viewer);
  const call = { may: STEP_UP_COMMANDS.confirm, schema: Confirm, command: stepUp.confirm } as const;
  expect(doneOf(await pass(call, viewer, { way: 'authenticator', code }))).toMatchObject({ kind: 'in' });
  expect(await demoCode(viewer)).not.toBe(code);
  const stranger = await viewerOf(database(), await makePerson(database(), 'Some Stranger'));
  await giveAuthenticator(stranger.personId);
  expect(await demoCode(stranger)).toBeNull();
  expect(await demoCode(NOBODY)).toBeNull();
  const before = process.env.MODE;
  const app = process.env.APP_URL;
  Object.assign(process.env, { MODE: 'live', APP_URL: 'https://groundcrew.test' });
  for (const key of [
    'STRIPE_ENDPOINT',
    'AWS_ENDPOINT',
    'SANDBOX_AWS_URL',
    'SANDBOX_STRIPE_URL',
    'SANDBOX_MAIL_URL',
  ])
    delete process.env[key];
  forgetEnv();
  expect(env.MODE).toBe('live');
  expect(await demoCode(viewer)).toBeNull();
  Object.assign(process.env, { MODE: before, APP_URL: app });
  forgetEnv();
});
