import { showId } from '@/lib/core/id';

/** The one address of a profile: the handle's where that is on. */
export function expertAddress({ expertId, handle }: { expertId: string; handle: string | null }): string {
  return handle ? `/e/${handle}` : `/experts/${showId(expertId)}`;
}
