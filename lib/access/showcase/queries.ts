import { OVER } from '@/lib/access/grants/lifecycle';
import type { AccessView } from '@/lib/access/page/queries';
import { database } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import type { PermissionLevel } from '@/lib/policies/levels';

/** An access that has ended, as a visitor may see it: no account, no role, no customer. */
export type ShownEnd = {
  expert: string;
  level: PermissionLevel;
  activeAt: Date | null;
  steps: NonNullable<AccessView['grant']>['steps'];
  events: number;
};

/** The demo's newest access whose end is proven; null in live mode, where nobody's access is a stranger's to see. */
export async function endedInDemo(): Promise<ShownEnd | null> {
  if (env.MODE !== 'demo') return null;
  const db = database();
  const grant = await db.grant.findFirst({
    where: { status: OVER, deniedAt: { not: null } },
    orderBy: { revokedAt: 'desc' },
    select: {
      activeAt: true,
      permissionRequest: { select: { level: true, expertId: true } },
      steps: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      _count: { select: { activity: true } },
    },
  });
  if (!grant) return null;
  const { level, expertId } = grant.permissionRequest;
  const expert = await db.expert.findUnique({
    where: { id: expertId },
    select: { person: { select: { name: true } } },
  });
  return {
    expert: expert?.person.name ?? '',
    level,
    activeAt: grant.activeAt,
    steps: grant.steps.map(({ kind, round, at, detail }) => ({
      ...{ kind, round, at },
      detail: detail as Record<string, unknown>,
    })),
    events: grant._count.activity,
  };
}
