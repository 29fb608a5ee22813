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

export function problemOf(slug: string | undefined): Problem | null {
  return PROBLEMS.find((problem) => problem.slug === slug) ?? null;
}
