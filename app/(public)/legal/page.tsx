import type { Metadata } from 'next';
import { Part, Reading } from '@/components/layout/reading';
import { utcDay } from '@/components/legal/document-view';
import { Link } from '@/components/ui/link';
import { current, DOCUMENTS, history, withNames } from '@/lib/legal/documents';
import { FEED_LINK, named } from './named';

export const metadata: Metadata = { title: 'Legal', alternates: FEED_LINK };

export default function Legal() {
  const names = named();
  return (
    <Reading
      title="Legal"
      note={`The terms between you, ${names.operator} and each other.`}
      contents={[
        { id: 'documents', title: 'Documents' },
        { id: 'history', title: 'Document history' },
      ]}
    >
      <Part id="documents" title="Documents">
        <ul>
          {DOCUMENTS.map((document) => (
            <li key={document.slug}>
              <Link href={`/legal/${document.slug}`} className="link">
                {document.title}
              </Link>
              : {withNames(document.about, names)} Version {current(document).number}, from{' '}
              {utcDay(current(document).date)}.
            </li>
          ))}
        </ul>
      </Part>
      <Part id="history" title="Document history">
        <p>
          You can still read every version.{' '}
          <a href="/legal/feed.xml" className="link">
            Follow changes as RSS
          </a>
          .
        </p>
        <ul>
          {history().map(({ document, version }) => (
            <li key={`${document.slug}-${version.number}`}>
              {utcDay(version.date)}:{' '}
              <Link href={`/legal/${document.slug}/${version.number}`} className="link">
                {document.title}, version {version.number}
              </Link>
              . {withNames(version.changed, names)}
            </li>
          ))}
        </ul>
      </Part>
    </Reading>
  );
}
