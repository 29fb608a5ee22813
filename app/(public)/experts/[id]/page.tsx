import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ExpertPage, expertMetadata } from '@/app/(public)/experts/expert-page';
import { readId } from '@/lib/core/id';
import { expertProfile } from '@/lib/market/profiles/queries';

type ExpertProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
};

const load = cache(async (text: string) => {
  const id = readId(text);
  return id ? expertProfile({ id }) : null;
});

export async function generateMetadata({ params }: ExpertProps): Promise<Metadata> {
  return expertMetadata(await load((await params).id));
}

/** A published expert. */
export default async function Expert({ params, searchParams }: ExpertProps) {
  const { id } = await params;
  const expert = await load(id);
  if (!expert) notFound();
  return <ExpertPage expert={expert} here={`/experts/${id}`} from={[(await searchParams).from].flat()[0]} />;
}
