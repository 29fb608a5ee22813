import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { JoinForm, RegisterForm } from '@/components/market/experts/register-form';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { ownPath } from '@/lib/core/path';
import { companiesOf } from '@/lib/identity/companies/queries';
import { ownProfile } from '@/lib/market/experts/queries';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Become an expert' };

type RegisterProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function Register({ searchParams }: RegisterProps) {
  const { next: asked } = await searchParams;
  const next = ownPath(typeof asked === 'string' ? asked : null) ?? '/work';
  const viewer = await requirePerson(`/register?next=${encodeURIComponent(next)}`);
  if (await ownProfile(viewer)) redirect(`/profile?next=${encodeURIComponent(next)}`);
  const companies = await companiesOf(viewer);
  return (
    <Page width="narrow">
      <PageHeader
        title="Become an expert"
        note="You need a certification: its number, and the name printed on it."
      />
      {companies.length ? (
        <div className="grid gap-5">
          {companies.map(({ id, name }) => (
            <Card key={id} title={`For ${name}, where you’re a member`} level={2} large>
              <JoinForm next={next} company={{ id, name }} />
            </Card>
          ))}
          <Details summary="Work alone instead, or for another company" frame>
            <RegisterForm next={next} />
          </Details>
        </div>
      ) : (
        <RegisterForm next={next} />
      )}
    </Page>
  );
}
