import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { FoundPersonCard } from '@/components/people/found-person';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { requirePerson } from '@/lib/auth/viewer';
import { decisionsAbout, personByEmail, suspendedPeople } from '@/lib/people/queries';

export const metadata: Metadata = { title: 'People' };

type PeopleProps = { searchParams: Promise<{ email?: string | string[] }> };

/** Finds one person by their whole address: an admin helps somebody who wrote, and does not browse. */
export default async function People({ searchParams }: PeopleProps) {
  const viewer = await requirePerson('/admin/people');
  if (!viewer.admin) notFound();
  const { email } = await searchParams;
  const asked = typeof email === 'string' ? email.trim().slice(0, 254) : '';
  const person = asked ? await personByEmail(viewer, asked) : null;
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
      <search className="mb-5">
        <form action="/admin/people" className="flex gap-2">
          <Input
            type="email"
            name="email"
            defaultValue={asked}
            aria-label="E-mail address"
            placeholder="Whole e-mail address"
            maxLength={254}
          />
          <Button type="submit">Find</Button>
        </form>
      </search>
      <div className="grid gap-5">
        {asked && !person ? (
          <EmptyState title="Nobody has this address">
            Addresses are compared whole; upper and lower case are the same.
          </EmptyState>
        ) : null}
        {person ? card(person) : null}
        {others.length > 0 ? <h2 className="text-lg">Suspended</h2> : null}
        {others.map(card)}
        {!asked && others.length === 0 ? (
          <EmptyState title="Nobody is suspended">Find a person by their e-mail address.</EmptyState>
        ) : null}
      </div>
    </Page>
  );
}
