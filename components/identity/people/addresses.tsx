import { Details } from '@/components/ui/details';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Instant } from '@/components/ui/instant';
import { Lamp, type Tone } from '@/components/ui/lamp';
import { Submit } from '@/components/ui/submit';
import { EMAIL_MAX } from '@/lib/core/visible';
import {
  askChange,
  askContact,
  confirmChange,
  confirmContact,
  forgetAddress,
} from '@/lib/identity/addresses/actions';
import type { OwnAddress } from '@/lib/identity/addresses/queries';
import type { ProofPurpose } from '@/lib/identity/addresses/rules';

const STATES: Record<OwnAddress['state'], { word: string; tone: Tone }> = {
  proven: { word: 'Confirmed', tone: 'go' },
  asked: { word: 'Waiting', tone: 'wait' },
  expired: { word: 'Not confirmed', tone: 'ended' },
};

type AddressesProps = { own: string; addresses: readonly OwnAddress[]; timeZone: string };

/** The addresses of a person: the one they sign in with, the one that is to be it, and those for requests. */
export function Addresses({ own, addresses, timeZone }: AddressesProps) {
  return (
    <div className="grid gap-3">
      <ul className="divide-y divide-line border-y border-line">
        <li className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          <span className="grid min-w-0">
            <span className="font-medium break-all">{own}</span>
            <span className="text-sm text-muted">Used for sign-in and notifications.</span>
          </span>
          <Lamp tone="go">Yours</Lamp>
        </li>
        {addresses.map((address) => (
          <AddressRow key={address.proofId} address={address} timeZone={timeZone} />
        ))}
      </ul>
      <Details summary="Sign in with another address">
        <Form
          action={askChange}
          id="change-address"
          label="Sign in with another address"
          className="grid gap-3"
        >
          <Field
            name="email"
            label="New email address"
            hint="We’ll email it a link. Nothing changes until you open the link in this browser."
          >
            <Input type="email" autoComplete="email" inputMode="email" maxLength={EMAIL_MAX} />
          </Field>
          <p className="text-sm text-muted">
            Once you confirm it, we email your old address. That one no longer opens your account, and all
            your other sessions end.
          </p>
          <Submit variant="secondary" pendingLabel="Sending…" className="justify-self-start">
            Send link
          </Submit>
        </Form>
      </Details>
      <Details summary="Add an address for requests">
        <Form
          action={askContact}
          id="contact-address"
          label="Add an address for requests"
          className="grid gap-3"
        >
          <Field
            name="email"
            label="Email address"
            hint="Such as a shared mailbox. A request can use it once someone opens the link we send."
          >
            <Input type="email" autoComplete="off" inputMode="email" maxLength={EMAIL_MAX} />
          </Field>
          <Submit variant="secondary" pendingLabel="Sending…" className="justify-self-start">
            Send link
          </Submit>
        </Form>
      </Details>
    </div>
  );
}

function AddressRow({ address, timeZone }: { address: OwnAddress; timeZone: string }) {
  const { proofId, email, purpose, state, expiresAt } = address;
  const { word, tone } = STATES[state];
  return (
    <li className="grid gap-2 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="grid min-w-0">
          <span className="font-medium break-all">{email}</span>
          <span className="text-sm text-muted">
            {purpose === 'sign_in' ? 'Will become your sign-in address.' : 'For requests.'}{' '}
            {state === 'asked' ? (
              <>
                The link works until <Instant at={expiresAt} timeZone={timeZone} />.
              </>
            ) : state === 'expired' ? (
              'We send nothing to it until someone opens our link.'
            ) : (
              <>
                We email it until <Instant at={expiresAt} timeZone={timeZone} show="day" />. You can’t use it
                to sign in or accept invitations.
              </>
            )}
          </span>
        </span>
        <Lamp tone={tone}>{word}</Lamp>
      </div>
      <div className="flex flex-wrap gap-2">
        {state === 'proven' ? null : (
          <Form
            action={purpose === 'sign_in' ? askChange : askContact}
            id={`again-${proofId}`}
            hidden={{ email }}
            label={`Send link to ${email} again`}
            className="contents"
          >
            <Submit variant="secondary" size="sm" pendingLabel="Sending…">
              Send link again
            </Submit>
          </Form>
        )}
        <Form
          action={forgetAddress}
          id={`forget-${proofId}`}
          hidden={{ proofId }}
          label={`Remove ${email}`}
          className="contents"
        >
          <Submit variant="quiet" size="sm">
            {state === 'asked' && purpose === 'sign_in' ? 'Keep current address' : 'Remove'}
          </Submit>
        </Form>
      </div>
    </li>
  );
}

/** One button, so that a mail scanner that opens every link confirms nothing. */
export function ConfirmForm({ token, purpose }: { token: string; purpose: ProofPurpose }) {
  return (
    <Form
      action={purpose === 'sign_in' ? confirmChange : confirmContact}
      hidden={{ token }}
      label="Confirm address"
    >
      <Submit size="lg" pendingLabel="Confirming…">
        Confirm address
      </Submit>
    </Form>
  );
}
