import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { DialogClose } from '@/components/ui/dialog-close';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Menu, MenuLink, MenuSection, MenuSubmit } from '@/components/ui/menu';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { StarInput } from '@/components/ui/star-input';
import { Submit } from '@/components/ui/submit';
import { Switch } from '@/components/ui/switch';
import { Textarea } from '@/components/ui/textarea';
import { doNothing, tryForm } from './actions';
import { Row, Section } from './section';

const budgets = [
  { value: 'small', label: 'Under $1,000' },
  { value: 'middle', label: '$1,000 to $10,000' },
];

export function Forms() {
  return (
    <>
      <Section title="Form">
        <Form
          action={tryForm}
          id="request"
          label="Request"
          done="The form went well"
          className="grid max-w-2xl gap-5 rounded-lg border border-line bg-surface p-5 shadow-md"
        >
          <Field name="title" label="Request title" hint="Name the service and the problem." limit={140}>
            <Input placeholder="Lambda costs tripled after moving to ARM" />
          </Field>
          <Field
            name="text"
            label="What do you need?"
            hint="Leave contact details out: experts answer you here."
            limit={1500}
          >
            <Textarea rows={4} grows />
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field name="budget" label="Budget">
              <Select options={budgets} placeholder="Choose a range" />
            </Field>
            <Field name="most" label="At most" optional hint="Digits, with a point for cents.">
              <Input inputMode="decimal" lead="$" trail="USD" />
            </Field>
          </div>
          <RadioCards
            name="place"
            label="Who may answer?"
            columns={2}
            defaultValue="any"
            options={[
              {
                value: 'any',
                label: 'Anyone',
                description: 'Every certified expert sees the request.',
                aside: '42 experts',
              },
              { value: 'invited', label: 'Only whom I invite', description: 'Nobody else knows it exists.' },
              { value: 'none', label: 'Nobody yet', description: 'Kept as a draft.', disabled: true },
            ]}
          />
          <Field group name="terms[]" label="Experts need" optional>
            <Checkbox first name="terms[]" value="consult" label="A consultation first" defaultChecked />
            <Checkbox
              name="terms[]"
              value="english"
              label="To write English"
              description="Calls can be in any language."
            />
          </Field>
          <StarInput name="stars" label="How was it?" />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <span className="text-sm text-muted">Next: sign in, review, post.</span>
            <Submit pendingLabel="Posting…">Post the request</Submit>
          </div>
        </Form>
      </Section>
      <Section title="Field states">
        <div className="grid max-w-4xl gap-5 sm:grid-cols-3">
          <Field name="wrong" label="Account" error="An account number has 12 digits; this has 11.">
            <Input defaultValue="11223344556" />
          </Field>
          <Field name="off" label="E-mail address" hint="Verified on 3 Nov.">
            <Input disabled defaultValue="mary@example.com" />
          </Field>
          <Field name="find" label="Search" quiet>
            <Input type="search" placeholder="Search requests" />
          </Field>
        </div>
      </Section>
      <Section title="Switch">
        <form action={doNothing}>
          <Switch
            checked
            name="accepting"
            label="Accepting answers"
            description="Experts can answer until you switch this off."
          />
        </form>
        <form action={doNothing}>
          <Switch checked={false} name="mail" label="E-mail me about every message" />
        </form>
      </Section>
      <Section title="Dialog, sheet, menu">
        <Row>
          <Dialog
            trigger="Revoke now"
            variant="danger"
            href="/dev"
            title="Revoke Priya's access?"
            description="New requests are refused within seconds. This cannot be undone; you can grant access again."
          >
            <Form action={tryForm} id="revoke" className="grid gap-4">
              <Field name="title" label="Reason" optional hint="Priya sees it." limit={300}>
                <Textarea rows={2} />
              </Field>
              <div className="flex flex-wrap justify-end gap-2">
                <DialogClose>Keep access</DialogClose>
                <Submit variant="danger-solid" pendingLabel="Revoking…">
                  Revoke access
                </Submit>
              </div>
            </Form>
          </Dialog>
          <Dialog trigger="Open a panel" title="What is agreed" place="right">
            <p className="text-muted">A panel on the right.</p>
          </Dialog>
          <Dialog trigger="Open a sheet" title="What is agreed" place="bottom">
            <p className="text-muted">A sheet on a phone, a panel elsewhere.</p>
          </Dialog>
          <Menu trigger="Northwind Ltd">
            <MenuSection label="Act for" />
            <MenuLink href="/dev" current>
              Northwind Ltd
            </MenuLink>
            <MenuLink href="/dev/job">Cloudwright</MenuLink>
            <MenuSection />
            <MenuSubmit action={doNothing} danger>
              Sign out
            </MenuSubmit>
          </Menu>
          <Menu trigger="⋯" label="More actions" variant="quiet" chevron={false}>
            <MenuLink href="/dev">Report</MenuLink>
          </Menu>
        </Row>
      </Section>
    </>
  );
}
