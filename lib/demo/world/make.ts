import { VENDOR } from '@/lib/core/rights';
import { giveFaces } from '@/lib/demo/faces/give';
import { keepStripeCustomer, recordMethod } from '@/lib/money/methods/commands';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { queue } from '@/lib/platform/jobs/queue';
import { stripeClient } from '@/lib/vendors/stripe/client';
import { stripeConfig } from '@/lib/vendors/stripe/config';
import { JOBS } from '@/lib/wiring/jobs';
import { type CastCustomer, type CastExpert, castCustomers, castNewcomers, castSellers } from './cast';
import { withoutWaiting } from './cloud';
import type { Chapter, DemoJob } from './jobs/job';
import { DEMO_JOBS } from './jobs/jobs';
import { keepLists } from './lists';
import { reportReview } from './played/reports';
import { PLAYED_JOBS, tellPlayed } from './played/tell';
import { PROBLEMS } from './problems';
import { arrive, dice, giveAuthenticator, setClock } from './stage';
import { tell } from './story';

/** The rhythm in which chapters follow one another, so that every state is there several times. */
const CHAPTERS: readonly Chapter[] = [
  'new',
  'answered',
  'reviewed',
  'answered',
  'proposed',
  'working',
  'new',
  'reviewed',
  'paused',
  'awaiting',
  'settled',
  'declined',
  'reviewed',
  'completed',
  'answered',
  'withdrawn',
  'new',
  'paymentDeclined',
  'answered',
  'reviewed',
];
/** A finished job takes this many hours; it cannot have begun later. */
const LONG = 110;
/** What was settled lies further back than what is open. */
const LONG_AGO = 500;
/**
 * The requests that are left for whoever plays the first customer: an open one with responses, and one that was settled.
 * Cloudharbour's first expert responds to neither, so that whoever plays him can.
 */
const FIRST_CUSTOMERS = [1, 10];
/** The open one is their newest: the guided job follows it. */
const NEWEST = { index: 1, hoursAgo: 26 };

type Made = { experts: number; companies: number; requests: number };

/**
 * Fills an empty database with the demo world, by the commands that everybody uses, told over the last five weeks.
 * Runs once, as the database's owner, with the sandboxes up. Returns what it made, and says how long each part took.
 */
export async function makeDemoWorld(say: (line: string) => void = () => undefined): Promise<Made> {
  const part = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const value = await work();
    say(`${name}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    return value;
  };
  const roll = dice(28_05_2026);
  await setClock(24 * 40);
  const { experts, customers } = await part('people', castAll);
  await part('requests', () => tellAll(experts, customers, roll));
  await part('jobs with access', () => withoutWaiting(() => tellPlayed({ customers, experts, dice: roll })));
  await reportReview(experts);
  await keepLists(experts[0]!.person);
  await setClock(30);
  const newcomers = await part('newcomers', castNewcomers);
  await setClock(0);
  await putInOrder();
  await settle(customers);
  return {
    experts: experts.length + newcomers.length,
    companies: new Set([...experts, ...newcomers].map((one) => one.companyId)).size,
    requests: PROBLEMS.length + PLAYED_JOBS.length,
  };

  async function castAll() {
    const ines = await arrive('Ines Duarte', 'ines.duarte@groundcrew.example', 'Europe/Lisbon');
    await database().person.update({ where: { id: ines.personId }, data: { admin: true } });
    const admin = { ...ines, admin: true };
    const experts = await castSellers(admin);
    await giveFaces(experts.map(({ person, story }) => ({ person, name: story.name })));
    const customers = await castCustomers();
    for (const customer of customers) await giveCard(customer);
    // The three whom one can be, whose authenticator the page of confirming plays.
    for (const { person } of [{ person: admin }, experts[0]!, customers[0]!]) await giveAuthenticator(person);
    return { experts, customers };
  }
}

async function tellAll(
  experts: readonly CastExpert[],
  customers: readonly CastCustomer[],
  roll: (sides: number) => number,
): Promise<void> {
  for (const [index, problem] of PROBLEMS.entries()) {
    const job: DemoJob = DEMO_JOBS[problem[0]] ?? { responses: {} };
    const chapter = job.chapter ?? CHAPTERS[index % CHAPTERS.length]!;
    const done = ['reviewed', 'completed'].includes(chapter);
    const least = done ? LONG : chapter === 'new' ? 0.2 : chapter === 'settled' ? LONG_AGO : 48;
    const hoursAgo =
      least + ((PROBLEMS.length - index) / PROBLEMS.length) * (done ? 700 : chapter === 'new' ? 60 : 400);
    const firsts = FIRST_CUSTOMERS.includes(index);
    const customer = firsts ? customers[0]! : customers[1 + (index % (customers.length - 1))]!;
    const responses = Object.entries(job.responses).map(([name, text]) => ({
      expert: experts.find(({ story }) => story.name === name)!,
      text,
    }));
    await tell({
      customer,
      problem,
      responses,
      script: job,
      chapter,
      hoursAgo: index === NEWEST.index ? NEWEST.hoursAgo : hoursAgo,
      dice: roll,
    });
  }
}

/** A saved card, as Stripe's page would have saved it. */
async function giveCard({ person, customerId, name }: CastCustomer): Promise<void> {
  const stripe = stripeClient(stripeConfig());
  const made = await stripe.customers.create({ name, metadata: { customerId } });
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: made.id });
  await perform(person, (tx) => keepStripeCustomer(tx, person, { customerId, stripeCustomerId: made.id }));
  const card = method.card;
  if (!card) throw new Error('the sandbox returned no card');
  await perform(VENDOR, (tx) =>
    recordMethod(tx, VENDOR, {
      stripeCustomerId: made.id,
      method: {
        id: method.id,
        brand: card.brand,
        last4: card.last4,
        expMonth: card.exp_month,
        expYear: card.exp_year,
      },
      next: '/payment-methods',
    }),
  );
}

/** The story was told request by request, each from its first day to its last: the list has them in the order of their posting. */
async function putInOrder(): Promise<void> {
  await database().$executeRaw`
    UPDATE "open_request" o SET position = t.place FROM (
      SELECT "requestId", (SELECT max(position) FROM "open_request") + row_number() OVER (ORDER BY "openedAt", "requestId") AS place
      FROM "open_request") AS t WHERE t."requestId" = o."requestId"`;
  await database()
    .$executeRaw`SELECT setval('open_request_position_seq', (SELECT max(position) FROM "open_request"))`;
}

/**
 * The past is over: nobody is mailed about it, nobody is signed in, and most of it has been read; by the first customer what
 * came before their newest request.
 */
async function settle(customers: readonly CastCustomer[]): Promise<void> {
  const boss = await queue();
  for (const { name } of JOBS) await boss.deleteQueuedJobs(name);
  const { person: first, customerId } = customers[0]!;
  await database().$executeRaw`UPDATE "notification" SET "sentAt" = "createdAt"`;
  await database().$executeRaw`
    UPDATE "notification" SET "readAt" = "createdAt"
    WHERE CASE WHEN "personId" = ${first.personId}::uuid
      THEN "createdAt" < (SELECT max("createdAt") FROM "request" WHERE "customerId" = ${customerId}::uuid)
      ELSE "createdAt" < app_now() - interval '2 days' END`;
  await database().$transaction([
    // The demo is ready once all of this is on the disk.
    database().$executeRaw`SET LOCAL synchronous_commit = on`,
    database().session.deleteMany({}),
  ]);
}
