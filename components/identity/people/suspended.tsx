import { ErrorState } from '@/components/layout/error-state';
import { Page } from '@/components/layout/page';
import { ButtonLink } from '@/components/ui/button';

/** Stands in place of every page for somebody who is suspended. */
export function Suspended({ operator }: { operator: { name: string; email: string } }) {
  return (
    <Page width="narrow">
      <h1 className="mb-4 text-2xl">Your account is suspended</h1>
      <ErrorState
        title="Nothing can be opened or changed"
        action={
          <>
            <ButtonLink href={`mailto:${operator.email}`}>Write to {operator.name}</ButtonLink>
            <ButtonLink href="/api/auth/signout" variant="quiet">
              Sign out
            </ButtonLink>
          </>
        }
      >
        An admin of this installation has suspended you. Nothing of yours was deleted. Access to AWS accounts
        that you held has begun to end. If you think that this is a mistake, write to the operator.
      </ErrorState>
    </Page>
  );
}
