import { database } from '@/lib/platform/db/client';
import { addressFor } from './store';

/** The address of somebody whose mail is tried again. */
export async function addressToCheck(personId: string): Promise<string | null> {
  return addressFor(database(), { personId, conversationId: null });
}

/** Whether an address takes mail, as far as is known. */
export async function takesMail(email: string): Promise<boolean> {
  return (await database().mailStop.count({ where: { email } })) === 0;
}
