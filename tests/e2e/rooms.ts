import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as connections from '@/lib/access/connections/commands';
import { addSchema, verifySchema } from '@/lib/access/connections/schema';
import { accept } from '@/lib/access/permission-requests/commands';
import { acceptSchema } from '@/lib/access/permission-requests/schema';

import { NOBODY } from '@/lib/core/rights';
import { act } from '@/lib/demo/world/stage';
import { insertSession } from '@/lib/identity/sessions/store';
import { askForExternalId } from '@/lib/platform/broker-line/ask';
import { adoptDatabase, type Database, openDatabase } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { env, forgetEnv, settingsFile } from '@/lib/platform/env';
import { connectionTemplate } from '@/lib/policies/template';
import { stripeClient } from '@/lib/vendors/stripe/client';
import { stripeConfig } from '@/lib/vendors/stripe/config';
import { wireAll } from '@/lib/wiring/wire';
import { connectedAccount, requestedAccess } from '../fixtures/jobs';
import { accepted, approved, asked, declinePayment, proposed, saveCard } from '../fixtures/money';
import { doneOf } from '../fixtures/outcome';
import { say } from '../fixtures/talk';
import { makeExpert, makePerson, makeWorld, type World } from '../fixtures/world';
import { place } from './place';
import { expect, type Person } from './test';

/** A world of its own for one test, in the product that the browsers look at. */
export type Room = World & {
  /** Stands in the texts of this room and nowhere else: whoever reads it, has read something of this room. */
  mark: string;
  /** Ids of more people: of the company without a right; of another company, uncertified; an admin who is suspended. */
  more: { rightless: string; uncertified: string; suspendedAdmin: string };
};
export type Who = keyof Room['people'] | keyof Room['more'];

/** next-auth's, where there is no TLS. Its reader is Next's own, which this process is not. */
export const SESSION_COOKIE = 'next-auth.session-token';

let joined: Database | undefined;

/** Makes this process run commands beside the product; as the database's owner, since it makes rows that no command makes. */
export function join(): Database {
  if (joined) return joined;
  Object.assign(process.env, JSON.parse(readFileSync(settingsFile(place().dataDir), 'utf8')));
  forgetEnv();
  wireAll();
  joined = openDatabase(env.DATABASE_URL, 3);
  adoptDatabase(joined);
  return joined;
}

export async function openRoom(): Promise<Room> {
  const db = join();
  const world = await makeWorld(db);
  const { customerId, companyId, otherCompanyId, requestId, responseId } = world;
  const mark = `room${randomBytes(4).toString('hex')}`;
  await db.request.update({
    where: { id: requestId },
    data: {
      title: `Slow queries on an RDS database, ${mark}`,
      description: `Our product pages take eight seconds.\nWe need the query found and mended: ${mark}.`,
      contactEmail: `desk@${mark}.example`,
    },
  });
  await db.response.update({
    where: { id: responseId },
    data: { text: `I have tuned many databases like this one and could start tomorrow (${mark}).` },
  });
  await db.customer.update({ where: { id: customerId }, data: { name: `Harbour Bookshop ${mark}` } });
  await db.company.update({ where: { id: companyId }, data: { name: `Northlight ${mark}` } });
  const more = {
    rightless: await makePerson(db, 'Sanna Weiss'),
    uncertified: await makePerson(db, 'Ugo Lamar'),
    suspendedAdmin: await makePerson(db, 'Anouk Ferrer', { admin: true, suspended: true }),
  };
  await db.companyMember.create({ data: { companyId, personId: more.rightless, rights: [] } });
  const ugo = { companyId: otherCompanyId, personId: more.uncertified };
  await db.companyMember.create({ data: { ...ugo, rights: [] } });
  return { ...world, mark, more };
}

/** The claim of the uncertified person, which waits for an admin. Not in every room: the queue is there for all. */
export async function openClaim(room: Room, nameAsPrinted = `Ugo ${room.mark}`): Promise<string> {
  const { otherCompanyId, more } = room;
  const of = await makeExpert(join(), otherCompanyId, more.uncertified, { status: 'claimed' });
  const { certificationId: id } = of;
  await join().certification.update({ where: { id }, data: { nameAsPrinted } });
  return id;
}

/** A room in which everything has happened once: its work paid, more work begun, and something waiting at each place. */
export type Job = Room & {
  claimId: string;
  proposalId: string;
  paymentRequestId: string;
  permissionRequestId: string;
  connectionId: string;
};

export async function openJob(): Promise<Job> {
  return fillRoom(await openRoom());
}

/** The same in a room where everything that people write is one long Hebrew word: nothing to break, read from the right. */
export async function openHardJob(): Promise<Job> {
  const room = await openRoom();
  const db = join();
  const { customerId, companyId, requestId, responseId, expertId, otherExpertId, people } = room;
  const [name, line, text] = [30, 90, 350].map(hardWord) as [string, string, string];
  await db.person.updateMany({
    where: { id: { in: Object.values(people).map(({ personId }) => personId) } },
    data: { name },
  });
  await db.customer.update({ where: { id: customerId }, data: { name } });
  await db.company.update({ where: { id: companyId }, data: { name, about: text } });
  await db.expert.updateMany({
    where: { id: { in: [expertId, otherExpertId] } },
    data: { headline: line, summary: text, experience: text },
  });
  const data = { title: line, description: text, contactName: name };
  await db.request.update({ where: { id: requestId }, data });
  await db.response.update({ where: { id: responseId }, data: { text } });
  return fillRoom({ ...room, mark: line }, text);
}

