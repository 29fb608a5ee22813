import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { RegisterForm } from '@/components/experts/register-form';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { requirePerson } from '@/lib/auth/viewer';
import { ownProfile } from '@/lib/experts/queries';

export const metadata: Metadata = { title: 'Become an expert' };

export default async function Register() {
  const viewer = await requirePerson('/register');
  if (await ownProfile(viewer)) redirect('/profile');
  return (
    <Page width="narrow">
      <PageHeader
        title="Become an expert"
        note="An admin verifies your certification; you are told when that is done. Until then you can read open requests' titles but not respond."
      />
      <RegisterForm />
    </Page>
  );
}
