import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startProduct } from './application';
import { needChromium } from './chromium';

/** The product with AWS's own slowness told in seconds, where it runs, and its end. What its processes said stays in test-results/`logs`. */
export async function startPlace(port: number, logs: string) {
  const product = await startProduct({
    port,
    environment: { AWS_PROPAGATION_SECONDS: '1', CLOUDTRAIL_DELAY_SECONDS: '1' },
  });
  const { APP_URL, SANDBOX_AWS_URL, SANDBOX_STRIPE_URL, SANDBOX_MAIL_URL, DATABASE_URL } = product.settings;
  return {
    place: {
      app: APP_URL,
      aws: SANDBOX_AWS_URL,
      stripe: SANDBOX_STRIPE_URL,
      mail: SANDBOX_MAIL_URL,
      database: DATABASE_URL,
      dataDir: product.dataDir,
    },
    async stop() {
      try {
        cpSync(join(product.dataDir, 'logs'), join('test-results', logs), { recursive: true });
      } finally {
        await product.stop();
      }
    },
  };
}

/** Before the browser tests: a browser and the product; after them, its end. Where it runs reaches the tests as GROUNDCREW_PLACE. */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.CHROMIUM_PATH = needChromium((line) => process.stdout.write(`${line}\n`));
  const { place, stop } = await startPlace(Number(process.env.E2E_PORT), 'logs');
  process.env.GROUNDCREW_PLACE = JSON.stringify(place);
  return stop;
}
