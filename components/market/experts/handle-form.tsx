import { Checkbox } from '@/components/ui/checkbox';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Submit } from '@/components/ui/submit';
import { setHandle } from '@/lib/market/experts/actions';
import type { OwnProfile } from '@/lib/market/experts/queries';
import { HANDLE } from '@/lib/market/experts/schema';

type HandleFormProps = { profile: OwnProfile; origin: string };

/** A short address of the public profile: chosen once, switched on and off at any time. */
export function HandleForm({ profile, origin }: HandleFormProps) {
  const { expertId, handle, handleOn, publishedAt } = profile;
  if (handle === null)
    return (
      <Form
        action={setHandle}
        id="handle"
        hidden={{ expertId, on: 'on' }}
        label="Address"
        className="grid gap-4"
      >
        <Field
          name="handle"
          label="Address"
          hint={`${HANDLE.min} to ${HANDLE.max} letters, digits and dashes. Choose with care: it stays yours and cannot be changed.`}
        >
          <Input
            lead="/e/"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={HANDLE.max}
            className="font-mono"
          />
        </Field>
        <Submit variant="secondary" className="justify-self-start">
          Take this address
        </Submit>
      </Form>
    );
  const address = `${origin}/e/${handle}`;
  return (
    <Form action={setHandle} id="handle" hidden={{ expertId, handle }} label="Address" className="grid gap-4">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-mono text-sm break-all">{address}</span>
        <CopyButton text={address} label="Copy address" />
      </p>
      <Checkbox
        name="on"
        defaultChecked={handleOn}
        label="The address leads to my profile"
        description={
          publishedAt
            ? 'Switched off, it leads nowhere. It stays yours: nobody else can take it.'
            : 'It leads nowhere until your profile is public. It stays yours: nobody else can take it.'
        }
      />
      <Submit variant="secondary" className="justify-self-start">
        Save
      </Submit>
    </Form>
  );
}
