import { EmptyState } from '@/components/layout/empty-state';
import { Mono } from '@/components/ui/code';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import type { Activity } from '@/lib/activity/queries';
import { RISKS } from '@/lib/activity/rules';

type ActivityProps = {
  activity: Activity;
  timeZone: string;
  now: Date;
  /** The page's own address: older events are a query away. */
  href: string;
  older: boolean;
};

/** What the expert did, newest first, as CloudTrail has it; every text in it was the caller's to choose, so it is shown as text. */
export function ActivityList({ activity, timeZone, now, href, older }: ActivityProps) {
  const { rows, next, total, regions } = activity;
  const over = regions.length > 0 && regions.every((region) => region.over);
  return (
    <section aria-labelledby="activity" className="grid gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="activity" className="text-lg">
          Activity{total > 0 ? ` (${total.toLocaleString('en')})` : ''}
        </h2>
        <p className="text-sm text-muted">
          {regions.map(({ region, readAt, over }, index) => (
            <span key={region}>
              {index > 0 ? ' · ' : 'As of '}
              {region}{' '}
              {readAt ? (
                <Instant at={readAt} timeZone={timeZone} now={now} show={over ? 'moment' : 'precise'} />
              ) : (
                'not read yet'
              )}
            </span>
          ))}
        </p>
      </div>
      <Table
        caption="Activity in AWS"
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={older ? 'Nothing older' : over ? 'Nothing was recorded' : 'Nothing yet'}>
            {older || over
              ? 'This is all that was read.'
              : 'What the expert does in AWS appears here. CloudTrail is typically some minutes late.'}
          </EmptyState>
        }
        columns={[
          {
            head: 'Action',
            main: true,
            cell: (row) => (
              <span>
                {row.name} <span className="font-normal text-muted">{row.service}</span>
              </span>
            ),
          },
          {
            head: 'Kind',
            cell: (row) => (
              <Lamp tone={RISKS[row.risk].lamp} plain>
                {RISKS[row.risk].word}
              </Lamp>
            ),
          },
          {
            head: 'On',
            cell: (row) =>
              row.resources.length > 0 ? (
                <Mono className="text-xs">{row.resources.join(', ')}</Mono>
              ) : (
                <span className="text-faint">–</span>
              ),
          },
          { head: 'Region', cell: (row) => <span className="whitespace-nowrap">{row.region}</span> },
          { head: 'Answer', cell: (row) => row.errorCode ?? <span className="text-muted">done</span> },
          {
            head: 'When',
            cell: (row) => <Instant at={row.at} timeZone={timeZone} now={now} />,
          },
        ]}
      />
      <Pagination
        label="Activity"
        previous={older ? `${href}#activity` : null}
        next={next ? `${href}?after=${next}#activity` : null}
      />
      <p className="text-xs text-faint">
        CloudTrail is typically some minutes late. It shows what was managed, not each file or row that was
        read.
      </p>
    </section>
  );
}
