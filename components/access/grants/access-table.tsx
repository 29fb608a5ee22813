import type { ReactNode } from 'react';
import { Mono } from '@/components/ui/code';
import { Countdown } from '@/components/ui/countdown';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { showAccount } from '@/lib/access/connections/rules';
import { isOpen } from '@/lib/access/grants/lifecycle';
import type { AccessRow } from '@/lib/access/overview/queries';
import { showId } from '@/lib/core/id';
import type { Side } from '@/lib/core/lifecycle';
import { AccessLamp } from './state';

type AccessTableProps = {
  rows: readonly AccessRow[];
  side: Side;
  timeZone: string;
  now: Date;
  empty: ReactNode;
};

/** Everything that was asked for, newest first: who, where, what state, and until when. */
export function AccessTable({ rows, side, timeZone, now, empty }: AccessTableProps) {
  const ends = (row: AccessRow) => {
    const live = isOpen(row.grantStatus);
    if (live && row.endsAt)
      return <Countdown until={row.endsAt.toISOString()} now={now.toISOString()} suffix="left" />;
    if (row.revokedAt) return <Instant at={row.revokedAt} timeZone={timeZone} now={now} />;
    return <span className="text-faint">–</span>;
  };
  return (
    <Table
      caption="Access"
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          head: 'Level',
          main: true,
          cell: (row) => (
            <Link href={`/access/${showId(row.id)}`} className="underline">
              {row.level}
            </Link>
          ),
        },
        {
          head: 'State',
          cell: (row) => <AccessLamp {...row} mine={side === 'customer'} plain />,
        },
        side === 'customer'
          ? { head: 'Expert', cell: (row) => `${row.expert}, ${row.company}` }
          : { head: 'Customer', cell: (row) => `${row.customer} (${row.expert})` },
        {
          head: 'Account',
          cell: (row) =>
            row.account ? (
              <span>
                <bdi>{row.account.label}</bdi>{' '}
                <Mono className="text-muted">{showAccount(row.account.awsAccountId)}</Mono>
              </span>
            ) : (
              <span className="text-faint">not chosen yet</span>
            ),
        },
        { head: 'Job', cell: (row) => row.title },
        { head: 'Ends', cell: ends },
      ]}
    />
  );
}
