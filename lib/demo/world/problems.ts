/** What customers of the demo world ask for: title and description, as real ones would be written. */
export const PROBLEMS: readonly (readonly [title: string, description: string])[] = Object.entries({
  'Lambda costs tripled after moving to ARM':
    "So three weeks ago I moved all 40 of our functions to Graviton because everyone said it'd be cheaper. The bill has gone from about $900 to $2,700 a month.\n\nAll in eu-west-2, Node 20. Memory settings are the same as before, at least I think so. Cost Explorer just says Lambda and I can't get any further than that. Can someone find it and fix it this week, please? I have to explain it to my sister, who owns the other half of the shop.",
  'Move on-premises MySQL to RDS over one weekend':
    "We're an independent bookshop chain. Stock, orders and loyalty points all sit in one MySQL 5.7 database (about 300 GB, one replica) on a server in our back office. We'd like it on RDS in eu-west-2.\n\nThe shops can be offline from Friday 20:00 to Sunday 12:00. I've read the DMS docs and I follow most of it, but I don't want to be the one pressing the button. An hour of advice first would be useful, then the move itself.",
  'Remote VPN access to our VPC with MFA':
    "25 people, all remote, Mac and Windows. They need to reach EC2 and RDS (private subnets, us-west-2) without the bastion we share today.\n\nMust have:\n- MFA\n- Okta login\n- someone who leaves loses access the same day\n\nWe looked at Client VPN and got stuck on split tunneling. Open to other ideas if they're cheaper.",
  'Application load balancer returns 504 under load':
    'Hello. Since our release of last Tuesday the ALB gives 504 when we pass 200 requests per second. Each of them waits exactly 60 seconds, then fails. The targets are healthy during all this time and the CPU stays at 35 percent. We run Java 17 on EC2 behind the ALB in eu-west-3.\n\nWe rolled back the code but the problem stayed, so I think it is a setting that was changed on the same day. We would like to know which one, and to have it corrected.',
  'Set up a landing zone for four teams':
    "Right now it's one account, four teams, and someone always breaks someone else's staging. We want an organization with an account per team per stage, sensible guardrails, single sign-on through Google, and a plan for moving the live games across without taking them down.\n\nTwo of us know Terraform pretty well. Everything's in ap-southeast-2, plus some CloudFront.",
  'S3 storage keeps growing although files are deleted':
    'Bucket says 18 TB. Our inventory says 4. Versioning is on. My guess is old versions and half-finished uploads.\n\nWant lifecycle rules that clear it out and keep it that way. Sensor archives under /raw have to stay 7 years. Do not touch those. us-east-2.',
  'Feedback needed on our event-driven architecture':
    'Before we build it, we want it picked apart.\n\nOrder system, 2 million meter events a day, peaks of 900 per second at midnight. EventBridge to SQS to Lambda, DynamoDB behind. eu-north-1. Open points: ordering per meter, replay after a bad deploy, and what to do with poison messages.\n\nTwo sessions of 90 minutes. We send diagrams before the first one.',
  'ECS tasks are killed without a message':
    "One Fargate service keeps losing tasks, exit code 137, every three or four hours, and there's nothing in the logs. CloudWatch says 60% memory. I went from 2 GB to 4 GB and it just takes longer to die. It's the checkout service so we lose orders each time. Python 3.12 with gunicorn, eu-central-1, platform version 1.4.0. Please, someone who has seen this before.",
  'Cut our NAT gateway bill':
    'A third of our bill is NAT gateway processing: $3,100 last month. I believe most of it is S3 and ECR traffic. Three VPCs in eu-central-1.\n\nI want endpoints where they pay off, and a measurement before and after. Not interested in a slide deck.',
  'Aurora PostgreSQL failover takes three minutes':
    "We ran our first failover test and the app was down for three minutes. The docs say under one, so I'm assuming it's us. Aurora PostgreSQL 15.4, one writer and one reader in eu-west-2, Java with HikariCP 5. I can see the writer move after about 25 seconds, then the app just sits there with 'connection is closed' until the pool gives up.\n\nI'm the only engineer, so patience with questions is appreciated.",
  'Migrate WordPress from our host to Lightsail':
    "Our events and author pages run on WordPress at a small hosting company that's closing its doors in six weeks. There's a custom theme, WooCommerce for tickets, and about 30 GB of photos going back to 2014.\n\nLightsail in eu-west-2 looks about right for our size. We need the site moved, the old links kept working, and someone to show me how to restore a backup. Two weeks would be ideal.",
  'CloudFront serves old files after a release':
    "Long after we publish, some visitors still see last week's opening times, which is awkward when a school bus is standing outside. Our web person left, and I have inherited the AWS account (us-west-2, if that matters). I know we invalidate /* at each release.\n\nCould someone set up the caching so this cannot happen again, and explain it to me in words I can repeat to the director?",
  'Terraform state is broken after a crash':
    'An apply was killed halfway by our CI runner (Terraform 1.7, S3 backend, lock in DynamoDB). State now disagrees with reality for some of about 140 resources in eu-north-1 and us-east-1. Plan wants to destroy and recreate 31 of them, including two databases.\n\nNothing may be destroyed. We have the state versions from before and the apply log.',
  'Least privilege for our CI pipeline':
    "Bit embarrassed by this one. GitHub Actions deploys our whole shop with an access key that belongs to an admin user, and that key hasn't been changed since 2021. I'd like OIDC and roles that can only do what they need. Deploys go out most afternoons around 3, so please don't break those! 6 repos, eu-west-2, mostly CDK.",
  'DynamoDB throttles on one partition':
    'Our appointment table is keyed by practice. One practice has grown to roughly forty times the size of the others, and writes to it are throttled daily between 11:45 a.m. and 12:30 p.m. The table is on demand, in us-east-1, with one global secondary index.\n\nWe require a better key design and a migration that does not interrupt booking. The table holds patient identifiers, so work must be done under our existing agreement.',
  'We have never restored a backup. Help us test them':
    'Snapshots of everything, every night. Restored exactly never. Our SOC 2 auditor asked and I had no good reply.\n\nPlease set up AWS Backup with a restore test that runs monthly and tells us in Slack whether it worked. 4 RDS instances, 2 EFS, some EBS. us-west-2.',
  'Upgrade EKS from 1.29 to a supported version':
    'We have three clusters in eu-west-3 on version 1.29, about 60 services in total, and Helm charts of which some are really old (I found one with a beta Ingress). We pay extended support now, so it becomes expensive.\n\nOur two engineers would like to do it together with someone experienced: the first cluster you do and we watch, the second we do and you watch.',
  'SES emails end up in spam':
    "Hey! Our receipts and parental-consent emails go out through SES (ap-southeast-2, about 30k a day) and since April Outlook and Yahoo have been dumping them in spam. Gmail's fine. DKIM's set up, DMARC isn't, and I think we're on a shared IP. Bounce rate's 1.8%. Who can sort this before school holidays?",
  'Site-to-site VPN drops every hour':
    'Tunnel to the elevator in Decatur drops on the hour, every hour. Down two minutes. Second tunnel never picks up. Cisco ASA on our end, virtual private gateway on yours. IKEv2. us-east-2.\n\nPhase 2 lifetime is 3600 both sides, I checked. During harvest this is a real problem.',
  'Find out who deleted our production queue':
    'An SQS queue disappeared on Thursday between 13:10 and 13:40 UTC. We recreated it, but lost around 11,000 messages.\n\nCloudTrail is on, in eu-north-1 only as far as we know. Eight people and two pipelines could have done it. Wanted: what happened, by which identity, and a control that makes it impossible. Not looking for someone to blame.',
  'Glue job takes nine hours for 40 GB':
    "It used to take 50 minutes, now it's nine hours, and the kitchen needs the forecast at 5 in the morning. Reads CSV from S3, joins three tables, writes Parquet. Glue 4.0, 10 G.1X workers, eu-central-1. No one admits to changing anything. I've doubled the workers: no difference, just double the money. Help?",
  'SageMaker endpoint for a small model at low cost':
    'Model is 400 MB (PyTorch, predicts delivery windows). About 2,000 calls a day, 90 percent between 8 and 18. Real-time endpoint on ml.m5.large costs us $85 a month for mostly idling, and it will become five models.\n\nWhat would you do: serverless inference, Lambda, multi-model? A cold start of three seconds is acceptable. eu-west-1.',
  'Security review before our first large customer':
    "A bank wants to buy from us, which is lovely, and has sent a questionnaire with 180 questions, which is less so. It's due back in three weeks. I can do the product ones, but about 70 are about our AWS setup (one account, eu-west-2, ECS and Aurora).\n\nI need someone to look through the account, tell me what would make a bank nervous, and help me write truthful replies.",
  'Step Functions workflow gets stuck':
    'Roughly one in 500 executions of our settlement workflow waits for a task token callback that never arrives. There is no heartbeat. The execution then sits until an operator notices. Standard workflow, callbacks from ECS via SQS, eu-west-1.\n\nWe need the cause, and a retry that cannot settle the same payment twice. The second part is the harder requirement.',
  'Move from EC2 to containers, one service first':
    "We sell tickets with a Rails 7 application on four EC2 instances that a former colleague set up by hand. Everyone is afraid to restart them.\n\nI'm told containers would help. We'd like one small service (the newsletter sign-up) moved to ECS as an example, with notes, so that our developer can follow the same steps for the rest. She works two days a week. us-west-2.",
  'Athena queries scan far too much':
    'Robot telemetry, 6 TB as gzipped JSON in S3, one table, no partitions. Every Grafana panel scans all of it. Athena was $1,900 last month.\n\nI know it should be partitioned and Parquet. I would like someone to do it with us, not just say it. Roughly 12 GB arrives per day. eu-north-1.',
  'Route 53 health checks flap at night':
    "Every night between two and four our Route 53 health check goes red for one Region, traffic jumps to the other one, then jumps back again. Happens five or six times. The site's fine when I look (yes, I've stayed up). Only thing I know that runs then is the stock import. Any ideas? eu-west-2 and eu-west-1.",
  'Cognito migration without resetting passwords':
    'We are moving 60,000 patient portal users from a legacy system (bcrypt hashes, cost factor 12) to Amazon Cognito in us-east-1. Patients must not be asked to choose new passwords.\n\nWe have a user migration Lambda trigger working in test. It fails for accounts whose email is not verified, and we do not know how to handle users who never sign in again. Cutover is planned for the end of next month.',
  'OpenSearch cluster is red after a node was lost':
    "URGENT. Lost a data node last night. Cluster red. 1 index of 12 (products-v7) has two unassigned primaries, no replicas, and the last snapshot of that index is from March. OpenSearch 2.11, 3 nodes, us-west-2.\n\nSearch on the site is down. I haven't touched anything since. What can still be saved?",
  'Budgets and alarms before we get a surprise bill':
    "We are five people with the company credit card on the account. A friend's start-up woke up to a bill of 14,000 euros because of a leaked key. I do not want this for us.\n\nPlease set up budgets, anomaly detection and something that stops the expensive things automatically. Our normal spend is 600 per month, eu-west-3. Once, done properly, with a page of explanation.",
  'Direct Connect redundancy for two offices':
    'Our studio and the Sydney office, one Direct Connect (1 Gbps hosted) into ap-southeast-2, one router. When the fiber got dug up in March we had 60 artists playing foosball for a day.\n\nWant a second path that actually fails over, and someone to pull the plug with us to prove it. VPN as backup is fine if the numbers make more sense.',
  'Reduce cold starts of our API':
    'Java 17 on Lambda behind API Gateway. First call of the morning takes six seconds. Truckers at the scale think the app is broken and hit the button again.\n\nSnapStart is on for some functions. Did not help much. Need it under one second, all 14 functions. us-east-2.',
  'Kinesis consumers fall behind every Monday':
    'Twelve shards, one KCL 1.x application on ECS, four tasks. Iterator age climbs to two hours every Monday from 06:00 and recovers around noon. Input volume on Mondays is only 20 percent above other days, so it is not simply load.\n\nWe have metrics for everything and an explanation for nothing. eu-north-1.',
  'Encrypt everything that is not encrypted yet':
    "Audit result came in: 23 unencrypted EBS volumes, two RDS databases (MySQL 8.0, 120 GB and 15 GB) and nine buckets. We've got until the end of the month. I need a plan with as little downtime as possible and someone to do the work with me. Orders come in 24/7, but Sunday 4 a.m. is quiet. eu-central-1.",
  'Windows file server to FSx':
    '2 TB of files on a Windows Server 2016 box, 80 users in Rotterdam and Venlo. Permissions come from our own Active Directory. Has to become FSx in eu-central-1 over one weekend. Drive letters stay the same, otherwise the helpdesk will kill me.\n\nWe have a 500 Mbit line. Tell me if that is enough.',
  'ElastiCache evictions since the last release':
    "We started keeping sessions in the same Redis we cache bird-photo metadata in (Redis 7.1, cache.r6g.large, allkeys-lru, eu-west-2). Now people get logged out while they're filling in a sighting, which makes them cross, and birders can write a letter.\n\nDo I make it bigger or split it in two? I'd like to understand why, as well as have it fixed.",
  'Transit Gateway routing between twelve VPCs':
    'Twelve VPCs in eu-west-1, 31 peering connections, no diagram. Two CIDR ranges overlap.\n\nWe require a Transit Gateway with production on its own route table, and documentation stating which networks may communicate. PCI scope must not grow. Changes only in the Tuesday and Thursday windows, 22:00 to 02:00.',
  'Guided tour of machine learning on AWS':
    "Three of our analysts know Python well and are curious what they could do with eight years of visitor numbers. We'd love a guided tour of SageMaker with our own data over two afternoons, ending with one small model that predicts how busy a Saturday will be.\n\nNo one here has used it before, so please start gently. Our account is in us-west-2.",
  'CodePipeline deploys take 50 minutes':
    'CodePipeline, five stages, 50 minutes. About 35 of those are CodeBuild making the same Docker image from scratch three times (ROS base image, 4 GB). Target: below ten.\n\nWe have ideas but no time. You get access to a copy of the pipeline. eu-north-1.',
  'RDS storage is full and cannot grow':
    "Database says storage-full and the till's gone down. Autoscaling's off, apparently. I tried to modify it and it says another change is in progress?? PostgreSQL 14, 100 GB gp2, eu-west-2.\n\nNeed someone today please, like now. After that, some way to see it coming.",
  'IoT Core devices disconnect in one country':
    'We supply home blood pressure monitors. Since firmware 4.2.1, roughly 400 of 9,000 devices reconnect to AWS IoT Core every few minutes. All of the affected devices are in Portugal and use the same carrier. The remainder are unaffected.\n\nThe log shows DUPLICATE_CLIENTID and MQTT_KEEP_ALIVE_TIMEOUT in equal parts. Readings arrive, but late. us-east-1.',
  'QuickSight dashboards for the sales team':
    '6 dashboards, Redshift Serverless behind, row-level security by sales region. Mock-ups are in Figma and approved. 35 readers, 4 authors. us-west-2.\n\nWe need it before the sales kickoff in five weeks. Bonus if our ops person can maintain it after.',
  'Redshift costs more than the people who use it':
    'We have a Redshift cluster of eight ra3.xlplus nodes in eu-west-3 which runs day and night. Ten people use it, from 9 to 18, and not every day. It costs us more than 6,000 dollars each month.\n\nServerless? Pause at night? Something else? I would like a recommendation which is based on measurements of our own queries, and then the move.',
  '140 GuardDuty findings and no idea which matter':
    'I turned GuardDuty on eight months ago, felt very responsible, and never looked again. 140 findings. Some say High. A bunch are our own pen test, I reckon.\n\nWould love someone to go through them with us on a call, fix the real ones, mute the noise, and set things up so the next one lands somewhere a human looks. 3 accounts, ap-southeast-2.',
  'Static site with a contact form':
    'Four pages of HTML, already written. S3 in us-east-2, CloudFront, our domain is in Route 53. Contact form should send us an email and not turn into a spam cannon.\n\nNothing fancy. Tell me what it costs a month to run.',
  'Disaster recovery in a second Region':
    'Required by the regulator from January: recovery within four hours, at most 15 minutes of lost data.\n\nToday: RDS PostgreSQL 16 (1.1 TB), 22 ECS services, S3, all in eu-north-1. Second Region should be eu-central-1. Infrastructure is in CDK, apart from the databases.\n\nScope: design, set-up, one full rehearsal with us watching the clock.',
  'API Gateway custom domain with mutual TLS':
    "Three delivery partners send us orders with client certificates. Mutual TLS on our API Gateway custom domain works for one of them, the other two get 403 with nothing in the access log. The truststore's in S3 with all three CAs in it, I checked it twice. Two of them use intermediates, if that matters? Go-live is the 15th. eu-central-1.",
  'Batch jobs on Spot without losing work':
    'Route simulations on AWS Batch, two to six hours each, about 300 per week, on-demand c6i. Spot would save us some 60 percent but an interrupted job starts from zero. The program can write checkpoints, we just never used that.\n\nSmall budget, clear task. eu-west-1.',
  'Clean up an account no one remembers setting up':
    "There's an old AWS account from before my time. Seven years old, the four people who built it have all left, and it costs us $740 a month. I know the newsletter sign-up form is in there somewhere (eu-west-1, I think). Beyond that, no idea.\n\nI'd like an inventory, who or what uses each thing, and a list of what can be switched off. Switching off comes later, once I've stopped being scared of it.",
  'WAF rules that stop bots but not customers':
    'During sales events, bots take up to 70 percent of the traffic to our merchant checkout. AWS managed rules with Bot Control in block mode also rejected 2.1 percent of genuine payments last Friday, which is not acceptable.\n\nWe require tuned rules, evidence for each, and a way to switch to count mode within one minute. CloudFront and ALB, eu-west-1.',
  'MSK upgrade from an old Kafka version':
    "Our visitor counters and ticket gates send their data through Amazon MSK on Kafka 2.6. I've received several notices that this version is going away. Three brokers, 400 topics (I counted, I don't know why so many), clients in Java and Go, all in us-west-2.\n\nWe need a plan, and someone with us on the evening of the upgrade. The museum is closed on Mondays.",
  'Get our secrets into one place':
    'Secrets are in five places: Parameter Store, Secrets Manager, GitHub, a .env file on two build machines, and one in the source (I know). Goal: one place, rotation for three PostgreSQL databases, access per service. Around 90 secrets.\n\nPreference for Secrets Manager, but convince me. eu-north-1.',
  'Cross-account access for an auditor':
    "Our accountants are sending an IT auditor in for a week. They've asked for read-only access to all four of our accounts. I want it to end on its own on the last day, because I will 100% forget. One organization, no SSO at the moment, everything in eu-west-2. They don't need to see customer data and I'd rather they couldn't.",
  'Elastic Beanstalk platform is about to be retired':
    'Our referral application runs on Elastic Beanstalk (Python 3.8 on Amazon Linux 2), in us-east-1. AWS has notified us that the platform branch will be retired. Traffic is modest: about 3,000 requests a day, on weekdays.\n\nWe would like to move to something that will be maintained for years, with as few moving parts as possible. The application must be available from 7 a.m. to 7 p.m. Eastern.',
  'CloudWatch logs cost more than compute':
    "900 GB of logs a day. Most of it is debug output someone turned on in 2023. CloudWatch is now our #1 line item, ahead of EC2. lol.\n\nKeep: what's needed for a year for compliance. Drop: the rest. Want the bill under half by next month. EKS with Fluent Bit, us-west-2.",
  'Blue-green releases for a stateful service':
    'Our chat for travelers keeps WebSocket connections which live for hours. Each time we release, everyone is cut off in the same second and comes back in the same second, and then the login service suffers too.\n\nWe use ECS on Fargate in eu-west-3 with CodeDeploy, NLB in front. I would like connections to drain slowly, and a release which no one notices.',
  'Help with an AWS Support case that goes nowhere':
    "We asked to raise our GameLift / EC2 vCPU quota for launch weekend and got knocked back twice with what looks like the same paragraph. I need someone to look at our design and either tell me we don't need 2,000 vCPUs or help me argue it properly. Business Support, ap-southeast-2, launch in three weeks. Slightly panicking.",
  'DMS replication stops at large objects':
    'Oracle 19c to PostgreSQL 15. Full load ran fine. Ongoing replication stops on two tables, both with CLOB columns. Log says the LOB was truncated, then the task goes to error.\n\nDMS 3.5.2, full LOB mode, us-east-2. Need both tables in sync so we can shut the Oracle box off at month end. License renewal is $48,000.',
  'Single sign-on from our Google Workspace':
    'Forty people. IAM users today, want IAM Identity Center with Google Workspace as the source. Google groups should decide who gets which permission set, including when someone changes team.\n\nThree accounts in one organization, eu-north-1. Break-glass access must survive a Google outage.',
  'Make our nightly export faster and cheaper':
    "Every night one r5.4xlarge reads 200 million rows out of Aurora MySQL and writes one giant CSV to S3 for our bank. Takes seven hours. Sometimes it dies at 95% and I'm the one who gets woken up. It has to be there by 7. The bank needs a single file, sorted by date. There must be a better way? eu-central-1.",
  'AppSync subscriptions miss messages':
    'Driver app (Flutter) uses AppSync subscriptions for new stops. On bad mobile networks they miss messages and never notice, so a driver passes a stop and has to turn around. That is 20 minutes and diesel.\n\nWe need a way to catch up after a reconnect. 180 drivers. Backend is DynamoDB. eu-west-1.',
  'Tagging that finance can work with':
    "Our new finance lead would like to know what each product costs. Perfectly reasonable, and I can't tell her: about 30 percent of resources have no tags and the rest say things like env=Prod, env=prod and Env=PRODUCTION.\n\nI'd love some rules that stick, a clean-up, and a monthly report she can open without asking me. Two accounts, mostly eu-west-2.",
  'PrivateLink to a partner in another Region':
    'A fraud-scoring partner offers an endpoint service in eu-central-1. We are in eu-west-1. Traffic must not cross the public internet at any point, and must be logged. Latency up to 80 ms is acceptable.\n\nWe understand cross-Region PrivateLink is available to some services now. Please confirm whether it applies here, or propose the alternative, and implement it.',
  'Review our boto3 scripts before the holidays':
    'We have nine Python scripts that start and stop environments to save money over the closed days. They were written by an intern who was very good and is now at university. Last Easter one of them stopped the ticket shop.\n\nPlease read them, make them safe, and tell me which ones I may run myself. About 600 lines altogether. Everything runs in us-west-2.',
});
