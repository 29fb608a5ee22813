import { createHash } from 'node:crypto';
import { insist, no } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { PHOTO_COMMANDS } from './rights';
import type { SetPhoto } from './schema';
import * as photos from './store';

/** Keeps the photo of an expert, in place of the one before. It was decoded and encoded anew before this. */
export async function setPhoto(tx: Tx, actor: Actor, input: SetPhoto): Promise<{ hash: string }> {
  authorise(actor, PHOTO_COMMANDS.setPhoto);
  const { personId } = personOf(actor);
  if ((await photos.countProfiles(tx, personId)) === 0)
    insist(no('conflict', 'Register as an expert first: the photo belongs to your profile.'));
  const at = await tx.now();
  // With the person in it: the same picture of two people has two addresses, and neither says that they are the same.
  const hash = createHash('sha256').update(personId).update(input.large).digest('hex');
  await photos.savePhoto(tx, { personId, hash, ...input, at });
  await audit(tx, actor, at, { action: 'experts.setPhoto', object: 'person', id: personId });
  return { hash };
}

/** Takes the photo away: initials stand in its place. Doing so twice changes nothing. */
export async function removePhoto(tx: Tx, actor: Actor, _input: object): Promise<{ removed: number }> {
  authorise(actor, PHOTO_COMMANDS.removePhoto);
  const { personId } = personOf(actor);
  const removed = await photos.deletePhoto(tx, personId);
  if (removed)
    await audit(tx, actor, await tx.now(), {
      action: 'experts.removePhoto',
      object: 'person',
      id: personId,
    });
  return { removed };
}
