import type { DemoJob } from './job';

/** Around what an account costs, keeps and survives, and what is new to its people. */
export const OPERATION_JOBS: Readonly<Record<string, DemoJob>> = {
  'S3 storage keeps growing although files are deleted': {
    responses: {
      'Isla McCrimmon':
        "Hi Clyde! Storage Lens is free and already has your split: look for 'noncurrent version bytes' and 'incomplete multipart upload bytes'. If those two add up to 14 TB you were right about everything.\n\nThe rules: abort unfinished uploads after 7 days, expire old versions after 30, with /raw left out by prefix AND protected by a deny, because a rule with a typo doesn't ask twice. At 14 TB that's about $320 a month back. Does anyone restore old versions today?",
      'Winston Adeyemi-Clarke':
        'If I may add a caution: lifecycle deletions cannot be undone. I should run S3 Inventory first, list what each rule would remove, and have you sign the list. It costs a few dollars and one day of waiting.',
    },
    reply: 'Lens says 11.8 TB old versions, 2.1 uploads. No one restores. Send a price.',
    lines: {
      start: "Called it! Price below. I'd need read on the one bucket, and you press the last button.",
      terms:
        'Inventory of everything outside /raw, list of what goes, your OK. Then rules in three steps (uploads, then versions in the test prefix, then the rest), a deny that protects /raw, and a monthly size report so you spot it if it grows again.',
      timeline: 'List in three days, all rules on within two weeks.',
      milestones: [
        ['List of what goes, by prefix', 350],
        ['Rules on, size back under 5 TB', 750],
      ],
    },
  },
  'SageMaker endpoint for a small model at low cost': {
    responses: {
      'Tobias Greenfield':
        "For 2,000 calls a day I'd skip endpoints entirely: a container image on Lambda with 3 GB of memory runs a 400 MB PyTorch model fine, costs you maybe $9 a month, and scales to zero at night. Cold start is the catch, 6 to 8 seconds unoptimized. Export to ONNX and it's usually under 3.\n\nServerless inference is the tidier choice if your team already lives in SageMaker, at around $14. Multi-model only makes sense if all five are called all day. What's the latency per prediction now?",
    },
    reply:
      '120 ms per prediction. ONNX was never tried. Would you do the first model with us and we do the other four?',
  },
  'We have never restored a backup. Help us test them': {
    responses: {
      'Anton Bergschneider':
        'Restored exactly never: you are in good company, most are not so honest. AWS Backup has restore testing plans which do this monthly, automatically, and clean up after. The important part is the validation: a restored database which starts is not yet a good one. I write a small check per database (row counts, newest order not older than one day).\n\nSlack message with green or red, evidence for the auditor in S3. How large is the largest RDS? This decides the cost of each test.',
      'Aroha Tamihana':
        "May I suggest one thing the tools won't do: once a quarter a person restores something by hand, from the runbook, with the clock running. The first time it takes four hours. By the third it's forty minutes and everyone sleeps better. I'd set up both.",
      'Henrik Aamodt':
        'Check that your backups are in a vault the admins cannot empty. Auditors ask this second.',
    },
    reply: "Largest is 640 GB. Validation checks = yes please. What's the timeline, what do you need?",
    lines: {
      start:
        'With 640 GB one test costs about $9, so monthly is fine. I need backup and RDS read. Here is my offer.',
      terms:
        'Restore testing plan for 4 RDS, 2 EFS and the tagged EBS volumes, validation per database, result to Slack, evidence to S3 for SOC 2. A runbook for a restore by hand, tried once by your team.',
      timeline: 'First automatic test after one week, runbook tried in the third week.',
      milestones: [
        ['First test runs and reports', 400],
        ['All resources covered, runbook tried', 800],
      ],
    },
  },
  'Budgets and alarms before we get a surprise bill': {
    responses: {
      'Isla McCrimmon':
        "Hello Olivier! One honest thing up front: budgets refresh a few times a day, so a budget alone can be eight hours late. With a leaked key that's most of the 14,000. So I'd do three layers:\n\n- a budget at 700 with an action that attaches a deny policy\n- anomaly detection, emails you within the day\n- an alarm on new Regions and on big instances starting, that one's minutes\n\nAnd no access keys to leak, if we can. How many IAM users have one today?",
      'Ingrid Solbakken':
        'The alarm should reach two people, in different time zones if you have them. And test it. I would start one forbidden instance on purpose.',
    },
    lines: {
      start:
        "Seven keys for five people, let's get that to zero while we're at it. Proposal's here, with a test included.",
      terms:
        'Budget with action, anomaly detection, alarms for unusual Regions and instance sizes, keys replaced by sign-on for all five. A test: I start something forbidden, you see how fast you hear. One page that explains it all, in English or French.',
      timeline: 'One week.',
      days: [3, 3],
      milestones: [
        ['Alarms and budget action tested', 400],
        ['No access keys left, page written', 800],
      ],
      report: 'Test yesterday: forbidden instance at 14:02, both of you alerted at 14:05, stopped at 14:06.',
    },
  },
  'Windows file server to FSx': {
    responses: {
      'Gonzalo Iriarte':
        "500 Mbit is enough: 2 TB is around 10 hours at full line, but you don't do it in the weekend. First copy with DataSync two weeks before, then every night only the changes. On Saturday the last difference, maybe 20 minutes.\n\nDrive letters: FSx accepts your old server name as a DNS alias, so \\\\files\\dept stays the same and no one sees a thing. Careful with the SPN of the old machine, this must move too. Is your AD at level 2012 R2 or higher?",
      'Henrik Aamodt':
        'Find the long paths before the weekend. Anything over 260 characters copies badly and it is always the finance folder. A script lists them in an hour.',
      'Imogen Fairweather':
        "I'd ask about shadow copies and quotas: FSx supports both, but neither is on by default, and the helpdesk will get 'where are my previous versions' on Monday. I'd also do a pilot with ten people in Venlo, a week early. Single or two Availability Zones?",
    },
    reply:
      'AD is 2016. Two zones if the price is under 700 a month. Can you include a pilot with ten people in Venlo? What do you need?',
  },
  'Guided tour of machine learning on AWS': {
    responses: {
      'Tobias Greenfield':
        "Eight years of visitor numbers is a great first dataset, and I'll be candid: for 'how busy is Saturday', weather, school holidays and what's on show will matter more than any clever model. So afternoon one is your data and a plain baseline, afternoon two is SageMaker and seeing whether it beats the baseline. Sometimes it doesn't, which is worth knowing.\n\nCosts stay under $20 if we shut notebooks down. Do you have the numbers by hour or by day?",
      'Priti Venkataraman':
        "Museums! I'd love to. One suggestion: let each analyst bring a question of their own, and we pick the one with the best data. People remember their own question. I'd prepare the account so that no one can spend more than $50 by accident.",
    },
    reply:
      'By hour since 2019, by day before. An honest baseline sounds wise to us. What would you need from our side?',
    lines: {
      start: "A CSV and three laptops, that's all. Let me put two dates into a proposal.",
      terms:
        'Preparation: your data cleaned, account set up with a spending cap.\nAfternoon 1: exploring, baseline.\nAfternoon 2: SageMaker, one model, comparison, and how to retrain it.\nAfterwards: notebook with comments, and two weeks of questions.',
      timeline: 'First afternoon this week or next, the second a week later.',
      days: [5, 7],
      milestones: [
        ['Data prepared, first afternoon held', 1100],
        ['Second afternoon, model in use', 2200],
      ],
      report: 'First afternoon done. Baseline is off by 14% on average, so that is the number to beat.',
      reason:
        'We enjoyed it very much! Only the cleaned data for 2016 to 2018 is not in the notebook yet, which was part of the preparation. Could you add it and ask again?',
    },
  },
  'Disaster recovery in a second Region': {
    responses: {
      'Aroha Tamihana':
        "Freya, your numbers are kind to you: 15 minutes is well within a cross-Region read replica (seconds of lag, at 1.1 TB), and four hours leaves time to promote it calmly and deploy 22 services from CDK. What usually breaks a rehearsal isn't the database. It's a secret, a certificate or an allow-list somewhere that only knows about Stockholm.\n\nSo I'd start by having you block eu-north-1 in a test account and see what complains. How does the outside world find you, Route 53?",
      'Anton Bergschneider':
        'The replica protects against a lost Region, not against a DELETE without WHERE: this is replicated in two seconds. The regulator asks for both. I would add copies of the backups to Frankfurt in a locked vault, about $110 per month for your size.',
      'Imogen Fairweather':
        "A thought on cost, since the second Region runs all year for one bad day: replica and data kept warm, services at zero tasks, images replicated. That's roughly 15% of your primary bill instead of 100%. Does the regulator's text say 'tested annually' or 'twice a year'? It changes how much we automate.",
    },
    reply:
      'Route 53, yes. Tested annually. We want the Region-block experiment. Which access do you need for design and which for set-up?',
    lines: {
      start:
        'Design: read-only, all of it. Set-up: system administration, but only in eu-central-1. Rehearsal: you hold the keys, I hold the stopwatch. Proposal next.',
      terms:
        'Design with a decision for every dependency. Replica, S3 replication with time control, ECR replication, CDK stacks for 22 services at zero. Runbook with a named owner per step.\n\nOne full rehearsal, timed. If it takes longer than four hours we improve and repeat, at no further cost.',
      timeline: 'Design in two weeks, set-up in four, rehearsal in week seven.',
      milestones: [
        ['Design accepted', 4000],
        ['Rehearsal under four hours', 9500],
      ],
    },
  },
  'Clean up an account no one remembers setting up': {
    responses: {
      'Wiremu Hartley':
        "Love these, it's like clearing out a shed. $740 in a seven-year-old account is nearly always five things: a forgotten database, unattached volumes, old snapshots, an idle load balancer and a NAT gateway. I'd have a list of everything with its monthly cost in two days, sorted by price.\n\nFor 'who uses this' I go by traffic and last access over 30 days, not by asking around. I won't switch anything off. Who gets the root account's email at the moment?",
    },
    reply: "...that would be a former colleague's address. Is that bad? It feels bad.",
  },
  'CloudWatch logs cost more than compute': {
    responses: {
      'Ingrid Solbakken':
        '900 GB a day is $450 a day in ingestion. Drop debug in Fluent Bit with one grep filter: tonight, five lines, per namespace so you can turn it back on.\n\nThen the year: what compliance needs goes to S3 through Firehose, $0.023 per GB. Which namespaces are in scope for it?',
      'Wiremu Hartley':
        "Don't forget the retention setting. If it's 'never expire', you're also paying for everything since 2023, I make that around 300 TB before compression. Set it to 30 days once the archive copy's done and not a day earlier.",
      'Noémie Talbot-Roux':
        'Which ten log lines make the most bytes? One Logs Insights query on the biggest groups, pattern command, ten minutes. In my experience 70 percent comes from three lines, and one of them is a health check.',
    },
  },
  'Tagging that finance can work with': {
    responses: {
      'Wiremu Hartley':
        "Four tags, no more: product, customer, env, owner. Anything longer and people make things up. Case matters in billing, which is why you've got three kinds of prod.\n\nI'd fix the old ones with Tag Editor in bulk, enforce new ones with a tag policy plus a check in CI, and use cost categories to cover what can't be tagged (support, data transfer). Report's a saved Cost Explorer view she opens herself. Note it only works from the day tags are activated, so do that today. Roughly how many products?",
    },
    reply:
      "Activated, thank you, that's a free tip I owe you for. Six products, two of which share everything. How do you handle those?",
  },
};
