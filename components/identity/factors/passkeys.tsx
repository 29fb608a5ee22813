import { Details } from '@/components/ui/details';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Instant } from '@/components/ui/instant';
import { Submit } from '@/components/ui/submit';
import type { Factors } from '@/lib/identity/factors/queries';
import { removePasskey, renamePasskey } from '@/lib/identity/passkeys/actions';
import { PASSKEY_NAME } from '@/lib/identity/passkeys/rules';

type PasskeyListProps = { passkeys: Factors['passkeys']; timeZone: string; now: Date };

/** Each with when it came and was last used, and a way to rename or remove it. */
export function PasskeyList({ passkeys, timeZone, now }: PasskeyListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <li key={id} className="grid gap-1 py-2.5">
          <span className="font-medium">
            <bdi>{name}</bdi>
          </span>
          <span className="text-sm text-muted">
            Added <Instant at={createdAt} timeZone={timeZone} now={now} />,{' '}
            {lastUsedAt ? (
              <>
                last used <Instant at={lastUsedAt} timeZone={timeZone} now={now} />
              </>
            ) : (
              'not used yet'
            )}
          </span>
          <Details
            summary={
              <>
                Rename or remove{' '}
                <span className="sr-only">
                  <bdi>{name}</bdi>
                </span>
              </>
            }
          >
            <div className="grid gap-4">
              <Form
                action={renamePasskey}
                id={`rename-${id}`}
                hidden={{ passkeyId: id }}
                label={`Rename ${name}`}
                className="grid gap-2"
              >
                <Field name="name" label="Name" limit={PASSKEY_NAME.max}>
                  <Input defaultValue={name} autoComplete="off" />
                </Field>
                <Submit variant="secondary" size="sm" className="justify-self-start">
                  Rename
                </Submit>
              </Form>
              <Form
                action={removePasskey}
                id={`remove-${id}`}
                hidden={{ passkeyId: id }}
                label={`Remove ${name}`}
                className="grid gap-2"
              >
                <Submit variant="danger" size="sm" pendingLabel="Removing…" className="justify-self-start">
                  Remove
                </Submit>
                <p className="text-sm text-muted">
                  It stops working here right away. Delete it on your device too, or the device keeps offering
                  it.
                </p>
              </Form>
            </div>
          </Details>
        </li>
      ))}
    </ul>
  );
}
