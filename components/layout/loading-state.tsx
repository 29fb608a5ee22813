import { Skeleton } from '@/components/ui/skeleton';

type LoadingStateProps = {
  /** What is on its way: "Requests". */
  label: string;
  /** How many rows to draw. */
  rows?: number;
};

/** For `loading.tsx` and Suspense: the shape of a list, and one sentence for people who hear the page. */
export function LoadingState({ label, rows = 4 }: LoadingStateProps) {
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{label}: loading</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes without identity
        <div key={row} className="grid gap-2.5 rounded-lg border border-line bg-surface px-4 py-4">
          <Skeleton className="w-2/5" />
          <Skeleton className="w-4/5" />
          <Skeleton className="h-3 w-1/4" />
        </div>
      ))}
    </div>
  );
}
