import type { DemoAbout } from './company';

/** What the experts of small companies, and freelancers, say about themselves. */
export const SMALL_ABOUTS: Readonly<Record<string, DemoAbout>> = {
  'Ingrid Solbakken': {
    summary: 'An alarm should mean: get up. I remove the others. CloudWatch, logs, on-call rotations.',
    experience:
      'Control room of a hydropower plant, 12 years. Alarms there cut from 300 a week to 9. Cloud operations since 2017.',
  },
  'Henrik Aamodt': {
    summary:
      'I am good with old servers. Amazon Linux, Ubuntu, Windows if needed. I patch them, move them, and write down how they were set up, because usually no one has. Nothing clever.',
    experience:
      'Sysadmin since 1999. A shipping company, a municipality, then Fjordkraft Drift. About 900 EC2 instances looked after, 11 WordPress moves, one server that had been running for 2,214 days when I restarted it.',
  },
  'Aoife Brannigan': {
    summary:
      "Postgres, morning to night. Slow queries, bloat, failover that fails, upgrades you've been putting off. I'll talk you through it as I go, quite fast, so do stop me. If I can fix it in ten minutes I'll tell you how instead of quoting a day.",
    experience:
      "Fourteen years of it: a bookmaker in Dublin (Grand National day, look it up), an airline's booking engine, and Brightwater since we founded it in 2018. 120 Aurora clusters on my books at one time or another.",
    languages: 'English, Irish',
  },
  'Cormac Delahunty': {
    summary:
      "There's always one stored procedure from 2004 that everyone's afraid of, and I'm the fella who reads it. I move Oracle and SQL Server databases to PostgreSQL or MySQL. Slow and careful until the weekend itself, and then it's mostly tea and watching counters.",
    experience:
      "Oracle DBA for sixteen years, so I've no grudge against it, only against the license letter. 31 migrations finished: the smallest a parish register, the largest 7 TB for an insurer in Cork with a 14-minute cut-over.",
  },
  'Haruka Inoue-Vance': {
    summary:
      'I design systems in which parts speak by events: EventBridge, SQS, Lambda, Step Functions. I ask many questions in the beginning. I believe a clear sequence diagram prevents most accidents. Documents in English or Japanese.',
    experience:
      'Seven years at a railway ticketing company in Tokyo, responsible for payment events (zero lost, this was the requirement). Three years in Seattle. At Sakura Cloudworks I lead a team of four.',
  },
  'Kenji Murasaki': {
    summary:
      'I support IoT fleets with AWS IoT Core, Greengrass and Kinesis. Device certificates, reconnect storms, firmware update over the air. I reply every day in the evening of Japan time.',
    experience:
      'Embedded engineer for elevators, 11 years. Now fleets: 40,000 vending machines, 6,500 rental bicycles. I published a small tool for testing MQTT reconnects.',
  },
  'Winston Adeyemi-Clarke': {
    summary:
      'I have connected offices to data centers for twenty-six years, and to AWS for the last ten. I shall tell you plainly what a design costs, what it does when a line is cut, and whether a cheaper one would do. Correspondence is prompt.',
    experience:
      'Formerly head of networks at a building society; before that, a carrier. Direct Connect for forty-one customers, of whom six later returned to a VPN on my advice. Fellow of the Institution of Engineering and Technology.',
  },
  'Beatrix Holloway': {
    summary:
      "Before I write to you I'll have looked at your public DNS. Records, certificates, SPF, DKIM, DMARC, redirects: dull until they break, then very much not. Half of what I find can be fixed the same afternoon.",
    experience:
      'Looked after 3,000 domains at a registrar, then ran email for a university. Since 2019 at Peregrine. Once found an expired certificate by walking past a shop window.',
  },
  'Geneviève Lapointe-Ross': {
    summary:
      "Big sale coming? Let's break it now, on a quiet Tuesday, and not at noon on the day! I do load tests, tuning and live support for online shops on AWS, in English et en français. I'm on the call while it happens, snacks included.",
    experience:
      'Ten years in e-commerce in Montréal: outdoor gear, concert tickets, and one very popular collectible toy. 40+ sale events attended. Best moment: 9,000 orders a minute and nothing to do.',
    languages: 'French, English',
  },
  'Desmond Achebe-Lowe': {
    summary:
      "Slow systems are mostly people standing in the wrong line. I find the line. Redis, SQS, DynamoDB and the code between them. I like drawing it for you first, because once you see it you'll often fix it yourself.",
    experience:
      'Developer for twelve years, seven in ticketing where every queue is someone waiting. Fell into infrastructure when our cache went down on my birthday. Caches split, sized or removed for 30 teams.',
  },
  'Friederike Osterloh': {
    summary:
      'I measure. 1. What your system can take today. 2. Where it breaks first. 3. What it can take after the change. You receive the scripts, so you can repeat it without me.',
    experience:
      'Test engineer in railway signaling (safety level 4), later performance engineer at a catalog retailer in Leipzig. About 150 load tests, the largest with 400,000 simulated users. Distrusts averages.',
  },
  'Anton Bergschneider': {
    summary:
      'Honest question: when did you last restore something? If the reply is a silence, write to me. I set up backups which are tested every month by a machine and once a year by your people.',
    experience:
      'Storage administrator at a university hospital for 13 years. I have restored after ransomware two times, and I know which steps cost the hours. SysOps certified. I give a one-day training, "Restore or it did not happen".',
  },
  'Wiremu Hartley': {
    summary:
      "I go through AWS accounts the way you'd clear out a shed: what's this, who owns it, what's it worth. No judgment, every shed's the same. Usually pays for itself in the first month, and if it won't I'll tell you on day one.",
    experience:
      'Finance degree, then eight years in cloud ops at an airline in Auckland, so I speak to both sides of the table. 55 clean-ups. One account went from 900 resources to 60 and no one noticed, which was the point.',
    languages: 'English, Māori',
  },
  'Isla McCrimmon': {
    summary:
      "Hi! Budgets, Savings Plans, cost reports, tags. I love a tidy spreadsheet and I'll leave you one. I explain AWS prices to people who never wanted to know, and they still talk to me after.",
    experience:
      'Accountant turned cloud cost analyst. Three years at a SaaS company in Dunedin, two at Copperline. Savings Plans for 24 start-ups, none of them over-committed. Yes, I check every January.',
  },
  'Lucía Ferrándiz': {
    summary:
      'Sign-on without drama. I connect AWS with Google, Entra, Okta or your own directory, and I move users between systems so that they notice nothing. I work in test accounts first, always.',
    experience:
      'Identity engineer at a regional health service (70,000 accounts) and at an airline. Cognito migrations: five, the largest 2.3 million users. Security Specialty. I teach one evening per week at the vocational school.',
    languages: 'Spanish, Valencian, English',
  },
  'Gonzalo Iriarte': {
    summary:
      'Windows in AWS: Active Directory, FSx, RDP, licenses, printers if it must be. I look for the solution that your helpdesk can support on Monday.',
    experience:
      'I was helpdesk, then domain administrator, then consultant, always with Windows since NT 4. 18 file server moves, none on a Monday. From Pamplona.',
    languages: 'Spanish, Basque, English',
  },
  'Fraser Lockhart': {
    summary:
      'Back ends for apps: AppSync, DynamoDB, Cognito. Data models that still work at 100 times the users. Short calls, clear numbers.',
    experience:
      'Built sync for a hillwalking app that has to work with no signal for three days. Then a bank, a bus company and a dating app (busiest at 11 p.m. on Sundays). At Haldane since 2016.',
  },
  'Zainab Rahmani-Cole': {
    summary:
      "Messages that arrive:\n\n- SES and deliverability\n- SNS and push\n- SMS, sender IDs and all the country rules\n\nIf you're in the spam folder, tell me who sends what and to whom, and I'll tell you which of the three usual reasons it is.",
    experience:
      'Developer for a parcel company (40 million "your parcel is on its way" a month), then deliverability lead at an email platform. Moved a charity from 61% to 97% inbox before its Christmas appeal.',
    languages: 'English, Urdu',
  },
  'Rosalind Achterberg': {
    summary:
      'Most lost orders are lost politely: a message is deleted a moment too early, and no error is written. I look for those moments. Expect a few days of reading, a page of reasoning, and then a small change.',
    experience:
      'Twenty years in systems where a lost message has a name on it: lottery tickets, blood tests, wire transfers. Architect at a laboratory network until 2020, independent since. I turn down work that I think you could do better yourselves.',
  },
  'Emeka Nwosu-Reid': {
    summary:
      "Something's gone, or something's there that shouldn't be. I piece together who did what from CloudTrail, flow logs and whatever else survived, and I keep it in a form a lawyer can use. Then I close the door they came through.",
    experience:
      'Police digital forensics unit, six years; consultancy, six more; on my own since 2021. Nineteen cloud cases, four of which turned out to be a cron job. I find those the most satisfying.',
  },
  'Paloma Estévez': {
    summary:
      'Hello! I write Python that does the boring things for you: start, stop, copy, clean, report. I always add tests and a dry run, because I also have deleted the wrong thing once (only once). Small jobs are my favorite.',
    experience:
      'Physics in Granada, then data center operations, where I automated my own night shift. Freelance since 2020, around 70 small projects. Maintainer of two open-source boto3 helpers.',
  },
  'Jonas Berghammer': {
    summary:
      'Build once, release often, roll back without a meeting. I repair slow pipelines in GitHub Actions, GitLab and CodePipeline. I say what I think about your branch model, sorry in advance.',
    experience:
      'Release engineer for hospital software (two releases per year) and then for an online newspaper (thirty per day); I prefer the second. Fastest result so far: 52 minutes to 6, in three days.',
  },
  'Thandeka Mokoena-Hill': {
    summary:
      "Ten people, one router, and a VPN no one remembers setting up? I'm used to that. I set up networks for small offices and connect them to AWS, and I leave a drawing on the wall by the router.",
    experience:
      'Eleven years with a local IT firm in Norwich: dentists, schools, a lighthouse. Took the Advanced Networking exam this spring, and have just gone freelance.',
    languages: 'English, Zulu',
  },
  'Viktor Salminen': {
    summary:
      'PostgreSQL, MySQL, OpenSearch. Query tuning, index design, upgrades. I reply in the morning, Helsinki time. New on this site, not new to databases.',
    experience:
      'Fifteen years at a maker of library software: 300 installations, all slightly different. Migrated the search of 90 libraries from Solr to OpenSearch. Freelance for four months.',
  },
};
