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
        label="Public link"
        className="grid gap-4"
      >
        <Field
          name="handle"
          label="Public link"
          hint={`${HANDLE.min} to ${HANDLE.max} letters, digits and dashes. Choose carefully: it stays yours and you can’t change it.`}
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
          Claim this link
        </Submit>
      </Form>
    );
  const address = `${origin}/e/${handle}`;
  return (
    <Form
      action={setHandle}
      id="handle"
      hidden={{ expertId, handle }}
      label="Public link"
      className="grid gap-4"
    >
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-mono text-sm break-all">{address}</span>
        <CopyButton text={address} label="Copy link" />
      </p>
      <Checkbox
        name="on"
        defaultChecked={handleOn}
        label="The link opens my profile"
        description={
          publishedAt
            ? 'When it’s off, it opens nothing. It stays yours: no one else can take it.'
            : 'It opens nothing until your profile is public. It stays yours: no one else can take it.'
        }
      />
      <Submit variant="secondary" className="justify-self-start">
        Save
      </Submit>
    </Form>
  );
}
