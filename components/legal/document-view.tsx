import { Part, Reading } from '@/components/layout/reading';
import { Callout } from '@/components/ui/callout';
import { Link } from '@/components/ui/link';
import type { LegalDocument, Version } from '@/lib/legal/document';
import { current, type Named, withNames } from '@/lib/legal/documents';

/** 2026-11-26 → 26 November 2026. */
export function utcDay(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

type DocumentViewProps = { document: LegalDocument; version: Version; named: Named };

/** One version of a document, with the others within reach. */
export function DocumentView({ document, version, named }: DocumentViewProps) {
  const newest = current(document);
  const say = (text: string) => withNames(text, named);
  return (
    <Reading
      title={document.title}
      note={`Version ${version.number}, from ${utcDay(version.date)}`}
      crumbs={[{ label: 'Legal', href: '/legal' }]}
      contents={[
        ...version.sections.map(({ id, title }) => ({ id, title })),
        { id: 'versions', title: 'Versions' },
      ]}
    >
      <div className="grid gap-3">
        {version.number === newest.number ? null : (
          <Callout tone="wait" title="This version is no longer in effect">
            Version {newest.number} replaced it on {utcDay(newest.date)}.{' '}
            <Link href={`/legal/${document.slug}`} className="link">
              Read the current version
            </Link>
            .
          </Callout>
        )}
        <p className="text-lg text-muted">{say(document.about)}</p>
        <p className="text-sm text-muted">
          This text comes with Groundcrew. {named.operator} runs this installation and is responsible for it.
        </p>
      </div>
      {version.sections.map((section) => (
        <Part key={section.id} id={section.id} title={section.title}>
          {section.text.map((part) =>
            typeof part === 'string' ? (
              <p key={part}>{say(part)}</p>
            ) : (
              <ul key={part[0]}>
                {part.map((item) => (
                  <li key={item}>{say(item)}</li>
                ))}
              </ul>
            ),
          )}
        </Part>
      ))}
      <Part id="versions" title="Versions">
        <ul>
          {document.versions.map((one) => (
            <li key={one.number}>
              <Link href={`/legal/${document.slug}/${one.number}`} className="link">
                Version {one.number}
              </Link>
              , from {utcDay(one.date)}. {say(one.changed)}
            </li>
          ))}
        </ul>
      </Part>
    </Reading>
  );
}