/** A word of so many letters, in a script that is read from right to left. */
function hardWord(letters: number): string {
  return 'שלום'.repeat(Math.ceil(letters / 4)).slice(0, letters);
}

async function fillRoom(room: Room, words?: string): Promise<Job> {
  const { mark, conversationId } = room;
  const { owner, expert } = room.people;
  const titled = (title: string) => ({ title: words ? mark : `${title}, ${mark}` });
  const terms = words
    ? { terms: words, timeline: words.slice(0, 300), milestones: [{ title: mark, amount: '1200' }] }
    : {};
  await giveCard(room);
  for (const one of words ? [owner, expert] : []) doneOf(await say(one, conversationId, words ?? ''));
  const first = await accepted(room, { ...terms, ...titled('Find the slow query') });
  await approved(room, await asked(room, first, { amount: '400', final: true }));
  const second = await accepted(room, { ...terms, ...titled('Mend it') });
  const refused = await asked(room, second, { amount: '100', note: words ?? mark });
  doneOf(await declinePayment(owner, { paymentRequestId: refused, reason: words ?? mark }));
  const note = words ?? `Half of it is done. The report is in the conversation (${mark}).`;
  const paymentRequestId = await asked(room, second, { amount: '400', note });
  const permissionRequestId = await requestedAccess(room, second, words);
  const { proposalId } = await proposed(room, { ...terms, ...titled('Watch it for a month') });
  const connectionId = await connectedAccount(room, 'waiting');
  await join().connection.update({
    where: { id: connectionId },
    data: { label: words ? mark.slice(0, 40) : `Shop ${mark}` },
  });
  const claimId = await openClaim(room, words && mark);
  return { ...room, claimId, proposalId, paymentRequestId, permissionRequestId, connectionId };
}

/** A card that Stripe's sandbox knows and that can be charged. */
export async function giveCard({ customerId, mark }: Room): Promise<void> {
  const stripe = stripeClient(stripeConfig());
  const customer = await stripe.customers.create({ name: mark, metadata: { customerId } });
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
  await saveCard(customerId, { stripeCustomerId: customer.id, methodId: method.id });
}

/** Lets the room's expert into an AWS account of the sandbox: connected, asked for, accepted, the role made and tried. */
export async function letIn(room: Room, proposalId: string): Promise<string> {
  const { owner } = room.people;
  const { customerId } = room;
  const awsAccountId = `6${String(Date.now()).slice(-11)}`;
  await sandbox('accounts', { accountId: awsAccountId, alias: room.mark });
  const account = { awsAccountId, label: 'Production', customerId };
  const { connectionId } = await act(owner, connections.add, addSchema, account);
  await sandbox('stacks', {
    accountId: awsAccountId,
    stackName: 'Groundcrew',
    template: connectionTemplate({ brokerRoleArn: env.AWS_BROKER_ROLE_ARN, platformName: 'Groundcrew' }),
    parameters: { ExternalId: await askForExternalId({ connectionId, personId: owner.personId }) },
  });
  await act(owner, connections.verify, verifySchema, { connectionId });
  const connection = () => join().connection.findUniqueOrThrow({ where: { id: connectionId } });
  await expect.poll(async () => (await connection()).status, { timeout: 30_000 }).toBe('connected');
  const permissionRequestId = await requestedAccess(room, proposalId);
  const { grantId } = await act(owner, accept, acceptSchema, { permissionRequestId, connectionId });
  const grant = () => join().grant.findUniqueOrThrow({ where: { id: grantId } });
  await expect.poll(async () => (await grant()).status, { timeout: 30_000 }).toBe('active');
  return permissionRequestId;
}

async function sandbox(path: string, body: object): Promise<void> {
  const answer = await fetch(`${place().aws}/_sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}

export function personIdOf(room: Room, who: Who): string {
  const { people, more } = room;
  return who in more ? more[who as keyof Room['more']] : people[who as keyof Room['people']].personId;
}

/** What the cookie of a person holds who has signed in. */
export async function tokenOf(personId: string): Promise<string> {
  join();
  const now = new Date();
  const opened = perform(NOBODY, (tx) =>
    insertSession(tx, { personId, now, userAgent: 'Playwright', asksNothing: true }),
  );
  return (await opened).token;
}

/** Signs a browser in, where signing in is not what the test is about. */
export async function enter(browser: Person, room: Room, who: Who): Promise<Person> {
  return enterAs(browser, personIdOf(room, who));
}

/** The same for somebody who is in no room. */
export async function enterAs(browser: Person, personId: string): Promise<Person> {
  const value = await tokenOf(personId);
  await browser.context.addCookies([{ name: SESSION_COOKIE, value, url: place().app }]);
  return browser;
}
