import type { DomainEvent } from '@/lib/core/events';
import { showId } from '@/lib/core/id';
import { certificationName } from '@/lib/market/experts/certifications';
import { CERTIFICATION } from '@/lib/market/experts/rules';
import type { Tx } from '@/lib/platform/db/transaction';
import { type Detail, KINDS, type Kind, type KindName, type Message } from './kinds';
import { admins, EXPERT_PERSON, openJobsOf, partiesOf, recipients, unlessSuspended } from './store';

export type CertificationEvent = Extract<DomainEvent, { certificationId: string }>;

type Told = { people: string[]; told: Message };

/** Who is told what happened to a certification: its holder or the admins, and the customers of whoever lost it. */
export async function toldOfCertification(tx: Tx, event: CertificationEvent): Promise<Told[]> {
  const certification = await tx.db.certification.findUniqueOrThrow({
    where: { id: event.certificationId },
    include: { expert: { include: { person: EXPERT_PERSON, company: true } } },
  });
  const { id, code, evidence, expert } = certification;
  const revoked = event.name === 'certification.lapsed' && event.cause === 'revoked';
  const name: KindName = revoked ? 'certification.revoked' : event.name;
  const kind: Kind = KINDS[name];
  // What happened again is news once more; a warning is one of three.
  const again = { machine: CERTIFICATION.name, objectId: id, event: { in: ['undo', 'requeue'] } };
  const round =
    event.name === 'certification.expiring'
      ? event.warning
      : await tx.db.statusChange.count({ where: again });
  const detail: Detail = {
    title: '',
    customer: '',
    expert: expert.person.name,
    company: expert.company.name,
    certification: certificationName(code),
    ...((revoked || name === 'certification.rejected') && evidence ? { reason: sentence(evidence) } : {}),
    ...(event.name === 'certification.expiring' ? { days: inDays(event.daysLeft) } : {}),
  };
  const holder: Told = {
    people: kind.to === 'admins' ? await admins(tx) : unlessSuspended(expert.person),
    told: {
      kind: name,
      path: pathOf(event),
      key: () => `${name}:${id}${round ? `:${round}` : ''}`,
      detail,
    },
  };
  return revoked ? [holder, ...(await customersTold(tx, certification, detail))] : [holder];
}

/** The customers with whom whoever lost it has agreed on something, or proposes to. */
async function customersTold(
  tx: Tx,
  { id, expertId }: { id: string; expertId: string },
  detail: Detail,
): Promise<Told[]> {
  const told: Told[] = [];
  for (const conversationId of await openJobsOf(tx, expertId)) {
    const parties = await partiesOf(tx, conversationId);
    if (!parties) continue;
    const { title, customer } = parties;
    told.push({
      people: await recipients(tx, KINDS['certification.lost'], parties),
      told: {
        kind: 'certification.lost',
        detail: { ...detail, title, customer, reason: undefined },
        path: `/conversations/${showId(conversationId)}`,
        conversationId,
        key: () => `certification.lost:${id}:${conversationId}`,
      },
    });
  }
  return told;
}

function pathOf(event: CertificationEvent): string {
  if (event.name === 'certification.claimed' || event.name === 'certification.requeued')
    return `/admin/verification/${showId(event.certificationId)}`;
  if (event.name === 'certification.verified') return '/work';
  return event.name === 'certification.expiring' ? '/profile?add=1#certifications' : '/profile';
}

/** As an admin wrote it, with a full stop at the end: more is said after it. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function inDays(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}
