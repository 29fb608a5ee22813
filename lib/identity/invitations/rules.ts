import { can } from '@/lib/core/lifecycle';
import { HIDDEN, type No, no } from '@/lib/core/refusal';
import { MINUTE } from '@/lib/core/time';
import { type InvitationStatus, MEMBER_INVITATION } from './lifecycle';

/** How long an invitation can be answered, in the application's time. */
export const INVITATION_DAYS = 14;

/** How often one is answered. */
export const ANSWERS = {
  points: 30,
  within: 10 * MINUTE,
  why: 'an invitation may be accepted with a secret, which no one may guess',
};

/** What somebody who opens an invitation brings: the address they sign in with, and the secret of a link. */
export type Proofs = { signsInWith: string | null; tokenHash: string | null };

/**
 * Whether somebody may read and answer an invitation: the account that signs in with the address that was invited, or
 * whoever brings the secret out of that mail. An address that was confirmed for mail about requests proves neither: its
 * owner agreed to get mail, not to be anybody here.
 */
export function isInvited(invitation: { email: string; tokenHash: string | null }, by: Proofs): boolean {
  const { email, tokenHash } = invitation;
  if (by.signsInWith?.toLowerCase() === email.toLowerCase()) return true;
  return tokenHash !== null && tokenHash === by.tokenHash;
}

/** The same as a refusal: to everybody else the invitation is not there. */
export function canSee(invitation: { email: string; tokenHash: string | null }, by: Proofs): No | null {
  return isInvited(invitation, by) ? null : no('not_found', HIDDEN);
}

type Standing = { status: InvitationStatus; expiresAt: Date };

/** Whether nobody has answered it in time. Its lifecycle is the same for every kind of invitation. */
export function isOver({ status, expiresAt }: Standing, at: Date): boolean {
  return can(MEMBER_INVITATION, status, 'expire') && expiresAt <= at;
}

/** Whether an invitation can be answered. The sweep may not have come by yet when its time is up. */
export function canAnswer(invitation: Standing, at: Date): No | null {
  const state = isOver(invitation, at) ? 'expired' : invitation.status;
  if (can(MEMBER_INVITATION, state, 'accept')) return null;
  const sentence = `This invitation is ${MEMBER_INVITATION.words[state].word.toLowerCase()}.`;
  return no('conflict', state === 'accepted' ? sentence : `${sentence} Ask to be invited again.`);
}
