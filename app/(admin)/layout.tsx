import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { SignedIn } from '@/app/(member)/signed-in';
import { readViewer } from '@/lib/platform/session/viewer';

/** Admins' pages are not there for anybody else; each page and query asks again. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const viewer = await readViewer();
  if (viewer.kind === 'person' && !viewer.admin) notFound();
  return <SignedIn>{children}</SignedIn>;
}
