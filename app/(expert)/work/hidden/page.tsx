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
      note="Requests that you do not want to see in the list, nor in e-mail about saved searches."
      none={{
        title: 'You have hidden no requests',
        how: 'Press Hide at a request that is nothing for you, and the list goes on without it.',
      }}
      searchParams={searchParams}
    />
  );
}
