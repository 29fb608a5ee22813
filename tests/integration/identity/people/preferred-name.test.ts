import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as access from '@/lib/access/overview/queries';
import * as accessViews from '@/lib/access/page/queries';
import * as asking from '@/lib/access/permission-requests/queries';
import { finishProvisioning } from '@/lib/access/provisioning/commands';
import { type Person, VENDOR } from '@/lib/core/rights';
import * as chat from '@/lib/job/conversations/queries';
import * as messages from '@/lib/job/messages/queries';
import * as proposals from '@/lib/job/proposals/queries';
import * as clientCommands from '@/lib/market/clients/commands';
import * as clients from '@/lib/market/clients/queries';
import { CLIENT_COMMANDS } from '@/lib/market/clients/rights';
import { AcceptInvitation, InviteClient } from '@/lib/market/clients/schema';
import { footingOf } from '@/lib/market/footing/queries';
import * as marks from '@/lib/market/marks/queries';
import * as openRequests from '@/lib/market/open-requests/queries';
import { OpenRequestSearch } from '@/lib/market/open-requests/schema';
import * as items from '@/lib/market/responses/queries';
import * as methods from '@/lib/money/methods/queries';
import * as payments from '@/lib/money/payment-requests/queries';
import * as earnings from '@/lib/money/payments/queries';
import { notificationMail } from '@/lib/notifications/delivery/mail';
import * as mails from '@/lib/notifications/delivery/queries';
import * as notifications from '@/lib/notifications/news/queries';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import * as reviewCommands from '@/lib/trust/reviews/commands';
import * as reviews from '@/lib/trust/reviews/queries';
import { REVIEW_COMMANDS } from '@/lib/trust/reviews/rights';
import { Write } from '@/lib/trust/reviews/schema';
import { revoke } from '@/tests/fixtures/access';
import { acceptedAccess, connectedAccount, paidJob, requestedAccess } from '@/tests/fixtures/jobs';
import { accepted, asked, declinePayment, declineProposal, proposed } from '@/tests/fixtures/money';
import { doneOf } from '@/tests/fixtures/outcome';
import { ears, leaveAll, listening, next, openStation, type Station } from '@/tests/fixtures/sockets';
import { say } from '@/tests/fixtures/talk';
import { makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

/** What the accounts of the customer's people, and of the customer, are called; and what the request says. */
const ACCOUNT = 'Quillfeather';
const PREFERRED = 'Penny at the desk';
const CLIENT = 'Cleo of the mill';

let world: World;
let station: Station;
let job: { proposalId: string; paymentRequestId: string; grantId: string; permissionRequestId: string };
let viewers: Person[];

/** A job in which everything has happened once, told to people whose accounts have another name than the request says. */
beforeAll(async () => {
  [world, station] = [await makeWorld(), await openStation()];
  const { people, customerId, companyId, requestId, conversationId } = world;
  const db = database();
  for (const who of ['owner', 'member', 'buyer', 'granter', 'suspendedCustomer'] as const)
    await db.person.update({ where: { id: people[who].personId }, data: { name: `${who} ${ACCOUNT}` } });
  await db.customer.update({ where: { id: customerId }, data: { name: `${ACCOUNT} Holdings` } });
  await db.request.update({ where: { id: requestId }, data: { contactName: PREFERRED } });
  world.people.owner = await viewerOf(db, people.owner.personId);
  const { owner, expert, chatter } = world.people;

  doneOf(await say(owner, conversationId, 'When could you begin?'));
  doneOf(await say(expert, conversationId, 'Tomorrow.'));
  const first = await paidJob(world);
  const call = { may: REVIEW_COMMANDS.write, schema: Write, command: reviewCommands.write } as const;
  doneOf(await pass(call, owner, { proposalId: first, stars: '5', text: 'Quick.', workAgain: 'yes' }));
  const reason = 'Not this quarter.';
  doneOf(await declineProposal(owner, { ...(await proposed(world)), reason }));
  const proposalId = await accepted(world);
  doneOf(await declinePayment(owner, { paymentRequestId: await asked(world, proposalId), reason }));
  const paymentRequestId = await asked(world, proposalId);
  const permissionRequestId = await requestedAccess(world, proposalId);
  const grantId = await acceptedAccess(world, permissionRequestId, await connectedAccount(world));
  const role = { roleArn: 'arn:aws:iam::200000000000:role/expert', roleId: 'AROAEXAMPLE' };
  await perform(VENDOR, (tx) => finishProvisioning(tx, VENDOR, { grantId, ...role }));
  doneOf(await revoke(owner, { grantId }));
  job = { proposalId, paymentRequestId, grantId, permissionRequestId };

  const client = await viewerOf(db, await makePerson(db, `Cleo ${ACCOUNT}`));
  const invitation = {
    companyId,
    email: client.email,
    clientName: CLIENT,
    title: 'The mill and its backups',
  };
  const { invitationId } = doneOf(
    await pass(
      { may: CLIENT_COMMANDS.invite, schema: InviteClient, command: clientCommands.invite },
      expert,
      {
        ...invitation,
        note: 'Shall we go on with the mill here, as we did by mail?',
      },
    ),
  );
  doneOf(
    await pass(
      { may: CLIENT_COMMANDS.accept, schema: AcceptInvitation, command: clientCommands.accept },
      client,
      {
        invitationId,
      },
    ),
  );
  viewers = [expert, chatter];
}, 120_000);
afterEach(leaveAll);
afterAll(() => station.close());

type Load = (viewer: Person) => Promise<unknown>;
const now = new Date();

/** Everything that a company's people load, by the function that loads it; `named` where the customer stands in it. */
const LOADED: Record<string, { load: Load; named?: boolean }> = {
  conversationOf: { load: (v) => chat.conversationOf(v, world.conversationId), named: true },
  conversationsOf: { load: (v) => chat.conversationsOf(v), named: true },
  messagesOf: { load: (v) => messages.messagesOf(v, world.conversationId), named: true },
  proposalsOf: { load: (v) => proposals.proposalsOf(v, world.conversationId), named: true },
  proposalOf: { load: (v) => proposals.proposalOf(v, job.proposalId), named: true },
  newProposalOf: { load: (v) => proposals.newProposalOf(v, world.conversationId), named: true },
  paymentsOf: { load: (v) => payments.paymentsOf(v, world.conversationId) },
  paymentRequestOf: { load: (v) => payments.paymentRequestOf(v, job.paymentRequestId) },
  newPaymentRequestOf: { load: (v) => payments.newPaymentRequestOf(v, world.conversationId), named: true },
  paymentsPage: { load: (v) => payments.paymentsPage(v) },
  methodsOf: { load: (v) => methods.methodsOf(v) },
  earningsPage: { load: (v) => earnings.earningsPage(v) },
  earnedOf: { load: (v) => earnings.earnedOf(v) },
  accessOf: { load: (v) => access.accessOf(v, world.conversationId), named: true },
  accessList: { load: (v) => access.accessList(v, 'company'), named: true },
  accessById: { load: (v) => accessViews.accessById(v, job.grantId), named: true },
  askOf: { load: (v) => asking.askOf(v, world.conversationId), named: true },
  reviewOf: { load: (v) => reviews.reviewOf(v, world.conversationId) },
  notificationsOf: { load: (v) => notifications.notificationsOf(v, null), named: true },
  clientsOf: { load: (v) => clients.clientsOf(v, now) },
  openRequestsOf: {
    load: (person) =>
      openRequests.openRequestsOf({ person, whole: true }, OpenRequestSearch.parse({}), { now }),
  },
  markedRequestsOf: { load: (person) => marks.markedRequestsOf({ person, whole: true }, 'bookmark') },
  requestForExpert: {
    load: async (v) => items.requestForExpert(v, (await footingOf(v, now))!, world.requestId),
    named: true,
  },
};

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? String(one) : one)) ?? '';

