import { walkTheJob } from './job';
import { test } from './test';
import { kill } from './trouble';

test.describe.configure({ mode: 'serial' });

test('a job from the first page to the review, with the access proven to have ended', async ({ person }) => {
  test.setTimeout(420_000);
  await walkTheJob(person);
});

test.describe(() => {
  // The pages' sockets break when realtime is killed, and say so; that they come back is what is tested.
  test.use({ tolerated: /WebSocket connection|Failed to load resource: net::/ });

  test('the same job while realtime, worker and broker are killed on the way', async ({ person }) => {
    test.setTimeout(480_000);
    await walkTheJob(person, kill);
  });
});
