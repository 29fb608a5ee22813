import { ErrorState } from '@/components/layout/error-state';
import { Page } from '@/components/layout/page';
import { ButtonLink } from '@/components/ui/button';

/** Stands in place of every page for somebody who is suspended. */
export function Suspended({ operator }: { operator: { name: string; email: string } }) {
  return (
    <Page width="narrow">
      <h1 className="mb-4 text-2xl">Your account is suspended</h1>
      <ErrorState
        title="You can’t open or change anything"
        action={
          <>
            <ButtonLink href={`mailto:${operator.email}`}>Contact {operator.name}</ButtonLink>
            <ButtonLink href="/api/auth/signout" variant="quiet">
              Sign out
            </ButtonLink>
          </>
        }
      >
        An admin of this installation suspended your account. We didn’t delete anything. AWS access you held
        has started to end. If you think this is a mistake, contact the operator.
      </ErrorState>
    </Page>
  );
}
