import type { Person } from '@/lib/core/rights';
import { DAY, utcDay } from '@/lib/core/time';
import * as companyCommands from '@/lib/identity/companies/commands';
import { Edit } from '@/lib/identity/companies/schema';
import * as customerCommands from '@/lib/identity/customers/commands';
import { Rename } from '@/lib/identity/customers/schema';
import { ensureCustomer } from '@/lib/identity/customers/store';
import { OneInvitation } from '@/lib/identity/invitations/schema';
import { accept, invite } from '@/lib/identity/member-invitations/commands';
import { Invite } from '@/lib/identity/member-invitations/schema';
import * as experts from '@/lib/market/experts/commands';
import { editProfile, setHandle } from '@/lib/market/experts/commands';
import { AddClaim, AddProfile, EditProfile, Register, SetHandle } from '@/lib/market/experts/schema';
import type { Location } from '@/lib/market/requests/schema';
import { verify } from '@/lib/market/verification/commands';
import { Verify } from '@/lib/market/verification/schema';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { COMPANIES } from './companies';
import type { DemoCompany, DemoExpert, HeldCertification } from './company';
import { CUSTOMERS } from './customers';
import { profileOf } from './profiles';
import { act, arrive, renewed } from './stage';

export type CastExpert = { person: Person; companyId: string; expertId: string; story: DemoExpert };
export type CastCustomer = {
  person: Person;
  customerId: string;
  name: string;
  preferred: string;
  home?: Location | undefined;
};

/** A certification holds for three years. */
const HOLDS_DAYS = 1_095;

/** An address of ours for an invented person: `.example` belongs to nobody. */
export function addressOf(name: string, tenant: string): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^a-zA-Z ]/g, '')
      .toLowerCase()
      .trim()
      .split(/ +/);
  return `${plain(name)[0]}.${plain(name).at(-1)}@${plain(tenant).join('')}.example`;
}

const day = (at: number) => utcDay(new Date(at));

/** A validation number in AWS's form, made from the name so that it is the same at every start. */
function numberOf(name: string, code: string): string {
  let sum = 7;
  for (const letter of `${name} ${code}`) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0;
  return `GC${code}${sum.toString(36).toUpperCase().padStart(8, '0')}`;
}

function claimOf(name: string, [code, expiresInDays]: HeldCertification) {
  const expires = Date.now() + expiresInDays * DAY;
  return {
    code,
    validationNumber: numberOf(name, code),
    nameAsPrinted: name,
    issuedOn: day(expires - HOLDS_DAYS * DAY),
    expiresOn: day(expires),
  };
}

const isNew = ({ experts: [first] }: DemoCompany) => first?.unchecked === true;

/** Every company that has been here for a while, with its experts, whose certificates the admin has checked. */
export async function castSellers(admin: Person): Promise<CastExpert[]> {
  const cast: CastExpert[] = [];
  for (const company of COMPANIES) {
    if (isNew(company)) continue;
    const [first, ...others] = company.experts;
    const founder = await found(company, first!);
    cast.push(founder);
    for (const story of others) cast.push(await join(founder, company, story));
  }
  for (const one of cast) await verifyAll(admin, one);
  return cast;
}

/** Freelancers who have just come: their certificates are left for whoever plays the admin. */
export async function castNewcomers(): Promise<CastExpert[]> {
  const cast: CastExpert[] = [];
  for (const company of COMPANIES) if (isNew(company)) cast.push(await found(company, company.experts[0]!));
  return cast;
}

async function found(company: DemoCompany, story: DemoExpert): Promise<CastExpert> {
  const person = await arrive(story.name, addressOf(story.name, company.name), story.timeZone);
  const [held, ...more] = story.holds;
  const made = await act(person, experts.register, Register, {
    kind: company.freelancer ? 'alone' : 'company',
    companyName: company.name,
    country: company.country as never,
    ...claimOf(story.name, held!),
  });
  const owner = await renewed(person);
  await act(owner, companyCommands.edit, Edit, {
    companyId: made.companyId,
    name: company.name,
    country: company.country,
    about: company.about,
    website: '',
    size: company.freelancer ? 'one' : 'few',
    partner: company.partner && 'yes',
  } as never);
  return complete({ ...made, person: owner, story }, company, more);
}

async function join(founder: CastExpert, company: DemoCompany, story: DemoExpert): Promise<CastExpert> {
  const person = await arrive(story.name, addressOf(story.name, company.name), story.timeZone);
  const { companyId } = founder;
  const { invitationId } = await act(founder.person, invite, Invite, {
    companyId,
    email: person.email,
    rights: ['sell', 'bill', 'access', 'chat'],
  });
  await act(person, accept, OneInvitation, { invitationId });
  const member = await renewed(person);
  const [held, ...more] = story.holds;
  const { expertId } = await act(member, experts.addProfile, AddProfile, {
    companyId,
    ...claimOf(story.name, held!),
  });
  return complete({ companyId, expertId, person: member, story }, company, more);
}

async function complete(
  one: CastExpert,
  company: DemoCompany,
  claims: readonly HeldCertification[],
): Promise<CastExpert> {
  const { expertId, person, story } = one;
  for (const held of claims)
    await act(person, experts.claim, AddClaim, { expertId, ...claimOf(story.name, held) });
  const { summary, experience, languages, handle, sharesCompany } = profileOf(story, company);
  await act(person, editProfile, EditProfile, {
    expertId,
    headline: story.headline,
    summary,
    experience,
    rateFrom: String(story.rate[0]),
    rateTo: String(story.rate[1]),
    languages,
    timeZone: story.timeZone,
    ...(sharesCompany ? { sharesCompany: 'on' } : {}),
  });
  if (handle) await act(person, setHandle, SetHandle, { expertId, handle, on: 'on' });
  return one;
}

async function verifyAll(admin: Person, one: CastExpert): Promise<void> {
  const claims = await database().certification.findMany({
    where: { expertId: one.expertId, status: 'claimed' },
    select: { id: true },
  });
  for (const { id } of claims)
    await act(admin, verify, Verify, {
      certificationId: id,
      checked: ['number', 'name', 'certification', 'dates'],
    });
}

export async function castCustomers(): Promise<CastCustomer[]> {
  const cast: CastCustomer[] = [];
  for (const { name, owner, preferred = owner, timeZone, home } of CUSTOMERS) {
    const person = await arrive(owner, addressOf(owner, name), timeZone);
    const customerId = await perform(person, (tx) => ensureCustomer(tx, person));
    const member = await renewed(person);
    await act(member, customerCommands.rename, Rename, { customerId, name });
    cast.push({ person: member, customerId, name, preferred, home });
  }
  return cast;
}