describe('to the company the customer has the name that the request gives', () => {
  test.each(Object.entries(LOADED))('in what %s loads', async (_name, { load, named }) => {
    for (const viewer of viewers) {
      const text = textOf(await load(viewer));
      expect(text.length).toBeGreaterThan(1);
      expect(text).not.toContain(ACCOUNT);
      if (named) expect(text).toContain(PREFERRED);
    }
  });

  test('who revoked, and who is a client, too', async () => {
    const [expert] = viewers;
    const view = await accessViews.accessById(expert!, job.grantId);
    expect(view?.grant?.revokedBy).toBe(PREFERRED);
    const { rows } = await chat.conversationsOf(expert!);
    expect(rows.map(({ name }) => name).sort()).toEqual([CLIENT, PREFERRED]);
  });

  test('in everything that is kept for them, and in their mails', async () => {
    const rows = await database().notification.findMany({
      where: { personId: { in: viewers.map(({ personId }) => personId) } },
    });
    expect(rows.length).toBeGreaterThanOrEqual(8);
    expect(textOf(rows)).toContain(PREFERRED);
    expect(textOf(rows)).not.toContain(ACCOUNT);
    const sent = await Promise.all(rows.map(({ id }) => mails.notificationToSend(id)));
    const written = textOf(sent.flatMap((told) => (told ? [notificationMail(told)] : [])));
    expect(written).toContain(PREFERRED);
    expect(written).not.toContain(ACCOUNT);
  });

  test('in what their sockets hear: messages, and who is typing', async () => {
    const { conversationId, people } = world;
    const company = await listening(station, people.expert, conversationId);
    const colleague = await listening(station, people.member, conversationId);
    const writer = await listening(station, people.owner, conversationId);
    const heard = ears(company);
    const typing = [next(company, 'typing'), next(colleague, 'typing')];
    writer.emit('typing', { conversationId });
    expect((await Promise.all(typing)).map(({ name }) => name)).toEqual([PREFERRED, `owner ${ACCOUNT}`]);
    const came = [next(company, 'message'), next(colleague, 'message')];
    doneOf(await say(people.owner, conversationId, 'Hello'));
    expect((await Promise.all(came)).map(({ author }) => author?.name)).toEqual([
      PREFERRED,
      `owner ${ACCOUNT}`,
    ]);
    const back = await company.emitWithAck('catchUp', { conversationId, after: 0 });
    const earlier = await company.emitWithAck('earlier', { conversationId, before: 5 });
    expect(textOf([heard, back, earlier])).not.toContain(ACCOUNT);
    expect(textOf(earlier)).toContain(PREFERRED);
  });
});

