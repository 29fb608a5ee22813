import type { Side } from '@/lib/core/lifecycle';
import { type No, no } from '@/lib/core/refusal';
import {
  COMPANY_RIGHTS,
  type CompanyRight,
  CUSTOMER_RIGHTS,
  type CustomerRight,
  type Viewer,
} from '@/lib/core/rights';
import { membershipsIn, tenantsOf } from '@/lib/core/scope';

export type Right = CustomerRight | CompanyRight;

/** What a right lets a member do, in words. `short` stands in a list, `says` beside the box. */
export const RIGHTS_IN_WORDS: Record<Side, Partial<Record<Right, { short: string; says: string }>>> = {
  customer: {
    owner: {
      short: 'Owner',
      says: 'Everything below, and who is a member. Every account needs at least one owner.',
    },
    buy: {
      short: 'Buy',
      says: 'Accept and decline proposals, approve and decline payments, save cards.',
    },
    grant: {
      short: 'Grant access',
      says: 'Connect AWS accounts, let experts in, and end their access.',
    },
  },
  company: {
    owner: {
      short: 'Owner',
      says: 'Everything below, the company page, and who is a member. Every company needs at least one owner.',
    },
    sell: { short: 'Sell', says: 'Send proposals and withdraw them.' },
    bill: { short: 'Bill', says: 'Send payment requests and withdraw them.' },
    access: { short: 'Access', says: 'Ask customers for AWS access, and use it. Access is always personal.' },
    chat: { short: 'Chat', says: 'Write messages in the company’s conversations.' },
  },
};

/** What every member may do without any right. */
export const WITHOUT_RIGHTS: Record<Side, string> = {
  customer: 'Post requests, write messages, read everything, and review.',
  company: 'Read everything and, with a profile, respond to requests.',
};

/** In the order of the table of rights, each once; an owner has every right, so the others are not said. */
export function tidyRights(side: Side, rights: readonly Right[]): Right[] {
  if (rights.includes('owner')) return ['owner'];
  const known: readonly Right[] = side === 'customer' ? CUSTOMER_RIGHTS : COMPANY_RIGHTS;
  return known.filter((right) => rights.includes(right));
}

/** "Buy, Grant access", "Owner", or "Member". */
export function rightsInWords(side: Side, rights: readonly Right[]): string {
  const words = rights.map((right) => RIGHTS_IN_WORDS[side][right]?.short ?? right);
  return words.length ? words.join(', ') : 'Member, no extra rights';
}

export type Held = { personId: string; rights: readonly Right[]; suspended: boolean };

const owns = (member: Held) => member.rights.includes('owner') && !member.suspended;

/** Whether an owner who can act remains. A suspended one owns nothing for the time being. */
export function ownerRemains(members: readonly Held[]): boolean {
  return members.some(owns);
}

/** Whether whoever began as an owner still is one, now that the members are held: somebody may have been quicker. */
export function stillOwner(members: readonly Held[], personId: string): No | null {
  return members.some((member) => member.personId === personId && owns(member))
    ? null
    : no('conflict', 'You’re no longer an owner. Check the members again.');
}

const OWNER_FIRST = 'Every account needs at least one owner. Make another member an owner first.';

/** Whether these may become a member's rights. */
export function canSetRights(
  members: readonly Held[],
  change: { personId: string; rights: readonly Right[] },
): No | null {
  const after = members.map((member) =>
    member.personId === change.personId ? { ...member, rights: change.rights } : member,
  );
  return ownerRemains(after) ? null : no('conflict', OWNER_FIRST, { rights: OWNER_FIRST });
}

/** Whether an owner may remove somebody. Oneself one does not remove: leaving asks what leaving must ask. */
export function canRemove(members: readonly Held[], of: { by: string; personId: string }): No | null {
  if (of.by === of.personId) return no('conflict', 'This is you. Leave instead.');
  const after = members.filter((member) => member.personId !== of.personId);
  return ownerRemains(after) ? null : no('conflict', OWNER_FIRST);
}

/** Whether a member may go, and who must take over where they are the last owner. */
export function canLeave(
  side: Side,
  members: readonly Held[],
  of: { personId: string; successorId?: string },
): No | null {
  const others = members.filter((member) => member.personId !== of.personId);
  if (others.length === 0)
    return no(
      'conflict',
      side === 'company'
        ? 'You’re the only member. Close the company instead.'
        : 'You’re the only member: no one would own what was bought and granted. Invite someone and make them an owner first.',
    );
  if (of.successorId && !others.some((other) => other.personId === of.successorId && !other.suspended)) {
    const sentence = 'Choose a member who can take over.';
    return no('invalid', sentence, { successorId: sentence });
  }
  if (ownerRemains(others) || of.successorId) return null;
  const sentence = 'You’re the last owner. Choose who takes over.';
  return no('conflict', sentence, { successorId: sentence });
}

/** Whether an admin may name a new owner: only where none is left who can act, and among the members. */
export function canTakeOver(members: readonly Held[], personId: string): No | null {
  const next = members.find((member) => member.personId === personId);
  if (!next) return no('not_found', 'This person isn’t a member.');
  if (next.suspended) return no('conflict', 'This person is suspended.');
  if (ownerRemains(members)) return no('conflict', 'An owner can act here, so they decide.');
  return null;
}

/** Whether there is anything to ask for, and anybody to ask. */
export function canAskRight(members: readonly Held[], of: { personId: string; right: Right }): No | null {
  const own = members.find((member) => member.personId === of.personId);
  if (own?.rights.some((right) => right === of.right || right === 'owner'))
    return no('conflict', 'You already have this right. Reload the page.');
  if (!ownerRemains(members))
    return no('conflict', 'No owner can give it to you now. Contact the operator of this installation.');
  return null;
}

/** A right that a member lacks, and who could give it. */
export type Missing = { side: Side; id: string; right: Right; owners: readonly string[] };

/** The rights whose lack is told where they are needed, and the side of the tenant that gives each. */
const SIDES = {
  buy: 'customer',
  grant: 'customer',
  sell: 'company',
  bill: 'company',
  access: 'company',
  chat: 'company',
} as const;

type Told = keyof typeof SIDES;

/**
 * What a member of this customer or company lacks to use a right. Null for whoever has it, for whoever is no member, and
 * where the right would not help: nothing can be changed there.
 */
export function missingRight(viewer: Viewer, right: Told, id: string): Missing | null {
  if (viewer.kind !== 'person' || viewer.suspended) return null;
  const side = SIDES[right];
  const [own] = membershipsIn(viewer, side === 'customer' ? { customerId: id } : { companyId: id });
  if (!own || own.suspended || own.closed) return null;
  const held: readonly string[] = own.rights;
  if (held.includes('owner') || held.includes(right)) return null;
  return { side, id, right, owners: own.owners ?? [] };
}

/** The same where nobody has named a customer: of the first that could give the right. */
export function missingOfCustomers(viewer: Viewer, right: 'buy' | 'grant'): Missing | null {
  if (viewer.kind !== 'person') return null;
  for (const customerId of tenantsOf(viewer).customers) {
    const missing = missingRight(viewer, right, customerId);
    if (missing) return missing;
  }
  return null;
}
