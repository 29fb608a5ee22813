import { readId } from '@/lib/core/id';
import { insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { enqueue } from '@/lib/platform/jobs/queue';
import { hashOf } from '@/lib/platform/session/person';
import { sendSignIn } from './jobs';
import { canAsk, canBecomeAdmin, canSignIn, canTryCode, factorPage, homeOf, MOST_TRIES } from './rules';
import type { AskSignIn, BecomeAdmin, SignIn } from './schema';
import { codeHashOf, networkHashOf, sameHash } from './secrets';
import * as store from './store';

/**
 * Asks for a mail with a link and a code. Who owns the address is not looked up, so that known and unknown ones get the
 * same answer in the same time.
 */
export async function askSignIn(tx: Tx, actor: Actor, input: AskSignIn): Promise<{ tab: string }> {
  authorise(actor, 'auth.askSignIn');
  const { email, next, tabSecret } = input;
  const now = new Date();
  const networkHash = networkHashOf(env.NEXTAUTH_SECRET, input.network);
  insist(canAsk(await store.askedLately(tx, { email, networkHash, now })));
  const id = await store.addSignIn(tx, { email, next, tabHash: hashOf(tabSecret), networkHash, now });
  // Without a key of its own it would be the same job as another person's that has not begun.
  await enqueue(tx, sendSignIn, { signInId: id }, { key: id });
  return { tab: `${id}.${tabSecret}` };
}

/** A wrong code is an outcome, not a refusal: that it was tried must be kept, so the transaction commits. */
export type SignedIn =
  | ({ kind: 'in'; to: string } & store.Opened)
  | { kind: 'wrong'; triesLeft: number; signInId: string };

/** Signs in by the link of the mail, or by its code in the tab that asked. Whoever has the address is made if they are new. */
export async function signIn(tx: Tx, actor: Actor, input: SignIn): Promise<SignedIn> {
  authorise(actor, 'auth.signIn');
  const now = new Date();
  const signIn = input.token
    ? await store.lockedSignIn(tx, { linkHash: hashOf(input.token) })
    : await inTab(tx, input.tab);
  insist(canSignIn(signIn, now));
  const { id, email, codeHash, next } = signIn!;
  if (!input.token) {
    insist(canTryCode(signIn!, await store.wrongLately(tx, { ...signIn!, now })));
    if (!sameHash(codeHash, codeHashOf(env.NEXTAUTH_SECRET, id, input.code ?? '')))
      return { kind: 'wrong', triesLeft: MOST_TRIES - (await store.countTry(tx, id)), signInId: id };
  }
  await store.spend(tx, id, now);
  const person = await store.personByAddress(tx, email, now);
  const { userAgent, address, before } = input;
  // Whoever has just read the mail has proved as much as a code by e-mail does.
  const proved = 'email';
  const session = await store.openSession(tx, {
    personId: person.id,
    userAgent,
    address,
    before,
    proved,
    now,
  });
  const detail = { by: input.token ? 'link' : 'code' };
  const action = session.awaitsFactor ? 'auth.awaitFactor' : 'auth.signIn';
  await audit(tx, actor, await tx.now(), { action, object: 'person', id: person.id, detail });
  const to = next ?? homeOf(person);
  return { kind: 'in', ...session, to: session.awaitsFactor ? factorPage(to) : to };
}

/** What the tab's cookie stands for. A code without it is refused before it is looked at: it would be a guess. */
async function inTab(tx: Tx, cookie: string | undefined) {
  const [id, secret] = (cookie ?? '').split('.');
  const signIn = id && readId(id) ? await store.lockedSignIn(tx, { id }) : null;
  if (signIn && secret && sameHash(signIn.tabHash, hashOf(secret))) return signIn;
  throw new Refusal(
    no(
      'forbidden',
      'A code works in the tab that asked for it. Open the link in the mail instead, or ask again here.',
    ),
  );
}

/** Makes the signed-in person an admin by the link that `npm run admin` printed for their address. */
export async function becomeAdmin(tx: Tx, actor: Actor, input: BecomeAdmin): Promise<{ personId: string }> {
  authorise(actor, 'auth.becomeAdmin');
  const { personId, email } = personOf(actor);
  const now = new Date();
  const invitation = await store.lockedInvitation(tx, hashOf(input.token));
  insist(canBecomeAdmin(invitation, email, now));
  await store.makeAdmin(tx, { invitationId: invitation!.id, personId, now });
  await audit(tx, actor, await tx.now(), { action: 'auth.becomeAdmin', object: 'person', id: personId });
  return { personId };
}
