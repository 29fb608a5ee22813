/** What customers of the demo world ask for: title and description, as real ones would be written. */
export const PROBLEMS: readonly (readonly [title: string, description: string])[] = Object.entries({
  'Lambda costs tripled after moving to ARM':
    'We moved 40 functions to Graviton three weeks ago. The bill tripled and we cannot see why.\nWe want someone to find the cause and fix it this week.',
  'Move on-premises MySQL to RDS over one weekend':
    'About 300 GB with one replica. We can start with a consultation today but would also like the work done by an expert. Downtime from Friday 20:00 to Sunday 12:00 is fine.',
  'Remote VPN access to our VPC with MFA':
    'Remote workers should reach our EC2 and RDS instances through a VPN client with multi-factor authentication. About 25 people, Windows and macOS.',
  'Application load balancer returns 504 under load':
    'Since the last release, requests above roughly 200 per second answer with 504 after 60 seconds. The targets look healthy. We need the cause found and the settings mended.',
  'Set up a landing zone for four teams':
    'We have one account with everything in it. We would like an organisation with separate accounts, guard rails and single sign-on, and a plan to move without downtime.',
  'S3 storage keeps growing although files are deleted':
    'The bucket shows 18 TB, our inventory says 4 TB. Versioning is on. We suspect old versions and unfinished uploads and want lifecycle rules that are safe.',
  'Feedback needed on our event-driven architecture':
    'EventBridge, SQS and Lambda for an order system with 2 million orders a day. We would like a second pair of eyes before we build it, two sessions of 90 minutes.',
  'ECS tasks are killed without a message':
    'Fargate tasks of one service stop every few hours with exit code 137. Memory looks fine in CloudWatch. We have tried larger tasks, which only moves the problem.',
  'Cut our NAT gateway bill':
    'NAT gateway processing is a third of our bill. Most of it is traffic to S3 and ECR, we believe. We want endpoints set up and the saving measured.',
  'Aurora PostgreSQL failover takes three minutes':
    'In our last test the writer was away for three minutes although the documents say under one. The application is Java with HikariCP.',
  'Migrate WordPress from our host to Lightsail':
    'Custom themes and three years of media files, about 30 GB. We are not sure where to start. We would like this finished within two weeks.',
  'CloudFront serves old files after a release':
    'Some visitors see the previous version for hours. We invalidate on release. We need the caching set up so that this cannot happen.',
  'Terraform state is broken after a crash':
    'An apply was interrupted and the state no longer matches. About 140 resources in two Regions. Nothing may be destroyed in the repair.',
  'Least privilege for our CI pipeline':
    'Our GitHub pipeline deploys with an administrator key. We want OIDC and roles that can do only what they must, without breaking the releases.',
  'DynamoDB throttles on one partition':
    'One tenant is far larger than the others and the table throttles at noon. We need a better key or another way, and a migration without downtime.',
  'Backups that are tested, not only taken':
    'We take snapshots of everything but have never restored one. Please set up AWS Backup with restore tests that report.',
  'Upgrade EKS from 1.29 to a supported version':
    'Three clusters, about 60 services, some old Helm charts. We would like to watch and learn while it is done.',
  'SES mails end up in spam':
    'We send invoices through SES. DKIM is set up, DMARC is not. Deliverability to two large providers is poor since spring.',
  'Site-to-site VPN drops every hour':
    'Our router renegotiates and the tunnel stays down for two minutes each hour. The second tunnel does not take over.',
  'Find out who deleted our production queue':
    'A queue disappeared on Thursday. CloudTrail is on in one Region only, we think. We want to know what happened and make it impossible.',
  'Glue job takes nine hours for 40 GB':
    'It reads CSV from S3, joins three tables and writes Parquet. It used to take 50 minutes. Nothing was changed that we know of.',
  'SageMaker endpoint for a small model at low cost':
    'We have a 400 MB model and about 2,000 calls a day, most of them in office hours. A real-time endpoint around the clock is too dear.',
  'Security review before our first large customer':
    'A bank wants to use our product and sent a questionnaire with 180 questions. We need somebody to check the account and help us answer.',
  'Step Functions workflow gets stuck':
    'About one in five hundred executions waits for a callback that never comes. We lose orders. We need the cause and a clean retry.',
  'Move from EC2 to containers, one service first':
    'A Rails application on four instances. We would like one service on ECS as an example that we can follow for the rest.',
  'Athena queries scan far too much':
    'Every dashboard query reads the whole table of 6 TB. Partitioning was planned but never done. Please do it and show us how.',
  'Route 53 health checks flap at night':
    'Between two and four in the morning the health check fails in one Region and traffic moves back and forth.',
  'Cognito migration without resetting passwords':
    '60,000 users in an old system with bcrypt hashes. They should keep their passwords. We know of the migration trigger but got stuck.',
  'OpenSearch cluster is red after a node was lost':
    'One index of twelve has unassigned shards. No recent snapshot for that index. Please help us to rescue what can be rescued.',
  'Set budgets and alarms before we get a surprise':
    'We are a small team with a credit card on file. We want alarms, and actions that stop what runs away, set up properly once.',
  'Direct Connect redundancy for two offices':
    'One connection, one router. We want a second path and routing that is tested, at a reasonable price.',
  'Reduce cold starts of our API':
    'Java on Lambda behind API Gateway, cold starts of six seconds. SnapStart is on for some functions. We need all of them below one second.',
  'Kinesis consumers fall behind every Monday':
    'Twelve shards, one consumer application. Iterator age rises to two hours on Monday mornings and recovers by noon.',
  'Encrypt everything that is not encrypted yet':
    'An audit found unencrypted volumes, two databases and several buckets. We need a plan with as little downtime as possible, and the work done.',
  'Windows file server to FSx':
    '2 TB of files, permissions from Active Directory, 80 users. It should happen over a weekend without new drive letters.',
  'ElastiCache evictions since the last release':
    'Evictions started when we added sessions to the same cluster. We need to know whether to resize or to separate.',
  'Transit Gateway routing between twelve VPCs':
    'Grown over years with peering. We want a transit gateway with separate routing for production, and documentation of who may talk to whom.',
  'Guided tour of machine learning on AWS':
    'Our analysts know Python. We would like a guided tour with our own data over two afternoons, and a first small model in use.',
  'CodePipeline deploys take 50 minutes':
    'Most of the time is waiting and building the same image again. We want it below ten minutes.',
  'RDS storage is full and cannot grow':
    'The instance is in storage-full and autoscaling is off. We need help today, and then a way to see it coming.',
  'IoT Core devices disconnect in one country':
    'About 400 of 9,000 devices reconnect every few minutes since a firmware update. The others are fine.',
  'QuickSight dashboards for the sales team':
    'Six dashboards on Redshift data with row-level security by region. We have mock-ups.',
  'Redshift costs more than the people who use it':
    'A cluster of eight nodes runs around the clock for ten people. Serverless or something else? We want a measured recommendation and the move.',
  'GuardDuty findings nobody understands':
    'We have 140 findings, most of them old. We need somebody to sort them with us, fix what is real and silence what is not.',
  'Static site with a contact form':
    'A small site on S3 and CloudFront with a form that sends a mail and does not get abused. We have the HTML.',
  'Disaster recovery in a second Region':
    'Recovery within four hours, at most fifteen minutes of data lost. PostgreSQL on RDS, ECS, S3. We need design, set-up and one rehearsal.',
  'API Gateway custom domain with mutual TLS':
    'Partners connect with client certificates. We have a test set-up that works for one of three partners.',
  'Batch jobs on Spot without losing work':
    'Simulations of two to six hours. Spot would save much, but interrupted jobs start from zero. They can write checkpoints.',
  'Clean up an account that nobody knows any more':
    'Seven years old, four people have left. We want an inventory, owners, and what can be switched off.',
  'WAF rules that stop bots but not customers':
    'A sale brings bots that buy everything. The managed rules block some customers too.',
  'MSK upgrade from an old Kafka version':
    'Three brokers, 400 topics, clients in Java and Go. We need a plan and somebody beside us on the evening.',
  'Organise Parameter Store and Secrets Manager':
    'Secrets are in five places. We want one, with rotation for the databases, and access by service.',
  'Cross-account access for an auditor':
    'Read-only, for six weeks, with an end that nobody can forget. We have four accounts in one organisation.',
  'Elastic Beanstalk to something that is maintained':
    'A Python application on an old platform version that is about to be retired. Traffic is modest.',
  'CloudWatch logs cost more than compute':
    'About 900 GB a day, most of it debug output. We want to keep what is needed for a year and to lower the bill.',
  'Blue-green releases for a stateful service':
    'WebSocket connections that live for hours. Releases cut everyone off. We would like to drain them.',
  'Help with an AWS Support case that goes nowhere':
    'A quota increase was refused twice. We need somebody to look at our design and either change it or argue better.',
  'DMS replication stops at large objects':
    'Oracle to PostgreSQL, full load works, ongoing replication stops at two tables with LOB columns.',
  'Single sign-on from our Google Workspace':
    'Forty people should use IAM Identity Center with their Google accounts; groups decide the permission sets.',
  'Make our nightly export faster and cheaper':
    'A single large instance reads 200 million rows and writes one file. It takes seven hours and sometimes fails at the end.',
  'AppSync subscriptions miss messages':
    'Mobile clients on poor networks miss updates and never notice. We need a way to catch up.',
  'Tagging that finance can work with':
    'Costs by product and customer. About 30 percent of resources have no tags. We want rules, a clean-up and a report.',
  'PrivateLink to a partner in another Region':
    'The partner offers an endpoint service in eu-central-1, we are in eu-west-1. Latency matters little, privacy a lot.',
  'Review our boto3 scripts before the holidays':
    'Nine scripts start and stop environments. One of them once stopped production. Please review and make them safe.',
});
