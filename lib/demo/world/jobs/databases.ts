import type { DemoJob } from './job';

/** Around databases. */
export const DATABASE_JOBS: Readonly<Record<string, DemoJob>> = {
  'Move on-premises MySQL to RDS over one weekend': {
    responses: {
      'Cormac Delahunty':
        "300 GB and a 40-hour window, you have more room than you think. I wouldn't use DMS here at all. Make RDS a replica of your server a week ahead, let it catch up, and on Friday night you only switch the tills over. Ten minutes, and if something smells wrong you switch back.\n\nOne decision to make first: RDS charges extra for 5.7 these days, so do we land on 8.0 straight away? I'd say yes, after a dry run. Does anything old talk to that database, reports or a card terminal?",
      'Imogen Fairweather':
        'Thank you for such a clear brief. I would suggest splitting it as you did: an hour together first (schema, users, what connects to it), from which you get a written runbook. If you like the runbook, we do the move with a named person at each step and a point of no return at Saturday 18:00. Two questions. What is the upload speed of your back office? And is the replica on the same machine?',
      'Anton Bergschneider':
        'Honest question first: is there a backup of this server, and did someone ever restore it? I ask because the weekend plan needs a way back on Sunday at 11:00, and the way back is a backup. I would do this test before everything else, half a day. Then replication to RDS for MySQL 8.0 as planned.',
      'Henrik Aamodt':
        'Check the free disk on the back office server. Replication needs binary logs kept for about a week, and with 300 GB of data that can be 50 GB or more. If it is full on Thursday, your weekend is over before it starts. I have moved six shops like yours.',
    },
    reply:
      "Thank you, the 'switch back' part lets me sleep. There is a stock report that runs at 06:00 from a spreadsheet, does that count as old? When could you talk, and what should I have ready?",
  },
  'Aurora PostgreSQL failover takes three minutes': {
    responses: {
      'Aoife Brannigan':
        "Your writer moved in 25 seconds, so Aurora did its bit. The other two and a half minutes are Java holding on to dead connections, bless it. Two things to look at: networkaddress.cache.ttl (if it isn't set, set it to 5) and socketTimeout in the JDBC URL, because without one a dead socket waits for the kernel.\n\nOr swap in the AWS JDBC driver with the failover plugin, which goes to the new writer without asking DNS at all. I've seen six to eight seconds with that. Patience I've plenty of.",
      'Aroha Tamihana':
        "Kia ora Gwen. Good on you for testing before you needed it, most don't. I'd fix the driver first and then run the failover five times, not once, at a quiet hour and with someone watching the pool. Which matters more to you: no lost writes, or a fast comeback? The settings differ slightly.",
      'Signe Hallberg':
        'Check maxLifetime in HikariCP. If it is longer than the failover, the pool hands out old connections until it expires. 30 seconds for validation, driver 2.x or later of the AWS wrapper, done. I can review the config in an hour.',
    },
    reply:
      "socketTimeout isn't set anywhere. Neither is the other one. I feel a bit silly! Could you do it with me so I understand it, and rerun the test?",
    lines: {
      start:
        "Not silly at all, no one sets them till they've been bitten. I'll write it up as two bits of work.",
      terms:
        "Bit one: we go through driver, pool and JVM settings together on a call, you make the changes, I explain each.\nBit two: five failovers on staging, then two on production at an hour you pick. Target is under 15 seconds. If we don't get there I keep going at my own cost.",
      timeline: "Ten days at the outside. Calls whenever suits, I'm an hour's walk from my laptop at worst.",
      days: [8, 3],
      milestones: [
        ['Settings reviewed and on staging', 600],
        ['Production failover under 15 seconds', 1300],
      ],
      report:
        'Staging does it in 7 to 9 seconds, five out of five. The settings are in your wiki, with a line on why for each.',
    },
  },
  'DynamoDB throttles on one partition': {
    responses: {
      'Fraser Lockhart':
        "On demand doesn't help when it's one key: a partition tops out at 1,000 write units a second whatever you pay. I'd check the index before the table. If the GSI is keyed by practice as well, it throttles first and pushes back on the writes, and it looks just like what you describe. Contributor Insights will show it in a day. What's the index keyed by?",
      'Desmond Achebe-Lowe':
        'Picture forty queues at one till. The usual cure is to add the appointment date to the key, so that each day is its own till; for a very busy practice, a suffix from 0 to 9 on top. Migration without downtime: write to both tables, backfill from an export, compare, switch reads. Two weeks, most of it comparing. Would I work with de-identified data in a test table?',
    },
  },
  'Athena queries scan far too much': {
    responses: {
      'Priti Venkataraman':
        "6 TB of gzipped JSON is a lovely before-picture! With Parquet you'd typically be at 600 to 900 GB, and a Grafana panel for one robot and one day would read megabytes. $1,900 should land somewhere near $60.\n\nI'd use partition projection by day, so no one has to run MSCK or a crawler ever again. New data through Firehose with format conversion, old data with one Glue job. Could you tell me the three queries that run most, and whether robots ever send data late?",
      'Lucinda Okonjo':
        'We did this conversion for a fleet of forklifts last spring: 9 TB, three days of processing, about $200 in Glue. My advice is to decide the partition key from the dashboards rather than from the data. If panels filter by robot, bucket by robot inside the day. I can give you a fixed price after seeing ten of your queries.',
      'Paloma Estévez':
        "Hej Jan-Erik! 'With us, not just say it': I like that. I'd do it in your own repo: a Glue script in Python, tests with one hour of telemetry, and we convert month by month so your team can do the second half alone. What do you use for infrastructure, CDK or Terraform?",
    },
    reply:
      'Two of the top three filter by robot and day, one scans a week. Late data: yes, up to two days when a robot is out of coverage. Can your approach handle that?',
    lines: {
      start:
        'It can, we partition by event day and let late files land where they belong. Your queries are very helpful, thank you! I need read on the raw bucket and write on a new one.',
      terms:
        'One month of telemetry converted to Parquet with partition projection, checked row by row against the raw data. Your five Grafana dashboards moved to the new table. Then the remaining months, converted by your engineer with me next to them.\n\nOngoing: Firehose conversion for the daily 12 GB, late data included.',
      timeline: 'First month by Friday week, everything by the end of the month.',
      milestones: [
        ['One month converted, dashboards compared', 300],
        ['All 6 TB converted, new data arrives as Parquet', 700],
      ],
    },
  },
  'OpenSearch cluster is red after a node was lost': {
    responses: {
      'Noémie Talbot-Roux':
        "Did you look for the automatic snapshots? The managed service takes one every hour and keeps them 14 days, in a repository called cs-automated-enc. The one from March is perhaps only the last one made by hand. So: GET _snapshot/cs-automated-enc/_all, and look for products-v7.\n\nPlease do not delete the red index yet. First _cluster/allocation/explain, because if the node's volume comes back you lose nothing. I'm online until 23:00 Paris time.",
    },
    reply:
      "OMG they're there, the last one's from 40 minutes before the crash. Do I restore over it or next to it??",
  },
  'QuickSight dashboards for the sales team': {
    responses: {
      'Lucinda Okonjo':
        "Five weeks is workable for six dashboards if the Figma files don't change after week two. Row-level security first: I'd drive it from one rules table in Redshift, so your ops person adds a rep by adding a row.\n\nAt 35 readers and 4 authors you're looking at roughly $200 a month in licenses. Are the regions exclusive, or do some managers see two?",
      'Priti Venkataraman':
        "I'd love to see the mock-ups! The thing that usually bites is a chart that's easy in Figma and impossible in QuickSight, so I'd go through all six in the first hour and mark what needs a plan B. SPICE or direct query? With Redshift Serverless every reader click wakes the warehouse, so I'd lean to SPICE, refreshed hourly.",
      'Isla McCrimmon':
        "Hi there! A dashboard no one can change dies in month two, so let's plan for that. For your ops person: two short recorded sessions and a checklist. Quick one, who are the 4 authors today and have they used it before? Cheers, Isla",
    },
    reply:
      'Regions overlap for 2 managers. Figma is frozen, promise. When could you start? Kickoff is the 9th.',
  },
  'Redshift costs more than the people who use it': {
    responses: {
      'Lucinda Okonjo':
        "Eight ra3.xlplus at on-demand rates is about $6,340 a month, and ten people from 9 to 18 use perhaps a quarter of those hours. Pausing nights and weekends alone would bring it near $1,700. Serverless may beat that or not: it depends on whether your queries come in bursts.\n\nI'd measure one week from SYS_QUERY_HISTORY, replay it on a Serverless workgroup of 8 RPUs, and show you both invoices. Do you have loads that run at night?",
      'Wiremu Hartley':
        'Pause it tonight, save $4,000, think about the rest later. Seriously: a schedule takes ten minutes and you can do it yourself in the console. Then you have time to measure properly. Happy to be the one who measures.',
    },
    lines: {
      start:
        'Understood on the night loads: two, before 07:00. That still leaves eleven hours to pause. I need read access to the system views and permission to create one workgroup.',
      terms:
        '1. One week of query history, replayed on Serverless. Report with both costs, per query group.\n2. Move to whichever is cheaper at equal speed, night loads and the BI connection included.\n3. One month later: actual invoice against forecast.',
      timeline: 'Report after four days, move in the week after.',
      days: [8, 4],
      milestones: [
        ['Measured report with both costs', 600],
        ['Moved, BI tool connected, old cluster off', 1200],
      ],
      report: 'Measured: Serverless forecast $1,450 a month, paused cluster $1,720.',
      done: 'The old cluster is off, final snapshot kept. First three days on Serverless: $146.',
      review: [
        3,
        'The result is good: we pay about 1,500 instead of 6,300 dollars. But the report arrived four days later than agreed and I had to ask for news twice. For a small company like us this waiting was not easy.',
      ],
    },
  },
  'DMS replication stops at large objects': {
    responses: {
      'Cormac Delahunty':
        "Seen this one in a bank in Cork, same month-end panic. Do those two tables have a primary key? DMS can't replicate a LOB change without one, it has nothing to look the row up by. And check the table mappings: a table-level setting can put just those two back into limited LOB mode while the task says full. 'Truncated' smells like exactly that.\n\nSupplemental logging on the key columns is the third suspect. I'd have an hour this afternoon.",
      'Signe Hallberg':
        'Two tables only? Then skip the fight. Unload them with a consistent SCN, load into PostgreSQL, and run a small change job until cut-over. How large are they?',
      'Jerome Baptiste-Hall':
        'A useful experiment: start a second task with just those tables, inline LOB limit at 64 KB, batch apply off, and debug logging for SOURCE_CAPTURE. Within twenty minutes you know whether the value is cut when it is read or when it is written. Either way, plan the validation: at month end you will want a row count and a checksum per table before that server goes dark.',
    },
    reply: "One has no primary key. Didn't know that mattered. How much to get both in sync and prove it?",
    lines: {
      start:
        "There's your culprit, so. We'll add a key on the Oracle side, no application change needed. Terms are on the way, and the proof is in part two.",
      terms:
        'Part one: key added, supplemental logging on, both tables replicating without error for 48 hours.\nPart two: full comparison of both databases, counts and checksums, every table. You get a signed-off list before anyone touches the Oracle server.',
      timeline: 'Part one this week. Comparison done five days before month end.',
      days: [2.7, 5],
      milestones: [
        ['Both tables replicate without error', 1000],
        ['Every table compared and signed off', 2000],
      ],
      report: 'Running clean since Tuesday 09:40, 61 hours. No errors in the task log.',
      reason: 'One table stopped again last night at 02:15. Same error. Fix that and I will pay.',
    },
  },
  'Make our nightly export faster and cheaper': {
    responses: {
      'Priti Venkataraman':
        "You can drop the big instance altogether. Aurora MySQL can write to S3 on its own, in parallel, from a clone so production doesn't notice. The 'one sorted file' part is where it gets fun: S3 can glue parts together server-side, as long as each is over 5 MB, so we sort by date range and stitch.\n\nMy guess is 35 to 45 minutes and about $3 a night. Does the bank want a header line, and how big is the file when it works?",
      'Mateo Lindqvist':
        "The 95% part worries me more than the seven hours. Usually it's one connection that gets cut at the end and no way to resume, so you start from zero. I'd split it by date into 30 chunks that can each be repeated alone: if one dies, you lose two minutes, and no one gets woken up. What does that r5.4xlarge cost you, around $850 a month?",
    },
    reply:
      "$890!! Header line yes, file's 38 GB. If you get this under an hour I'll send you coffee. When can you start?",
    lines: {
      start:
        "Tomorrow! I'll need a read-only database user on a clone and a test bucket, nothing in production until you've seen it run.",
      terms:
        "- Export from an Aurora clone, split by date, sorted, stitched into one file with header\n- Step Functions around it, so a failed chunk repeats alone\n- Alarm at 05:30 if it isn't there\n- Byte-for-byte comparison with three of your old files",
      timeline: 'Two days to a full test run, then three nights side by side with the old job.',
      days: [2, 3],
      milestones: [
        ['Test run compared with an old file', 300],
        ['Three nights in production, old instance off', 700],
      ],
      report: "Test run: 41 minutes, file identical to Monday's, byte for byte.",
      done: 'Third night done at 02:39, and the r5.4xlarge is stopped.',
      review: [
        5,
        "Seven hours down to 39 minutes, and I've slept through every night since. Priti compared the files with ours byte by byte before we switched anything. She also told us which of my own ideas were bad, nicely.",
      ],
    },
  },
  'RDS storage is full and cannot grow': {
    responses: {
      'Aoife Brannigan':
        "Right, here's what to do this minute: RDS console, your database, Maintenance tab, read me what's under pending. While you look, check the metric OldestReplicationSlotLag. If it's huge, something stopped reading a replication slot and the disk is full of WAL, and dropping the slot gives you your shop back without growing anything. I'm at my desk, ping me here.",
      'Signe Hallberg':
        "If the pending change will not finish: restore last night's snapshot to a new instance with 200 GB gp3. 30 to 40 minutes. You lose today's sales in the database, so only as plan B. Keep the old one running.",
    },
    lines: {
      start:
        "Found you: the slot from that analytics trial, 71 GB of WAL. Send me access for RDS and I'll drop it with you watching, then we do the rest calmly tomorrow.",
      terms:
        'Today: drop the dead slot, get the tills back, take a snapshot.\nTomorrow: gp3 at 150 GB with autoscaling up to 300, alarms for storage and slot lag, and a note on what to do if either one goes off.',
      timeline: 'Today and tomorrow.',
      days: [0.2, 1],
      milestones: [
        ['Tills back up', 550],
        ['gp3, autoscaling and alarms', 1150],
      ],
      report: 'Tills are back up, 68 GB free. Have a cup of tea.',
      done: 'gp3 and autoscaling are on. I set off both alarms on purpose and you got them, so they work.',
      review: [
        5,
        "Aoife knew what it was from my panicky message, and the tills were back before we opened again. I still don't entirely know what a replication slot is but I now get an alarm about it. Lifesaver.",
      ],
    },
  },
};
