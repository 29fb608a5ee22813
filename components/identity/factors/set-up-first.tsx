import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { APP_SECONDS } from '@/lib/identity/factors/rules';
import { BeginAuthenticator } from './authenticator-forms';
import { AddPasskey } from './passkey-buttons';

type SetUpFirstProps = {
  next: string | null;
  suggested: string;
  /** Shows the authenticator app as well. */
  rest: boolean;
  /** This page with the rest. */
  other: string;
};

/** For whoever has nothing to confirm with yet: through setting it up, and then back to where they came from. */
export function SetUpFirst({ next, suggested, rest, other }: SetUpFirstProps) {
  return (
    <Card title="Your passkey" tone="turn" level={2}>
      <p className="mb-3">
        We never confirm AWS access or larger amounts by email: anyone who reads your email could do that.
      </p>
      <AddPasskey next={next} suggested={suggested} />
      <div className="mt-4 border-t border-line pt-4">
        {rest ? (
          <>
            <p className="mb-3 text-muted">
              Or use an app on your phone that shows a new code every {APP_SECONDS} seconds:
            </p>
            <BeginAuthenticator next={next} />
          </>
        ) : (
          <OtherWays href={other} />
        )}
      </div>
    </Card>
  );
}

/** The same page with everything that is not the passkey. */
export function OtherWays({ href }: { href: string }) {
  return (
    <p>
      <ButtonLink href={href} variant="quiet" size="sm">
        Other ways
      </ButtonLink>
    </p>
  );
}
