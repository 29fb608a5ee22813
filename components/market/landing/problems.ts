import type { Budget } from '@/lib/market/requests/schema';

export type Problem = { slug: string; label: string; title: string; description: string };

/** Typical problems that fill in the form: a good title names the service and what is wrong (the guide's advice). */
export const PROBLEMS: readonly Problem[] = [
  {
    slug: 'lambda-cost',
    label: 'The bill went up',
    title: 'Lambda and CloudWatch Logs costs tripled this month',
    description:
      'Our AWS bill went from about $900 to $2,700 in three weeks, most of it Lambda and CloudWatch Logs. As far as we know, we changed nothing.\nWe want someone to find the cause, fix it with us, and set a budget alarm. This week, if possible.',
  },
  {
    slug: 'mysql-to-rds',
    label: 'Move a database to RDS',
    title: 'Move a 300 GB MySQL database to RDS over one weekend',
    description:
      'We run MySQL 8 on our own server, about 300 GB with one replica, and want it on RDS in eu-west-1 with less than an hour of downtime.\nWe have tried a dump and restore, which took too long. We need a plan, a rehearsal, and help on the weekend itself.',
  },
  {
    slug: 'cannot-connect',
    label: 'Can’t connect',
    title: 'ECS tasks can’t reach RDS after a VPC change',
    description:
      'Since we split our VPC into private subnets, our ECS tasks time out when they connect to RDS on port 5432. Security groups look right to us, and it works from a bastion host.\nWe need someone to find out what’s missing today, and explain it.',
  },
  {
    slug: 'security-review',
    label: 'Security review',
    title: 'Security review of one AWS account before an audit',
    description:
      'We have one account with about 40 IAM users, S3 buckets and EC2, and an audit in six weeks. We don’t know what an auditor would find.\nWe want a written list of findings, the most dangerous first, and help fixing the worst of them.',
  },
];

/** Requests as customers write them, further down the page. */
export const EXAMPLES: readonly (Problem & { budget: Budget })[] = [
  {
    slug: 'bill-doubled',
    label: 'The bill doubled',
    title: 'Find out why our AWS bill doubled, and bring it down',
    description:
      'We added several services last year and pay for more than we understand. Go through the bill with us, find the waste, and fix it this month.',
    budget: 'from100',
  },
  {
    slug: 'on-premises-mysql',
    label: 'Leave our own server',
    title: 'Move an on-premises MySQL database to RDS',
    description:
      'About 300 GB, one replica. A consultation first, then the migration, with less than an hour of downtime on a weekend.',
    budget: 'from1000',
  },
  {
    slug: 'vpn',
    label: 'A VPN',
    title: 'VPN for remote staff into our VPC, with MFA',
    description:
      'Fifteen people need to reach EC2 and RDS from home, with a second factor. As soon as possible, with a page of instructions.',
    budget: 'from1000',
  },
];

export function problemOf(slug: string | undefined): Problem | null {
  return [...PROBLEMS, ...EXAMPLES].find((problem) => problem.slug === slug) ?? null;
}
