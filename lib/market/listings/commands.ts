import type { Actor } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { isPublic } from './rules';
import * as store from './store';

/** Whose profiles something has happened to. */
export type Whose = { expertId: string } | { companyId: string } | { personId: string };

/**
 * A reaction to everything that decides whether a profile is public: it becomes public when the last thing is there, and
 * is hidden when one is gone. The one place where `publishedAt` is written.
 */
export async function publish(tx: Tx, actor: Actor, whose: Whose): Promise<void> {
  for (const profile of await store.lockedProfiles(tx, whose)) {
    const at = await tx.now();
    const open = isPublic({ ...profile, timeZone: profile.person.timeZone }, at);
    if (open === (profile.publishedAt !== null)) continue;
    await store.updatePublished(tx, profile.id, open ? at : null);
    await audit(tx, actor, at, {
      action: open ? 'experts.publish' : 'experts.hide',
      object: 'expert',
      id: profile.id,
      companyId: profile.companyId,
    });
  }
}
