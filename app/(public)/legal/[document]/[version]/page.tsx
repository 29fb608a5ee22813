import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DocumentView } from '@/components/legal/document-view';
import { documentOf, versionOf } from '@/lib/legal/documents';
import { named } from '../../named';

type Props = { params: Promise<{ document: string; version: string }> };

async function find({ params }: Props) {
  const { document: slug, version: number } = await params;
  const document = documentOf(slug);
  const version = document && versionOf(document, number);
  return document && version ? { document, version } : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props);
  return { title: found ? `${found.document.title}, version ${found.version.number}` : 'Not found' };
}

export default async function OneVersion(props: Props) {
  const found = await find(props);
  if (!found) notFound();
  return <DocumentView {...found} named={named()} />;
}
