import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { env } from '@/lib/platform/env';

/** These pages are for whoever works on the project: a live installation does not have them. */
export default async function WorkshopLayout({ children }: { children: ReactNode }) {
  await connection();
  if (env.MODE !== 'demo') notFound();
  return children;
}
