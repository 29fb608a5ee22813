import { S3Client } from '@aws-sdk/client-s3';
import * as connections from '@/lib/access/connections/commands';
import { addSchema, verifySchema } from '@/lib/access/connections/schema';
import * as grants from '@/lib/access/grants/commands';
import { openSessionSchema } from '@/lib/access/grants/schema';
import * as asking from '@/lib/access/permission-requests/commands';
import { acceptSchema, requestSchema } from '@/lib/access/permission-requests/schema';
import { type Person, VENDOR } from '@/lib/core/rights';
import { act, arrive, renewed } from '@/lib/demo/world/stage';
import { ensureCustomer } from '@/lib/identity/customers/store';
import * as proposals from '@/lib/job/proposals/commands';
import { Accept, Propose } from '@/lib/job/proposals/schema';
import * as requests from '@/lib/market/drafts/commands';
import { PostRequest } from '@/lib/market/drafts/schema';
import { respond } from '@/lib/market/responses/commands';
import { Respond } from '@/lib/market/responses/schema';
import { keepStripeCustomer, recordMethod } from '@/lib/money/methods/commands';
import * as payments from '@/lib/money/payment-requests/commands';
import { RequestPayment } from '@/lib/money/payment-requests/schema';
import { askForExternalId, askForSession } from '@/lib/platform/broker-line/ask';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { connectionTemplate } from '@/lib/policies/template';
import { clientOptions } from '@/lib/vendors/aws/config';
import { stripeClient } from '@/lib/vendors/stripe/client';
import { stripeConfig } from '@/lib/vendors/stripe/config';

/** A job whose expert is in the customer's account, and whose final payment waits to be approved. */
export type LiveJob = { customer: Person; paymentRequestId: string; grantId: string; s3: S3Client };
type Expert = { person: Person; companyId: string };
type Agreed = { customer: Person; customerId: string; expert: Expert; proposalId: string };

const READY_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 200;

/** Makes so many jobs, each of another customer, expert and AWS account, by the commands that everybody uses. */
export async function makeLiveJobs(count: number): Promise<LiveJob[]> {
  const experts = await expertsOf(count);
  const agreed: Agreed[] = [];
  for (const [index, expert] of experts.entries()) agreed.push(await agree(index, expert));
  const connectionIds: string[] = [];
  for (const [index, of] of agreed.entries()) connectionIds.push(await connect(index, of));
  await until('every account is connected', () =>
    database().connection.count({ where: { id: { in: connectionIds }, status: 'connected' } }),
  )(count);
  const grantIds: string[] = [];
  for (const [index, of] of agreed.entries()) grantIds.push(await letIn(of, connectionIds[index]!));
  await until('every access is active', () =>
    database().grant.count({ where: { id: { in: grantIds }, status: 'active' } }),
  )(count);
  return Promise.all(agreed.map((of, index) => enter(of, grantIds[index]!)));
}

/** Verified experts of the demo world, signed in. */
async function expertsOf(count: number): Promise<Expert[]> {
  const rows = await database().expert.findMany({
    where: { certifications: { some: { status: 'verified' } } },
    include: { person: true },
    orderBy: { id: 'asc' },
    take: count,
  });
  if (rows.length < count)
    throw new Error(`the demo world has ${rows.length} verified experts, not ${count}`);
  const experts: Expert[] = [];
  for (const { person, companyId } of rows)
    experts.push({ person: await arrive(person.name, person.email, person.timeZone), companyId });
  return experts;
}

/** From the request to the accepted proposal. */
async function agree(index: number, expert: Expert): Promise<Agreed> {
  const { companyId } = expert;
  const arrived = await arrive(`Buyer ${index + 1}`, `buyer.${index + 1}@measured.example`, 'UTC');
  const customerId = await perform(arrived, (tx) => ensureCustomer(tx, arrived));
  const customer = await renewed(arrived);
  await giveCard(customer, customerId);
  const { requestId } = await act(customer, requests.post, PostRequest, {
    title: 'Slow queries on our order database',
    description: 'Reports that took a second take a minute since the last release. We need the cause.',
    budget: 'from100',
    location: 'anywhere',
    contactName: customer.name,
    contactEmail: customer.email,
    customerId,
  });
  const { responseId } = await act(expert.person, respond, Respond, {
    requestId,
    companyId,
    text: 'I would read the slow log first and name the query. That takes an afternoon.',
  });
  const { id: conversationId } = await database().conversation.findFirstOrThrow({ where: { responseId } });
  const { proposalId } = await act(expert.person, proposals.propose, Propose, {
    conversationId,
    title: 'Find the slow query',
    terms: 'I read the slow log, name the query, and write down what would mend it.',
    timeline: 'Two days.',
    milestones: [{ title: 'Cause found, report written', amount: '400' }],
  });
  const { textHash } = await database().proposal.findUniqueOrThrow({ where: { id: proposalId } });
  await act(customer, proposals.accept, Accept, { proposalId, textHash });
  return { customer, customerId, expert, proposalId };
}

