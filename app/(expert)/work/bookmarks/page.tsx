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
      note="Requests you’ve saved for later. No one else sees them."
      none={{
        title: 'No bookmarks yet',
        how: 'Choose Bookmark on a request in the list to find it here again.',
      }}
      searchParams={searchParams}
    />
  );
}
