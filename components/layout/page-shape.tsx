import { Skeleton } from '@/components/ui/skeleton';
import { LoadingState } from './loading-state';
import { Page } from './page';

type Shape = 'list' | 'form' | 'panes';

const FORMS =
  /^\/(settings|profile|company|register|confirm)\b|\/(new|edit|review|proposal|payment|permission)$/;
const PANES =
  /^\/(access|conversations|experts|companies|proposals|requests|work|payment-requests)\/[^/]{20,}$|^\/e\//;

/** Which of the three shapes the pages have stands at this address. */
export function shapeOf(path: string): Shape {
  if (FORMS.test(path)) return 'form';
  return PANES.test(path) ? 'panes' : 'list';
}

/** What a page will look like, before it is there. */
export function PageShape({ path }: { path: string }) {
  const shape = shapeOf(path);
  return (
    <Page width={shape === 'form' ? 'narrow' : 'normal'}>
      <div aria-hidden="true" className="mb-6 grid gap-2.5">
        <Skeleton className="h-7 w-56 max-w-2/3" />
        <Skeleton className="w-80 max-w-full" />
      </div>
      {shape === 'panes' ? (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-8">
          <LoadingState label="Page" rows={4} />
          <Skeleton className="h-44 rounded-lg max-lg:hidden" />
        </div>
      ) : (
        <LoadingState label="Page" rows={shape === 'form' ? 3 : 6} />
      )}
    </Page>
  );
}
