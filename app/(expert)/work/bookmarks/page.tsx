import type { Metadata } from 'next';
import { Marked } from '../marked';

export const metadata: Metadata = { title: 'Bookmarks' };

type BookmarksProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default function BookmarksPage({ searchParams }: BookmarksProps) {
  return (
    <Marked
      mark="bookmark"
      path="/work/bookmarks"
      title="Bookmarks"
      note="Requests that you keep at hand. Nobody else sees them."
      none={{
        title: 'No bookmarks yet',
        how: 'Press Bookmark at a request in the list, and you find it here again.',
      }}
      searchParams={searchParams}
    />
  );
}
