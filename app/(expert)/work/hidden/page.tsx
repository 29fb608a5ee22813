import type { Metadata } from 'next';
import { Marked } from '../marked';

export const metadata: Metadata = { title: 'Hidden requests' };

type HiddenProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default function HiddenPage({ searchParams }: HiddenProps) {
  return (
    <Marked
      mark="hidden"
      path="/work/hidden"
      title="Hidden requests"
      note="Requests you don’t want to see in the list or in saved-search emails."
      none={{
        title: 'No hidden requests',
        how: 'Choose Hide on a request that isn’t for you, and it leaves the list.',
      }}
      searchParams={searchParams}
    />
  );
}
