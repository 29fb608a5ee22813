import { Table } from '@/components/ui/table';

/** Titles that experts pass by, each beside one that they open. */
export function Titles({ rows }: { rows: readonly (readonly [avoid: string, rather: string])[] }) {
  return (
    <Table
      caption="Titles to avoid, and what to write instead"
      columns={[
        { head: 'Avoid', cell: ([avoid]) => avoid },
        { head: 'Write instead', cell: ([, rather]) => rather, main: true },
      ]}
      rows={rows}
      rowKey={([avoid]) => avoid}
    />
  );
}
