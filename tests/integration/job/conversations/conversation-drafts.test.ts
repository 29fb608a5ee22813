import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/core/rights';
import * as commands from '@/lib/job/drafts/commands';
import { draftIn } from '@/lib/job/drafts/queries';
import { DRAFT_COMMANDS } from '@/lib/job/drafts/rights';
import { SaveDraft, TEXT_MAX } from '@/lib/job/drafts/schema';
import { send } from '@/lib/job/messages/commands';
import { MESSAGE_COMMANDS } from '@/lib/job/messages/rights';
import { SendMessage } from '@/lib/job/messages/schema';
import { propose } from '@/lib/job/proposals/commands';
import { PROPOSAL_COMMANDS } from '@/lib/job/proposals/rights';
import { Propose } from '@/lib/job/proposals/schema';
import { readForm } from '@/lib/platform/doors/form';
import { pass } from '@/lib/platform/doors/pass';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

/** As the door for forms reads it. */
function save(actor: Actor, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return pass(
    { may: DRAFT_COMMANDS.save, schema: SaveDraft, command: commands.saveDraft },
    actor,
    readForm(form),
  );
}

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});

const TERMS = 'First I look at the slow log. Then we talk about what it says.\n\nThen I mend it. '.repeat(
  100,
);

describe('a proposal that is being written', () => {
  const typed = {
    title: 'Find the slow query',
    terms: TERMS,
    timeline: '',
    'milestones.0.title': 'Look',
    'milestones.0.amount': '400',
    'milestones.1.title': '',
    'milestones.1.amount': '',
  };
  const place = () => ({ conversationId: world.conversationId, draftOf: 'proposal' });

  test('is found again as it was typed, half a thought and 8,000 characters alike, by its writer alone', async () => {
    const { people, conversationId } = world;
    doneOf(await save(people.expert, { ...typed, ...place(), proposalId: 'x', stay: 'yes' }));
    const draft = await draftIn(people.expert, conversationId, 'proposal');
    expect(draft?.fields).toEqual(typed);
    for (const other of [people.chatter, people.owner, people.otherExpert, people.admin])
      expect(await draftIn(other, conversationId, 'proposal')).toBeNull();
    expect(await draftIn(people.expert, conversationId, 'payment')).toBeNull();
  });

  test('is put away once it was sent, also by a saving that arrives after the sending', async () => {
    const { people, conversationId } = world;
    const key = crypto.randomUUID();
    const input = { ...typed, ...place(), key };
    doneOf(await save(people.expert, input));
    const call = {
      may: PROPOSAL_COMMANDS.propose,
      schema: Propose,
      command: propose,
      creates: true,
    } as const;
    const milestones = [{ title: 'Look', amount: '400' }];
    doneOf(await pass(call, people.expert, { ...input, milestones }));
    expect(await draftIn(people.expert, conversationId, 'proposal')).toBeNull();
    expect(doneOf(await save(people.expert, input))).toMatchObject({ savedAt: null });
    expect(await draftIn(people.expert, conversationId, 'proposal')).toBeNull();
    // The next one is another form, with a key of its own.
    doneOf(await save(people.expert, { ...input, key: crypto.randomUUID() }));
    expect(await draftIn(people.expert, conversationId, 'proposal')).not.toBeNull();
  });

  test('emptied, is no draft any more', async () => {
    const { people, conversationId } = world;
    doneOf(await save(people.expert, { ...typed, ...place() }));
    doneOf(await save(people.expert, { title: ' ', terms: '', ...place() }));
    expect(await draftIn(people.expert, conversationId, 'proposal')).toBeNull();
  });

  test('longer than anybody could send is refused with a sentence, and what was kept before stays', async () => {
    const { people, conversationId } = world;
    doneOf(await save(people.expert, { ...typed, ...place() }));
    const long = await save(people.expert, { ...typed, terms: 'a'.repeat(TEXT_MAX), ...place() });
    expect(long).toMatchObject({ ok: false, code: 'invalid', message: expect.stringContaining('too long') });
    expect((await draftIn(people.expert, conversationId, 'proposal'))?.fields.terms).toBe(TERMS);
  });
});

test('a message that is being written is found again in its conversation, until it is sent', async () => {
  const { people, conversationId } = world;
  doneOf(
    await save(people.owner, { conversationId, draftOf: 'message', body: 'When could you', clientId: 'x' }),
  );
  expect((await draftIn(people.owner, conversationId, 'message'))?.fields).toEqual({
    body: 'When could you',
  });
  expect(await draftIn(people.member, conversationId, 'message')).toBeNull();
  const call = { may: MESSAGE_COMMANDS.send, schema: SendMessage, command: send } as const;
  const clientId = crypto.randomUUID();
  doneOf(await pass(call, people.owner, { conversationId, clientId, body: 'When could you begin?' }));
  expect(await draftIn(people.owner, conversationId, 'message')).toBeNull();
});

test('nothing is kept in a conversation of others', async () => {
  const { people, conversationId } = world;
  const input = { conversationId, draftOf: 'message', body: 'Let me in' };
  expect(codeOf(await save(people.otherExpert, input))).toBe('not_found');
  expect(await draftIn(people.otherExpert, conversationId, 'message')).toBeNull();
});
