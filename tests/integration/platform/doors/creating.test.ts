import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { type Door, registered } from '@/lib/platform/doors/registry';
import { env } from '@/lib/platform/env';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { SAMPLES } from '@/tests/fixtures/samples';
import { makeWorld } from '@/tests/fixtures/world';

/** Loading a module registers its doors. */
import.meta.glob<object>('/lib/**/actions*.ts', { eager: true });

/** What a call leaves behind beside the thing it is about: its history, what tells of it, and what is derived from it. */
const TRACES = [
  'activity_trail',
  'audit_entry',
  'audit_seal',
  'creation',
  'grant_step',
  'name_word',
  'notification',
  'open_request',
  'passkey_challenge',
  'rate_limit',
  'read_mark',
  'request_edit',
  'request_view',
  'saved_search_hit',
  'socket_ticket',
  'status_change',
];
/** Lines that the job itself writes into a conversation. */
const TRACE_OF = { message: 'WHERE "authorId" IS NULL' } as const;

/** Doors for forms that make rows without counting their presses, each with why a second press harms nothing. */
const WITHOUT_A_KEY: Record<string, string> = {
  'auth.askConfirmCode': 'another code is mailed, and the one before is void',
  'auth.askSignIn':
    'nobody yet, so nobody to keep a key for; another mail, of which the address has a budget',
  'auth.enrolAuthenticator': 'one authenticator a person',
  'auth.enterDemo': 'a session of its own for each browser, as signing in does',
  'auth.enrolPasskey': 'the challenge that it answers is good once',
  'auth.makeRecoveryCodes': 'shown once, so never kept; new ones take the place of those before',
  'auth.signIn': 'the code is good once',
  'auth.signInByPasskey': 'the challenge that it answers is good once',
  'messages.send': 'the message carries its own key, also by socket',
  'drafts.save': 'one draft a person, conversation and form',
  'marks.set': 'one mark a person and request',
  'notifications.choosePaces': 'one choice a person and kind',
  'people.askChange': 'another mail is sent, and the link before is void',
  'people.askContact': 'another mail is sent, and the link before is void',
  'people.confirmChange': 'the link is good once',
  'reports.report': 'one a person and review; of strangers an admin reads the same words twice',
  'requests.edit': 'refused once the request has been edited in between',
  'responses.hold': 'one draft a person and request',
  'responses.saveDraft': 'one draft a person and request',
};

let owner: Client;
beforeAll(async () => {
  owner = new Client({ connectionString: env.DATABASE_URL });
  await owner.connect();
  await owner.query('UPDATE installation SET demo = true');
});
afterAll(() => owner.end());

