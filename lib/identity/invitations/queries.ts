import type { Viewer } from '@/lib/core/rights';
import { hashOf } from '@/lib/platform/session/person';
import { type InvitationStatus, isOpenInvitation } from './lifecycle';
import { isInvited } from './rules';

export type Seen = {
  /** Whether the viewer may answer it, or did. */
  mine: boolean;
  /** Whether the viewer has answered it. */
  answered: boolean;
  /** The secret with which they answer, where they do not sign in with its address. */
  token: string | null;
};
type Row = { email: string; tokenHash: string | null; status: InvitationStatus; decidedBy: string | null };

/** An invitation, as whoever has its link or signs in with its address sees it; null for everybody else. */
export function seenBy(viewer: Viewer, row: Row, token: string | null): Seen | null {
  const person = viewer.kind === 'person' ? viewer : null;
  const byAddress = isInvited(row, { signsInWith: person?.email ?? null, tokenHash: null });
  const byLink = isInvited(row, { signsInWith: null, tokenHash: token ? hashOf(token) : null });
  const answered = person !== null && row.decidedBy === person.personId;
  if (!byAddress && !byLink && !answered) return null;
  return {
    mine: isOpenInvitation(row.status) ? person !== null : answered,
    answered,
    token: byAddress ? null : token,
  };
}
