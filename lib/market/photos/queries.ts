import type { Viewer } from '@/lib/core/rights';
import { ofCustomers, tenantsOf } from '@/lib/core/scope';
import { database } from '@/lib/platform/db/client';

export type ShownPhoto = { bytes: Uint8Array; everyone: boolean };

/**
 * The picture under a hash, for whoever may see its person: everybody while one of their profiles is public; otherwise
 * themselves, admins, their colleagues, and customers with whom they are in conversation. Null for all others.
 */
export async function photoFor(
  viewer: Viewer,
  hash: string,
  size: 'small' | 'large',
): Promise<ShownPhoto | null> {
  const photo = await database().personPhoto.findUnique({
    where: { hash },
    select: {
      personId: true,
      small: size === 'small',
      large: size === 'large',
      person: {
        select: {
          suspendedAt: true,
          experts: { where: { publishedAt: { not: null } }, select: { id: true }, take: 1 },
          companies: { select: { companyId: true } },
        },
      },
    },
  });
  const bytes = photo?.[size];
  if (!photo || !bytes) return null;
  const { personId, person } = photo;
  if (person.experts.length && !person.suspendedAt) return { bytes, everyone: true };
  if (viewer.kind !== 'person' || viewer.suspended) return null;
  const { companies } = tenantsOf(viewer);
  const colleague = person.companies.some(({ companyId }) => companies.includes(companyId));
  if (viewer.admin || viewer.personId === personId || colleague) return { bytes, everyone: false };
  const shared = await database().conversation.findFirst({
    where: { ...ofCustomers(viewer), response: { expert: { personId } } },
    select: { id: true },
  });
  return shared ? { bytes, everyone: false } : null;
}
