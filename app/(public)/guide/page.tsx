import type { Metadata } from 'next';
import { Part, Reading } from '@/components/layout/reading';
import { Link } from '@/components/ui/link';
import { env } from '@/lib/platform/env';
import { CHAPTERS, type Chapter } from './chapters';

export const metadata: Metadata = { title: 'Guide' };

const SIDES: Record<Chapter['side'], string> = {
  customers: 'For customers',
  both: 'For customers and experts',
  experts: 'For experts',
};

export default function Guide() {
  const sides = Object.keys(SIDES) as Chapter['side'][];
  return (
    <Reading title="Guide" note={`How to use ${env.OPERATOR_NAME}’s Groundcrew, for customers and experts.`}>
      {sides.map((side) => (
        <Part key={side} id={side} title={SIDES[side]}>
          <ul className="not-prose grid gap-4">
            {CHAPTERS.filter((chapter) => chapter.side === side).map((chapter) => (
              <li key={chapter.slug} className="grid gap-1 border-t border-line pt-3">
                <h3 className="text-base">
                  <Link href={`/guide/${chapter.slug}`} className="link">
                    {chapter.title}
                  </Link>
                </h3>
                <p className="text-sm text-muted">{chapter.about}</p>
                <ul className="flex flex-wrap gap-x-4">
                  {chapter.parts.map((part) => (
                    <li key={part.id}>
                      <Link
                        href={`/guide/${chapter.slug}#${part.id}`}
                        className="inline-block py-1 text-sm text-muted hover:text-ink hover:underline"
                      >
                        {part.title}
                      </Link>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Part>
      ))}
    </Reading>
  );
}
