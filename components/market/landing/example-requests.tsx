import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Tag } from '@/components/ui/tag';
import { BUDGET_LABELS, type Budget } from '@/lib/market/requests/schema';

const EXAMPLES: readonly { title: string; text: string; budget: Budget }[] = [
  {
    title: 'Find out why our AWS bill doubled, and bring it down',
    text: 'We added several services last year and pay for more than we understand. We want someone to go through the bill with us, find the waste, and fix it this month.',
    budget: 'from100',
  },
  {
    title: 'Move an on-premises MySQL database to RDS',
    text: 'About 300 GB, one replica. A consultation first, then the migration itself, with less than an hour of downtime on a weekend.',
    budget: 'from1000',
  },
  {
    title: 'VPN for remote staff into our VPC, with MFA',
    text: 'Fifteen people need to reach EC2 and RDS from home through a VPN client with a second factor. As soon as possible, with a page of instructions.',
    budget: 'from1000',
  },
];

export function ExampleRequests() {
  return (
    <ul className="grid gap-3 md:grid-cols-3">
      {EXAMPLES.map(({ title, text, budget }) => (
        <Card key={title} as="li" title={title} className="flex flex-col">
          <p className="text-sm text-muted">{text}</p>
          <p className="mt-auto flex pt-3 items-center justify-between gap-3">
            <Tag>{BUDGET_LABELS[budget]}</Tag>
            <Link
              href={`/requests/new?title=${encodeURIComponent(title)}`}
              className="link text-sm"
              aria-label={`Use this title: ${title}`}
            >
              Use this title
            </Link>
          </p>
        </Card>
      ))}
    </ul>
  );
}
