import type { EventOf } from '@/lib/core/events';
import { showId } from '@/lib/core/id';
import {
  RIGHTS_IN_WORDS,
  type Right,
  rightsInWords,
  type Side,
  tidyRights,
} from '@/lib/identity/members/rules';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Detail } from './kinds';
import type { MEMBER_KINDS } from './kinds-members';

export type MemberEvent = EventOf<'member.joined' | 'member.left' | 'member.changed' | 'member.asked'>;

const DAY = 86_400_000;

/** Who is told of a change among members, what, and where it leads: the member themselves, or the owners who can act. */
export async function toldOfMember(tx: Tx, event: MemberEvent) {
  const { customerId, companyId, personId } = event;
  const side: Side = customerId ? 'customer' : 'company';
  const id = (customerId ?? companyId)!;
  const select = { name: true, members: { include: { person: { select: { suspendedAt: true } } } } } as const;
  const tenant = customerId
    ? await tx.db.customer.findUniqueOrThrow({ where: { id }, select })
    : await tx.db.company.findUniqueOrThrow({ where: { id }, select });
  const person = await tx.db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, suspendedAt: true },
  });
  const members = tenant.members as {
    personId: string;
    rights: Right[];
    person: { suspendedAt: Date | null };
  }[];
  const owners = members
    .filter((member) => member.rights.includes('owner') && !member.person.suspendedAt)
    .map((member) => member.personId);
  const self = event.name === 'member.changed' || (event.name === 'member.left' && event.removed);
  const rights = members.find((member) => member.personId === personId)?.rights ?? [];
  const detail: Detail = {
    title: '',
    customer: '',
    expert: person.name,
    company: tenant.name,
    ...(event.name === 'member.asked'
      ? { reason: RIGHTS_IN_WORDS[side][event.right as Right]?.short ?? event.right }
      : event.name === 'member.changed'
        ? { reason: rightsInWords(side, tidyRights(side, rights)) }
        : {}),
  };
  const kind = event.name === 'member.left' && event.removed ? ('member.removed' as const) : event.name;
  const at = await tx.now();
  // Asked once a day for a right is asked often enough; everything else is told each time.
  const when =
    kind === 'member.asked'
      ? `${event.name === 'member.asked' ? event.right : ''}:${Math.floor(at.getTime() / DAY)}`
      : at.getTime();
  const page = side === 'customer' ? '/members?customer=' : '/company/members?company=';
  return {
    people: self ? (person.suspendedAt ? [] : [personId]) : owners,
    told: {
      kind: kind satisfies keyof typeof MEMBER_KINDS,
      detail,
      path: kind === 'member.removed' ? '/settings' : `${page}${showId(id)}`,
      key: () => `${kind}:${id}:${personId}:${when}`,
    },
  };
}
