import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

export async function countProfiles(tx: Tx, personId: string): Promise<number> {
  return rowsOf(tx).expert.count({ where: { personId, leftAt: null } });
}

export async function savePhoto(
  tx: Tx,
  photo: {
    personId: string;
    hash: string;
    small: Uint8Array<ArrayBuffer>;
    large: Uint8Array<ArrayBuffer>;
    at: Date;
  },
): Promise<void> {
  const { personId, at, hash, small, large } = photo;
  const data = { hash, small, large, updatedAt: at };
  await rowsOf(tx).personPhoto.upsert({ where: { personId }, create: { personId, ...data }, update: data });
}

export async function deletePhoto(tx: Tx, personId: string): Promise<number> {
  return (await rowsOf(tx).personPhoto.deleteMany({ where: { personId } })).count;
}