/** A saved card, as Stripe's page would have saved it. */
async function giveCard(person: Person, customerId: string): Promise<void> {
  const stripe = stripeClient(stripeConfig());
  const made = await stripe.customers.create({ name: person.name, metadata: { customerId } });
  const { id, card } = await stripe.paymentMethods.attach('pm_card_visa', { customer: made.id });
  if (!card) throw new Error('the sandbox gave no card');
  const { brand, last4, exp_month: expMonth, exp_year: expYear } = card;
  await perform(person, (tx) => keepStripeCustomer(tx, person, { customerId, stripeCustomerId: made.id }));
  const method = { id, brand, last4, expMonth, expYear };
  const next = '/payment-methods';
  await perform(VENDOR, (tx) => recordMethod(tx, VENDOR, { stripeCustomerId: made.id, method, next }));
}

/** An account of its own in the sandbox, with our roles in it. */
async function connect(index: number, { customer, customerId }: Agreed): Promise<string> {
  const awsAccountId = String(500_000_000_001 + index);
  await sandbox('accounts', { accountId: awsAccountId, alias: `measured-${index + 1}` });
  const input = { awsAccountId, label: 'Shop', customerId };
  const { connectionId } = await act(customer, connections.add, addSchema, input);
  const externalId = await askForExternalId({ connectionId, personId: customer.personId });
  await sandbox('stacks', {
    accountId: awsAccountId,
    stackName: 'Groundcrew',
    template: connectionTemplate({ brokerRoleArn: env.AWS_BROKER_ROLE_ARN, platformName: 'Groundcrew' }),
    parameters: { ExternalId: externalId },
  });
  await act(customer, connections.verify, verifySchema, { connectionId });
  return connectionId;
}

async function sandbox(name: string, body: object): Promise<void> {
  const answer = await fetch(new URL(`/_sandbox/${name}`, env.AWS_ENDPOINT), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
}

async function letIn({ customer, expert, proposalId }: Agreed, connectionId: string): Promise<string> {
  const { permissionRequestId } = await act(expert.person, asking.request, requestSchema, {
    proposalId,
    level: 'ViewOnlyAccess',
    reason: 'To read the slow log of the database.',
  });
  const input = { permissionRequestId, connectionId };
  return (await act(customer, asking.accept, acceptSchema, input)).grantId;
}

/** The expert's session by the way that the web takes, and what is asked for once the work is done. */
async function enter({ customer, expert, proposalId }: Agreed, grantId: string): Promise<LiveJob> {
  const purpose = 'credentials';
  const asked = await act(expert.person, grants.openSession, openSessionSchema, { grantId, purpose });
  const handed = await askForSession(asked);
  if (handed.purpose !== purpose) throw new Error('the broker handed over something else');
  const { id: milestoneId } = await database().milestone.findFirstOrThrow({ where: { proposalId } });
  const { paymentRequestId } = await act(expert.person, payments.request, RequestPayment, {
    proposalId,
    milestoneId,
  });
  return {
    customer,
    paymentRequestId,
    grantId,
    s3: new S3Client({
      ...clientOptions({ endpoint: env.AWS_ENDPOINT, region: 'eu-west-1', credentials: handed }),
      retryMode: 'standard',
      maxAttempts: 1,
      forcePathStyle: true,
    }),
  };
}

/** Looks until so many are there, or fails. What is waited for happens in another process. */
function until(what: string, look: () => Promise<number>) {
  return async (count: number): Promise<void> => {
    const deadline = performance.now() + READY_WITHIN_MS;
    for (;;) {
      const there = await look();
      if (there === count) return;
      if (performance.now() > deadline) throw new Error(`${what}: ${there} of ${count} in time`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  };
}
