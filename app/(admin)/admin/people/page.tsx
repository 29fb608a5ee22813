import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FoundPersonCard } from '@/components/identity/people/found-person';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Submit } from '@/components/ui/submit';
import { readId } from '@/lib/core/id';
import { EMAIL_MAX } from '@/lib/core/visible';
import { find } from '@/lib/identity/people/actions';
import { decisionsAbout, foundPerson, suspendedPeople } from '@/lib/identity/people/queries';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'People' };

type PeopleProps = { searchParams: Promise<{ person?: string | string[] }> };

/** One person, found by their whole address, and whoever is suspended. */
export default async function People({ searchParams }: PeopleProps) {
  const viewer = await requirePerson('/admin/people');
  if (!viewer.admin) notFound();
  const { person: asked } = await searchParams;
  const id = typeof asked === 'string' ? readId(asked) : null;
  const person = id ? await foundPerson(viewer, id) : null;
  const others = (await suspendedPeople(viewer)).filter(({ id }) => id !== person?.id);
  const shown = [...(person ? [person] : []), ...others];
  const decisions = await decisionsAbout(
    viewer,
    shown.map(({ id }) => id),
  );
  const card = (of: (typeof shown)[number]) => (
    <FoundPersonCard
      key={of.id}
      person={of}
      decisions={decisions.filter((decision) => decision.personId === of.id)}
      timeZone={viewer.timeZone}
      self={of.id === viewer.personId}
    />
  );
  return (
    <Page width="narrow">
      <PageHeader title="People" />
      <search className="mb-5 block">
        <Form action={find} id="find" label="Find a person">
          <Field name="email" label="Email address" hint="The full address.">
            <Input type="email" autoComplete="off" maxLength={EMAIL_MAX} />
          </Field>
          <Submit variant="secondary" pendingLabel="Looking…" className="justify-self-start">
            Find
          </Submit>
        </Form>
      </search>
      <div className="grid gap-5">
        {person ? card(person) : null}
        {others.length > 0 ? <h2 className="text-lg">Suspended</h2> : null}
        {others.map(card)}
        {!person && others.length === 0 ? (
          <EmptyState title="No one is suspended">Find a person by their email address.</EmptyState>
        ) : null}
      </div>
    </Page>
  );
}
