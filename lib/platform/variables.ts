import { z } from 'zod';
import { readArn, refusedPartition } from '@/lib/policies/arn';

/** The processes of an installation, in the order in which they start. */
export const PROCESSES = ['sandbox', 'broker', 'worker', 'realtime', 'web'] as const;
export type ProcessName = (typeof PROCESSES)[number];

const port = z.coerce.number().int().min(1).max(65535);
/** The highest fee on a payment that an installation may take, in basis points. */
export const MOST_FEE = 5_000;
const share = z.coerce.number().int().min(0).max(MOST_FEE);
const text = z.string();
const account = text.regex(/^\d{12}$/, 'must be 12 digits');
/** A trust policy names it, so it must be one that AssumeRole can enter, in the partition that we work in. */
const brokerRole = text.check((context) => {
  const arn = readArn(context.value);
  const wrong = !arn
    ? 'must be the ARN of an IAM role'
    : (refusedPartition(arn.partition) ??
      (arn.resource.startsWith('user/')
        ? 'names a user; create a role that this user can assume, and give its ARN'
        : arn.service !== 'iam' || !arn.resource.startsWith('role/')
          ? 'must be the ARN of an IAM role'
          : null));
  if (wrong) context.issues.push({ code: 'custom', message: wrong, input: context.value });
});
const seconds = z.coerce.number().int().min(0);
const url = (...schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), {
    error: `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });
const postgres = url('postgres', 'postgresql');
const longText = (least: number) => z.string().min(least, `must have at least ${least} characters`);
const secret = longText(32);

/** Every variable, what it is for, and its form. One without a default or `optional` must be given in live mode. */
export const schema = z.object({
  MODE: z
    .enum(['demo', 'live'])
    .default('demo')
    .describe('demo (all on this machine, invented people) or live'),
  PROCESS: z
    .enum([...PROCESSES, 'setup'])
    .default('setup')
    .describe("which process this is; npm start sets it, and setup means the owner's commands"),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('the address to listen on; the demo listens only on 127.0.0.1'),
  PORT: port
    .default(3000)
    .describe('the port of the web pages; the demo takes this one and the eight after it'),
  DATA_DIR: z.string().default('.data').describe('the folder for everything kept outside the database'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('how much to log'),
  APP_URL: url('http', 'https').describe('the address that people open, without a trailing slash'),
  NEXTAUTH_URL: url('http', 'https').describe(
    'the same address, for the sign-in library; APP_URL when not given',
  ),
  NEXTAUTH_SECRET: secret.describe('signs sign-in cookies and links'),
  DATABASE_URL: postgres.describe('the database as its owner, for migrations'),
  DEMO_DATABASE_URL: postgres
    .optional()
    .describe("a PostgreSQL 18 to use instead of the demo's own, as its owner; demo only"),
  WEB_DATABASE_URL: postgres.describe('the database as groundcrew_web'),
  WORKER_DATABASE_URL: postgres.describe('the database as groundcrew_worker'),
  BROKER_DATABASE_URL: postgres.describe('the database as groundcrew_broker'),
  REALTIME_URL: url('http', 'https', 'ws', 'wss').describe('where browsers reach the realtime process'),
  REALTIME_PORT: port.describe('the port of the realtime process; PORT + 1 when not given'),
  BROKER_URL: url('http', 'https').describe(
    'where the web reaches the broker; BROKER_PORT on this machine when not given',
  ),
  BROKER_PORT: port.describe('the port of the broker; PORT + 2 when not given'),
  BROKER_SECRET: secret.describe("signs the web's calls to the broker"),
  WORKER_PORT: port.describe("the port of the worker's health and metrics; PORT + 7 when not given"),
  METRICS_TOKEN: z.string().min(16).optional().describe('the bearer token that /metrics requires'),
  SMTP_URL: url('smtp', 'smtps').describe('the email server'),
  DEMO_SMTP_URL: url('smtp', 'smtps')
    .optional()
    .describe("an email server to use instead of the demo's inbox; demo only"),
  MAIL_FROM: z.string().describe('the sender of every email'),
  MAIL_BOUNCE_TOKEN: longText(16)
    .optional()
    .describe('the token the email service uses to report bounces to /api/mail/bounces'),
  UNSUBSCRIBE_EMAIL: z
    .email('must be an email address')
    .optional()
    .describe('your mailbox for emails that unsubscribe'),
  STRIPE_SECRET_KEY: z.string().describe("Stripe's secret key"),
  STRIPE_WEBHOOK_SECRET: z.string().describe("the signing secret of Stripe's webhook endpoint"),
  STRIPE_ENDPOINT: url('http').optional().describe("the Stripe sandbox's address; demo only"),
  FEE_BASIS_POINTS: share.default(300).describe('the fee on a payment: 300 is 3%'),
  STEP_UP_EMAIL_LIMIT: z.coerce
    .bigint()
    .min(0n)
    .default(50_000n)
    .describe(
      'below this many cents, a code by email confirms a payment for people without a second factor: 50000 is $500; 0 is never',
    ),
  ELIGIBLE_COUNTRIES: text
    .regex(/^[A-Z]{2}(,[A-Z]{2})*$/, 'must be codes of two letters, separated by commas')
    .optional()
    .describe("where companies may be based, such as SE,NO; AWS Marketplace's list when not given"),
  AWS_PLATFORM_ACCOUNT: account.describe("this installation's AWS account"),
  AWS_BROKER_ROLE_ARN: brokerRole.describe("the role in it that enters customers' accounts"),
  AWS_ENDPOINT: url('http').optional().describe("the AWS sandbox's address; demo only"),
  AWS_SIGNIN_ENDPOINT: url('http', 'https')
    .default('https://signin.aws.amazon.com/federation')
    .describe('where links to the AWS console are made'),
  AWS_PROPAGATION_SECONDS: seconds.default(15).describe('how long an IAM change takes to reach all of AWS'),
  AWS_RECHECK_SECONDS: seconds
    .default(5)
    .describe('how long to wait before asking AWS again whether a deleted role is gone'),
  CLOUDTRAIL_DELAY_SECONDS: seconds.default(5).describe("the delay of the sandbox's CloudTrail; demo only"),
  BROKER_AWS_ACCESS_KEY_ID: text
    .optional()
    .describe("the broker's AWS key; when not given, the SDK's usual places"),
  BROKER_AWS_SECRET_ACCESS_KEY: text.optional().describe('the secret of that key'),
  OIDC_ISSUER: url('http', 'https').optional().describe('an OpenID Connect provider for sign-in'),
  OIDC_CLIENT_ID: text.optional().describe('the client id at that provider'),
  OIDC_CLIENT_SECRET: text.optional().describe('the client secret at that provider'),
  OIDC_NAME: text.optional().describe("that provider's name on the sign-in button"),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http', 'https')
    .optional()
    .describe(
      'where to send traces by OTLP over HTTP, such as http://127.0.0.1:4318; no traces when not given',
    ),
  OTEL_EXPORTER_OTLP_HEADERS: text
    .optional()
    .describe('headers to send with them, such as authorization=Bearer%20secret, separated by commas'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe('the share of calls to trace, from 0 to 1'),
  OPERATOR_NAME: z.string().describe("the name of this installation's operator, as people see it"),
  OPERATOR_EMAIL: z.email('must be an email address').describe("the operator's email address"),
  SANDBOX_AWS_URL: url('http').optional().describe("the AWS sandbox's own page; demo only"),
  SANDBOX_STRIPE_URL: url('http').optional().describe("the Stripe sandbox's own page; demo only"),
  SANDBOX_MAIL_URL: url('http').optional().describe("the email inbox's page; demo only"),
});
