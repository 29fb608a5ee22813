import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ExpertPage, expertMetadata } from '@/app/(public)/experts/expert-page';
import { expertProfile } from '@/lib/market/profiles/queries';

type HandleProps = {
  params: Promise<{ handle: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
};

const load = cache(async (handle: string) =>
  /^[A-Za-z0-9-]{3,60}$/.test(handle) ? expertProfile({ handle }) : null,
);

export async function generateMetadata({ params }: HandleProps): Promise<Metadata> {
  return expertMetadata(await load((await params).handle));
}

/** A published expert at the address that they chose. */
export default async function ExpertByHandle({ params, searchParams }: HandleProps) {
  const expert = await load((await params).handle);
  if (!expert) notFound();
  return (
    <ExpertPage expert={expert} here={`/e/${expert.handle}`} from={[(await searchParams).from].flat()[0]} />
  );
}
