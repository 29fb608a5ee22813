import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { showId } from '@/lib/core/id';

type OwnInvitationsProps = {
  invitations: readonly { id: string; tenant: string; at: Date }[];
  timeZone: string;
};

/** Invitations that wait for the person's own answer. */
export function OwnInvitations({ invitations, timeZone }: OwnInvitationsProps) {
  if (invitations.length === 0) return null;
  return (
    <Card title="Invitations for you" level={2} id="invitations" tone="turn">
      <ul className="divide-y divide-line border-y border-line">
        {invitations.map(({ id, tenant, at }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
            <span className="grid min-w-0">
              <span className="font-medium break-words">{tenant}</span>
              <span className="text-sm text-muted">
                Sent <Instant at={at} timeZone={timeZone} show="day" />
              </span>
            </span>
            <ButtonLink href={`/invitations/${showId(id)}`}>View invitation</ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
