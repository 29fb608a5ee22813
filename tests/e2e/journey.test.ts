import { startPlace } from '../setup/browser';
import { freePorts } from '../setup/ports';
import { walkTheJob } from './job';
import { moveTo } from './place';
import { test } from './test';
import { kill } from './trouble';

test.describe.configure({ mode: 'serial' });

// A journey moves the one clock of its product and kills its processes: it has a product of its own, beside everybody's.
let stop: (() => Promise<void>) | undefined;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  const own = await startPlace(await freePorts(), 'logs-journey');
  stop = own.stop;
  moveTo(own.place);
});
test.afterAll(() => stop?.());

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
