import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '@/lib/core/rights';
import * as companies from '@/lib/identity/companies/commands';
import { COMPANY_COMMANDS } from '@/lib/identity/companies/rights';
import { Edit } from '@/lib/identity/companies/schema';
import * as customers from '@/lib/identity/customers/commands';
import { CUSTOMER_COMMANDS } from '@/lib/identity/customers/rights';
import { Rename } from '@/lib/identity/customers/schema';
import * as clients from '@/lib/market/clients/commands';
import { CLIENT_COMMANDS } from '@/lib/market/clients/rights';
import { InviteClient } from '@/lib/market/clients/schema';
import * as requests from '@/lib/market/drafts/commands';
import { beginDirect } from '@/lib/market/drafts/commands';
import { REQUEST_DRAFT_COMMANDS } from '@/lib/market/drafts/rights';
import { BeginDirect, PostRequest } from '@/lib/market/drafts/schema';
import { database } from '@/lib/platform/db/client';
import type { Outcome } from '@/lib/platform/doors/outcome';
import { pass } from '@/lib/platform/doors/pass';
import { env } from '@/lib/platform/env';
import {
  certificate,
  claim,
  editProfile,
  newPerson,
  register,
  registration,
  rename,
  setHandle,
  texts,
} from '@/tests/fixtures/experts';
import { doors } from '@/tests/fixtures/members';
import { makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
let newcomer: Person;
beforeAll(async () => {
  world = await makeWorld();
  newcomer = await newPerson('Nora Vance');
});

const REQUEST = {
  title: 'Slow queries on an RDS database',
  description: 'Our product pages take eight seconds since Monday. We need someone to find the query.',
  budget: 'from100',
  location: 'anywhere',
  contactEmail: 'desk@shop.test',
};

/** Every field that holds what somebody or something is called, at its door. */
const FIELDS: Record<string, { field: string; send: (name: string) => Promise<Outcome<unknown>> }> = {
  'people.rename': { field: 'name', send: (name) => rename(newcomer, { name }) },
  'customers.rename': {
    field: 'name',
    send: (name) =>
      pass({ may: CUSTOMER_COMMANDS.rename, schema: Rename, command: customers.rename }, world.people.owner, {
        customerId: world.customerId,
        name,
      }),
  },
  'companies.edit': {
    field: 'name',
    send: (name) =>
      pass({ may: COMPANY_COMMANDS.edit, schema: Edit, command: companies.edit }, world.people.expert, {
        ...{ companyId: world.companyId, about: 'Keeps accounts tidy.', country: 'SE', website: '' },
        name,
      }),
  },
  'experts.register: company': {
    field: 'companyName',
    send: (companyName) => register(newcomer, { ...registration(), kind: 'company', companyName }),
  },
  'experts.register: certificate': {
    field: 'nameAsPrinted',
    send: (nameAsPrinted) => register(newcomer, { ...registration(), nameAsPrinted }),
  },
  'experts.claim': {
    field: 'nameAsPrinted',
    send: (nameAsPrinted) =>
      claim(world.people.expert, { expertId: world.expertId, ...certificate(), nameAsPrinted }),
  },
  'experts.editProfile': {
    field: 'headline',
    send: (headline) => editProfile(world.people.expert, { expertId: world.expertId, ...texts, headline }),
  },
  'members.invite: company': {
    field: 'companyName',
    send: (companyName) =>
      doors.invite(world.people.expert, { companyId: world.companyId, email: 'x@work.test', companyName }),
  },
  'clients.invite': {
    field: 'clientName',
    send: (clientName) =>
      pass(
        { may: CLIENT_COMMANDS.invite, schema: InviteClient, command: clients.invite },
        world.people.expert,
        {
          ...{ companyId: world.companyId, email: 'client@work.test', clientName },
          title: 'Going on with our work on RDS',
          note: 'We go on here with what we began by mail. First the upgrade, then the backups.',
        },
      ),
  },
  'requests.post': {
    field: 'contactName',
    send: (contactName) =>
      pass(
        { may: REQUEST_DRAFT_COMMANDS.post, schema: PostRequest, command: requests.post },
        world.people.owner,
        {
          ...REQUEST,
          contactName,
        },
      ),
  },
  'requests.beginDirect': {
    field: 'contactName',
    send: (contactName) =>
      pass({ may: REQUEST_DRAFT_COMMANDS.beginDirect, schema: BeginDirect, command: beginDirect }, newcomer, {
        ...{ companyId: world.companyId, contactEmail: REQUEST.contactEmail, draftHash: 'a'.repeat(64) },
        contactName,
      }),
  },
};

describe.each(Object.entries(FIELDS))('%s', (_, { field, send }) => {
  test('refuses a name that passes for the installation’s own, and one that leads out, at its field', async () => {
    for (const name of [
      'Gr0undcrew Support Team',
      'Grоundсrew Service Team', // Cyrillic о and с
      `${env.OPERATOR_NAME} Team`,
      'Official AWS Support',
      'Write to help@evil.example',
      'Go to www.evil.example now',
    ])
      expect(await send(name), name).toMatchObject({
        code: 'invalid',
        fields: {
          [field]: expect.stringMatching(
            /could pass for|Leave email addresses and links|This has an email address/,
          ),
        },
      });
  });
});

test('a handle is refused alike, and a name that stands is kept though it would be refused now', async () => {
  const { expert } = world.people;
  const { expertId } = world;
  for (const handle of ['groundcrew-nils', 'aws-support'])
    expect(await setHandle(expert, { expertId, handle, on: 'on' })).toMatchObject({ code: 'invalid' });
  await database().person.update({ where: { id: newcomer.personId }, data: { name: 'Admin' } });
  expect(await rename(newcomer, { name: 'Admin' })).toMatchObject({ ok: true });
  expect(await rename(newcomer, { name: 'Administrator' })).toMatchObject({ ok: false });
});