test('to its own side each member has the name of the account', async () => {
  const { owner } = world.people;
  expect(textOf(await messages.messagesOf(owner, world.conversationId))).toContain(`owner ${ACCOUNT}`);
  expect(textOf(await proposals.proposalOf(owner, job.proposalId))).toContain(`${ACCOUNT} Holdings`);
  expect((await access.accessList(owner, 'customer')).rows[0]?.customer).toBe(`${ACCOUNT} Holdings`);
  const view = await accessViews.accessById(owner, job.grantId);
  expect(view?.grant?.revokedBy).toBe(`owner ${ACCOUNT}`);
});

/** Queries that are no company's, or that name nobody: each with what they are. A new one belongs here or above. */
const NAMES_NOBODY: Record<string, readonly string[]> = {
  'the own side of a customer': [
    'answersOf archivedCount connectionOf connectionsOf customersOf customersToConnect customersToPostFor',
    'directedTo draftBegun draftById draftOf draftsOf requestOf requestToEdit requestsOf',
  ],
  'the own side of a company': ['companiesOf footingOf ownProfile ownProfilesOf'],
  'the own account, and the members of one tenant': [
    'addressOfLink addressOfTab addressesOf factorsOf hasIdentity invitationFor invitationsFor lacksCodes mailSettingsOf',
    'membersPage ownTenants pendingSecret proofOfLink sessionsOf demoCode awaitingPerson draftIn verifiedCount',
  ],
  'open to the public, of companies and experts alone': [
    'companyProfile endedInDemo expertCards expertProfile findCompanies findExperts photoFor',
    'publishedCompanies publishedExperts ratingsOfExpert recordsOf reviewsFor reviewToReport servicesDone answerTimesOf jobsDoneBy',
  ],
  'of an admin': [
    'heldPayments countHeldPayments reviewsToModerate countToModerate',
    'balancesOf brokenSeal claimToVerify claimsToVerify countClaims decisionOf decisionsAbout foundPerson suspendedPeople',
  ],
  'numbers, ids and titles': [
    'accountToConnect paceOf activeAccess activityOf countNewer demoClock demoSteps glimpseOf hiddenTitle peopleToTell searchesOf',
    'refusalToWrite takesMail unreadConversations unreadCount unreadIn unreadOf',
  ],
  'part of one above': [
    'anyUnread addressToCheck cardColumns cardsOf digestToSend expertsOf messageForRoom mine notificationToSend seenBy shown',
  ],
};

test('every query there is stands in one of the two lists', () => {
  const files = import.meta.glob<Record<string, unknown>>('/lib/**/*queries*.ts', { eager: true });
  const all = Object.values(files).flatMap((file) =>
    Object.keys(file).filter((name) => typeof file[name] === 'function'),
  );
  const listed = [...Object.keys(LOADED), ...Object.values(NAMES_NOBODY).flat().join(' ').split(' ')];
  expect([...new Set(all)].filter((name) => !listed.includes(name)).sort()).toEqual([]);
  expect(listed.filter((name) => !all.includes(name)).sort()).toEqual([]);
});
