import type { WorkCard as Row } from '@/lib/feed/queries';
import { WorkCard } from './work-card';

type WorkListProps = {
  label: string;
  rows: readonly Row[];
  mayRespond: boolean;
  /** The address of this list, to come back to from a form in it. */
  back: string;
  timeZone: string;
  now: Date;
};

export function WorkList({ label, rows, ...card }: WorkListProps) {
  return (
    <ul aria-label={label} className="grid gap-2.5">
      {rows.map((request) => (
        <li key={request.id}>
          <WorkCard request={request} {...card} />
        </li>
      ))}
    </ul>
  );
}
