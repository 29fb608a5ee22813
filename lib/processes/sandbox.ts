import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';
import { startAwsSandbox } from '@/lib/sandbox/servers/aws';
import { startMailSandbox } from '@/lib/sandbox/servers/mail';
import { startStripeSandbox } from '@/lib/sandbox/servers/stripe';

/** The three vendors of the demo in one process: AWS, Stripe and mail. Each answers `GET /health`. */
if (env.MODE === 'live') {
  process.stderr.write('The sandbox is only for the demo and doesn’t start in live mode.\n');
  process.exit(1);
}

/** Ports of the demo, counted from the web's. */
const AWS = 3;
const STRIPE = 4;
const MAIL_PAGES = 5;
const SMTP = 6;

const folder = join(env.DATA_DIR, 'sandbox');
mkdirSync(folder, { recursive: true });
const database = (vendor: string) => join(folder, `${vendor}.sqlite`);

const sandboxes = await Promise.all([
  startAwsSandbox({
    port: env.PORT + AWS,
    database: database('aws'),
    platform: {
      accountId: env.AWS_PLATFORM_ACCOUNT,
      brokerAccessKeyId: given('BROKER_AWS_ACCESS_KEY_ID'),
      brokerSecretAccessKey: given('BROKER_AWS_SECRET_ACCESS_KEY'),
      brokerRoleArn: env.AWS_BROKER_ROLE_ARN,
    },
    propagationMs: env.AWS_PROPAGATION_SECONDS * 1000,
    trailDelayMs: env.CLOUDTRAIL_DELAY_SECONDS * 1000,
    templateHosts: [new URL(env.APP_URL).origin],
    returnUrl: `${env.APP_URL}/connections`,
  }),
  startStripeSandbox({
    port: env.PORT + STRIPE,
    database: database('stripe'),
    secretKey: env.STRIPE_SECRET_KEY,
    publicUrl: env.SANDBOX_STRIPE_URL,
    webhook: {
      url: `http://127.0.0.1:${env.PORT}/api/stripe/webhook`,
      secret: env.STRIPE_WEBHOOK_SECRET,
    },
  }),
  startMailSandbox({ smtpPort: env.PORT + SMTP, webPort: env.PORT + MAIL_PAGES, database: database('mail') }),
]);
log().info({ ports: [AWS, STRIPE, MAIL_PAGES, SMTP].map((offset) => env.PORT + offset) }, 'sandbox works');

/** A setting that live mode can do without and the demo cannot. */
function given(name: 'BROKER_AWS_ACCESS_KEY_ID' | 'BROKER_AWS_SECRET_ACCESS_KEY'): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is missing: the AWS sandbox knows the broker by it`);
  return value;
}

async function stop(): Promise<void> {
  await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
