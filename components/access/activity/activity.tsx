import { EmptyState } from '@/components/layout/empty-state';
import { Mono } from '@/components/ui/code';
import { Details } from '@/components/ui/details';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import type { Activity } from '@/lib/access/activity/queries';
import { RISKS } from '@/lib/access/activity/rules';

type ActivityProps = {
  activity: Activity;
  timeZone: string;
  now: Date;
  /** Whose access it is. */
  expert: string;
  /** The page's own address: older events are a query away. */
  href: string;
  older: boolean;
};

/** What the expert did, newest first, as CloudTrail has it; every text in it was the caller's to choose, so it is shown as text. */
export function ActivityList({ activity, timeZone, now, expert, href, older }: ActivityProps) {
  const { rows, next, total, regions, sessionName } = activity;
  const over = regions.length > 0 && regions.every((region) => region.over);
  return (
    <section aria-labelledby="activity" className="grid gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="activity" className="text-lg">
          Activity{total > 0 ? ` (${total.toLocaleString('en')})` : ''}
        </h2>
        <AsOf regions={regions} timeZone={timeZone} now={now} over={over} />
      </div>
      <p className="text-sm text-muted">
        By <bdi>{expert}</bdi>, shown as <Mono className="text-xs break-all">{sessionName}</Mono> in
        CloudTrail.
      </p>
      <Details summary={`Each Region (${regions.length})`} className="text-sm">
        <RegionList regions={regions} timeZone={timeZone} now={now} over={over} />
      </Details>
      <Table
        caption="Activity in AWS"
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={older ? 'No older activity' : over ? 'No activity recorded' : 'No activity yet'}>
            {older || over
              ? 'That is all the activity we read.'
              : 'What the expert does in AWS appears here. CloudTrail usually runs a few minutes behind.'}
          </EmptyState>
        }
        columns={[
          {
            head: 'Action',
            main: true,
            cell: (row) => (
              <span>
                {row.name} <span className="font-normal whitespace-nowrap text-muted">{row.service}</span>
              </span>
            ),
          },
          {
            head: 'Type',
            cell: (row) => (
              <Lamp tone={RISKS[row.risk].lamp} plain className="whitespace-nowrap">
                {RISKS[row.risk].word}
              </Lamp>
            ),
          },
          {
            head: 'Resource',
            cell: (row) => (
              <span className="grid gap-0.5">
                {row.resources.length > 0 ? (
                  <Mono className="text-xs">{row.resources.join(', ')}</Mono>
                ) : row.roles.length === 0 ? (
                  <span className="text-faint">–</span>
                ) : null}
                {row.roles.length > 0 ? (
                  <span>
                    passes the role <Mono className="text-xs">{row.roles.join(', ')}</Mono>
                  </span>
                ) : null}
              </span>
            ),
          },
          { head: 'Region', cell: (row) => <span className="whitespace-nowrap">{row.region}</span> },
          {
            head: 'From',
            cell: (row) => (
              <span title={row.tool ?? undefined} className="block text-xs wrap-anywhere sm:min-w-16">
                {row.sourceIp ?? '–'}
              </span>
            ),
          },
          {
            head: 'Result',
            cell: (row) => row.errorCode ?? <span className="whitespace-nowrap text-muted">succeeded</span>,
          },
          {
            head: 'Time',
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
        CloudTrail usually runs a few minutes behind. It records management events, not every file or row that
        was read.
      </p>
    </section>
  );
}

type RegionsProps = { regions: Activity['regions']; timeZone: string; now: Date; over: boolean };

/** Up to when all Regions were read, and how many were not: a list that is short because nobody looked must not look complete. */
function AsOf({ regions, timeZone, now, over }: RegionsProps) {
  const read = regions.flatMap(({ readAt }) => readAt ?? []);
  const oldest = read.reduce<Date | null>((first, at) => (!first || at < first ? at : first), null);
  const unread = regions.filter(({ readAt, problem }) => !readAt || problem);
  const failed = unread.filter(({ problem }) => problem);
  return (
    <p className="text-sm text-muted">
      {oldest ? (
        <>
          {read.length === 1 ? '1 Region' : `${read.length} Regions`} as of{' '}
          <Instant at={oldest} timeZone={timeZone} now={now} show={over ? 'moment' : 'precise'} />
        </>
      ) : (
        'Not read yet'
      )}
      {failed.length > 0 ? (
        <span className="text-stop"> · not read: {failed.map(({ region }) => region).join(', ')}</span>
      ) : unread.length > 0 && oldest ? (
        ` · ${unread.length} not read yet`
      ) : null}
    </p>
  );
}

/** Each Region with its own "as of", what keeps it from being read, and the way to CloudTrail's list there. */
function RegionList({ regions, timeZone, now, over }: RegionsProps) {
  return (
    <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
      {regions.map(({ region, readAt, problem, history }) => (
        <li key={region} className="flex flex-wrap items-baseline gap-x-2">
          <Mono className="text-xs">{region}</Mono>
          <span className="text-muted">
            {readAt ? (
              <Instant at={readAt} timeZone={timeZone} now={now} show={over ? 'moment' : 'precise'} />
            ) : (
              'not read yet'
            )}
          </span>
          {problem ? <span className="text-stop">AWS refused: {problem}</span> : null}
          {history ? (
            <a
              href={history}
              target="_blank"
              rel="noopener noreferrer"
              className="link"
              aria-label={`Event history in ${region}, in the AWS console`}
            >
              Event history
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
