import { BUDGET_LABELS } from '@/lib/market/requests/schema';
import { EXAMPLES } from './problems';
import { StartWith } from './start-with';

/** What people ask for, each to begin one's own request with. */
export function ExampleRequests({ formId }: { formId: string }) {
  return (
    <ul className="grid gap-x-8 gap-y-6 md:grid-cols-3">
      {EXAMPLES.map((example) => (
        <li key={example.slug} className="flex flex-col gap-1.5 border-t border-line-strong pt-4">
          <h3 className="text-base">{example.title}</h3>
          <p className="text-sm text-muted">{example.description}</p>
          <p className="mt-auto flex items-center justify-between gap-3 pt-3 text-sm">
            <span className="text-faint">{BUDGET_LABELS[example.budget]}</span>
            <StartWith formId={formId} example={example} />
          </p>
        </li>
      ))}
    </ul>
  );
}
