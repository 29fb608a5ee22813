import { database } from '@/lib/platform/db/client';
import { sealOf } from './seal';

/** Walks the whole chain; answers the position of the first seal that does not fit, or null where all do. */
export async function brokenSeal(): Promise<bigint | null> {
  let previous = '';
  let from = 0n;
  for (;;) {
    const seals = await database().auditSeal.findMany({
      where: { position: { gt: from } },
      orderBy: { position: 'asc' },
      include: { entry: true },
      take: 1000,
    });
    for (const seal of seals) {
      if (sealOf(previous, seal.entry) !== seal.hash) return seal.position;
      previous = seal.hash;
    }
    const last = seals.at(-1);
    if (!last) return null;
    from = last.position;
  }
}