/** How many things stand in each table. */
async function things(): Promise<Record<string, number>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '%\\_entry%'
     AND tablename NOT LIKE '%\\_tag' AND tablename <> ALL($1)`,
    [TRACES],
  );
  const each = tables.map(({ name }) => {
    const but = name in TRACE_OF ? `(SELECT count(*) FROM "${name}" ${TRACE_OF.message})` : '0';
    return `SELECT '${name}' AS name, (count(*) - ${but})::int AS count FROM "${name}"`;
  });
  const { rows } = await owner.query<{ name: string; count: number }>(each.join(' UNION ALL '));
  expect(rows.length).toBeGreaterThan(20);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

const grownIn = (before: Record<string, number>, after: Record<string, number>) =>
  Object.keys(after)
    .filter((name) => after[name]! > before[name]!)
    .sort();

const forms = [...registered().values()].filter(({ kind }) => kind === 'action');
const creating = forms
  .filter(({ call }) => call.creates)
  .map((door): [string, Door] => [door.call.may.name, door]);
const others = forms
  .filter(({ call }) => !call.creates)
  .map((door): [string, Door] => [door.call.may.name, door]);

/** The same form with other words in it. */
const reworded = (input: object) =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      typeof value === 'string' && value.includes(' ') ? `${value} Or not.` : value,
    ]),
  );

test('the doors that create are these', () => {
  expect(creating.map(([name]) => name).sort()).toEqual([
    'clients.accept',
    'clients.invite',
    'connections.add',
    'experts.addProfile',
    'experts.claim',
    'experts.register',
    'grants.accept',
    'grants.request',
    'members.accept',
    'members.askRight',
    'members.invite',
    'payments.approve',
    'payments.request',
    'payments.retry',
    'proposals.propose',
    'requests.begin',
    'requests.beginDirect',
    'requests.post',
    'responses.respond',
    'reviews.write',
    'savedSearches.save',
  ]);
});

describe.each(creating)('%s', (name, { call }) => {
  const sample = SAMPLES[call.may.name]!;

  test('makes one thing of two presses at once, and answers both alike; a third with other words lands there too', async () => {
    const world = await makeWorld();
    const viewer = { ...sample.as(world) };
    // The one creating door that nobody may use makes nothing but the draft of their browser.
    const actor = viewer.kind === 'person' ? viewer : world.people.newcomer;
    const input = { ...(await sample.input(world)), key: crypto.randomUUID() };
    const audited = () => database().auditEntry.count({ where: { action: name, personId: actor.personId } });
    const before = { audited: await audited(), things: await things() };

    const presses = await Promise.all([pass(call, actor, input), pass(call, actor, input)]);
    const [first, second] = presses.map(doneOf);
    expect(second).toEqual(first);
    const made = await things();
    expect((await audited()) - before.audited).toBeLessThanOrEqual(1);

    expect(doneOf(await pass(call, actor, reworded(input)))).toEqual(first);
    expect(await things()).toEqual(made);
    expect(await database().creation.count({ where: { personId: actor.personId, command: name } })).toBe(1);
    const more = (table: string) => made[table]! - before.things[table]!;
    // A proposal has several milestones.
    for (const table of grownIn(before.things, made).filter((one) => one !== 'milestone'))
      expect([table, more(table)]).toEqual([table, 1]);
  });

  test('is refused without the key that its page makes, and nothing is made', async () => {
    const world = await makeWorld();
    const viewer = sample.as(world);
    const actor = viewer.kind === 'person' ? viewer : world.people.newcomer;
    const input = await sample.input(world);
    const before = await things();
    expect(codeOf(await pass(call, actor, input))).toBe('invalid');
    expect(await things()).toEqual(before);
  });
});

describe.each(others)('%s', (name, { call }) => {
  test('makes no new thing, or says why a second press of it is harmless', async () => {
    const sample = SAMPLES[call.may.name]!;
    const world = await makeWorld();
    const input = await sample.input(world);
    const before = await things();
    doneOf(await pass(call, sample.as(world), input));
    const grown = grownIn(before, await things());
    expect([name, grown.length > 0 ? (WITHOUT_A_KEY[name] ?? grown) : 'nothing']).toEqual([
      name,
      WITHOUT_A_KEY[name] ?? 'nothing',
    ]);
  });
});

test('a key is of one person and one form: elsewhere it is another press', async () => {
  const { people, companyId } = await makeWorld();
  const { call } = registered().get('action savedSearches.save')!;
  const key = crypto.randomUUID();
  const input = { key, name: 'Databases', query: 'q=rds', pace: 'off' };
  const mine = doneOf(await pass(call, people.expert, input));
  const theirs = doneOf(await pass(call, people.otherExpert, input));
  expect(theirs).not.toEqual(mine);
  const claim = registered().get('action clients.invite')!.call;
  const invited = await pass(claim, people.expert, {
    key,
    companyId,
    email: 'ines@client.test',
    clientName: 'Ines',
    title: 'The database that we spoke of',
    note: 'As we said on Tuesday, here is where we can go on.',
  });
  expect(codeOf(invited)).toBe('done');
});

test('a press that was refused has made nothing: mended, it counts', async () => {
  const { people } = await makeWorld();
  const { call } = registered().get('action savedSearches.save')!;
  const key = crypto.randomUUID();
  const search = { key, name: 'Databases', query: 'q=rds', pace: 'off' };
  expect(codeOf(await pass(call, people.newcomer, search))).toBe('forbidden');
  expect(await database().creation.count({ where: { key } })).toBe(0);
  expect(codeOf(await pass(call, people.expert, search))).toBe('done');
});
