import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Reading } from '@/components/layout/reading';
import { Link } from '@/components/ui/link';
import { CHAPTERS, chapterOf } from '../chapters';
import { ELEMENTS } from '../elements';

type Props = { params: Promise<{ chapter: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const chapter = chapterOf((await params).chapter);
  return { title: chapter ? `${chapter.title} · Guide` : 'Not found', description: chapter?.about };
}

export default async function GuideChapter({ params }: Props) {
  const chapter = chapterOf((await params).chapter);
  if (!chapter) notFound();
  const place = CHAPTERS.indexOf(chapter);
  const [before, after] = [CHAPTERS[place - 1], CHAPTERS[place + 1]];
  return (
    <Reading
      title={chapter.title}
      note={chapter.about}
      crumbs={[{ label: 'Guide', href: '/guide' }]}
      contents={chapter.parts}
    >
      <chapter.Text components={ELEMENTS} />
      <nav
        aria-label="Chapters"
        className="flex flex-wrap justify-between gap-x-6 gap-y-2 border-t border-line pt-4 print:hidden"
      >
        {before ? (
          <Link href={`/guide/${before.slug}`} className="link py-1">
            Previous: {before.title}
          </Link>
        ) : (
          <span />
        )}
        {after ? (
          <Link href={`/guide/${after.slug}`} className="link py-1">
            Next: {after.title}
          </Link>
        ) : null}
      </nav>
    </Reading>
  );
}
