import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DocumentView } from '@/components/legal/document-view';
import { current, documentOf } from '@/lib/legal/documents';
import { FEED_LINK, named } from '../named';

type Props = { params: Promise<{ document: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const document = documentOf((await params).document);
  return { title: document?.title ?? 'Not found', alternates: FEED_LINK };
}

export default async function Document({ params }: Props) {
  const document = documentOf((await params).document);
  if (!document) notFound();
  return <DocumentView document={document} version={current(document)} named={named()} />;
}
