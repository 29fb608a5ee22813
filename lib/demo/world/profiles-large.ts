import type { DemoAbout } from './company';

/** What the experts of the companies with three say about themselves. */
export const LARGE_ABOUTS: Readonly<Record<string, DemoAbout>> = {
  'Mateo Lindqvist': {
    summary:
      "Bills first, then code. I read your Cost Explorer the way other people read a menu, and most of what I find is a setting someone forgot. I tell you the likely saving before you pay for it, and I measure it afterwards.\n\nLambda, API Gateway, Step Functions, DynamoDB. If you need someone for on-prem Windows, I'm the wrong person.",
    experience:
      'Eight years at a music streaming start-up in Stockholm, four of them owning a $2 million AWS bill (it was $3.4 million when I started). Cloudharbour since 2021.\n\nRecent: a retailer from $2,900 to $1,050 a month in nine days; a Lambda API from six-second cold starts to 400 ms.',
  },
  'Signe Hallberg': {
    summary:
      'RDS and Aurora, MySQL and PostgreSQL. I say little and write short reports. No changes without a tested way back.',
    experience:
      'DBA since 2009: a bank, a county council, a game studio.\n- 4 TB PostgreSQL moved with 11 minutes of downtime\n- 26 databases upgraded off MySQL 5.7\n- One corrupted index found on Christmas Eve',
  },
  'Oskar Wiklund': {
    summary:
      "I've been pulling packets apart since the days of coax. VPNs that drop, routes that loop, DNS that lies. I'll ask you for a traceroute before I ask for money, and I explain what I see while we're on the call, because next time you might not need me.",
    experience:
      'Network engineer at a telecoms operator for ten years, then at a ferry company where a broken link meant a ship without tickets. AWS full-time since 2018. Advanced Networking certified, and I really did read the whole Direct Connect guide.',
  },
  'Imogen Fairweather': {
    summary:
      "I help growing companies get from one crowded AWS account to a set-up they won't have to redo in two years. My projects begin with a conversation about what could go wrong, and end with a document your own team has already used once.",
    experience:
      'Solution architect for public libraries, an NHS trust and two universities before co-founding Tidewater Systems in 2017. 34 landing zones to date; the smallest had three accounts, the largest 260. Occasional speaker at user groups in Leeds and London.',
  },
  'Callum Redfern': {
    summary:
      "Container guy. ECS if I can talk you into it, EKS if I can't. I'm happiest pairing with your devs, so expect me to hand you the keyboard. Fluent in exit codes.",
    experience:
      'Ran platform for a food delivery app in Manchester through the lockdown years, so I know what a bad Friday looks like. Before that, sysadmin at a newspaper.\n\nLast few jobs: Rails monolith to Fargate, memory leak hunts (three of them), an EKS cluster no one had dared upgrade for two years.',
  },
  'Priti Venkataraman': {
    summary:
      'Give me a slow query and a strong tea! I work with data teams on Glue, Athena, Redshift and everything around them. I like to start from the questions your people ask of the data, because the format, the partitions and the cost all follow from there. You get tests with every pipeline.',
    experience:
      'PhD in astronomy (lots of data, no budget), then six years building the data platform of a large supermarket: 80 pipelines, 4 PB, a team of seven. At Tidewater since 2022. I mentor two people switching careers into data engineering.',
    languages: 'English, Tamil, Hindi',
  },
  'Dana Whitlock': {
    summary:
      'When something is on fire: contain, preserve, then understand. When nothing is: I review accounts and fix what I find, with you on the call, so the report and the fix have the same date.',
    experience:
      'U.S. Air Force cyber, then eight years of incident response at a Fortune 500 insurer. 60+ cloud incidents handled, from leaked keys to one very motivated ex-employee. CISSP, GCFA, AWS Security Specialty.',
  },
  'Rafael Quintero': {
    summary:
      'A policy no one can read is a policy no one will maintain. I write IAM that fits on a screen, with comments, tied to what your workloads really do in CloudTrail. Patient teacher, and I speak Spanish if your team would rather.',
    experience:
      'Started on a help desk in El Paso resetting accounts, so I know who suffers when permissions go wrong. Later: identity lead at a hospital group with 14 AWS accounts and 9,000 staff. Took one client from 212 admin users to four.',
    languages: 'English, Spanish',
  },
  'Maya Ostrowski': {
    summary:
      'Scope:\n- SOC 2, ISO 27001, PCI DSS evidence from AWS Config, Security Hub and CloudTrail\n- Customer security questionnaires\n- Preparation for audit interviews\n\nI do not write statements I have not seen evidence for. This saves time later.',
    experience:
      'Internal auditor for seven years at a payments processor, which means I know what the person across the table is looking for. Since 2019 on the other side: 22 audits accompanied, all passed, two on the second attempt.',
    languages: 'English, Polish',
  },
  'Élodie Marchetti': {
    summary:
      'A page should arrive before the visitor begins to wonder. I work with CloudFront, caching, images, headers and the WAF. I look first at what your public site sends, which costs you nothing, and then we speak.',
    experience:
      'Front-end developer in a press group in Lyon for nine years; I moved slowly to the side of the network because the slow things were there. Recent work: a museum, a cosmetics brand (1.8 seconds to 0.6), a ticket office on the day of a big concert.',
    languages: 'French, English, Italian',
  },
  'Bastien Corvaisier': {
    summary:
      "APIs with Lambda, mostly Java and TypeScript. I like small functions, good tests, and logs that one can read at 3 in the morning. I'm not expensive and I'm honest about what I don't know.",
    experience:
      '2016 to 2021: back-end developer for a car-sharing service (Lambda from the first day, with all the mistakes of that time). Since then at Atelier Nuage. SnapStart on around 60 functions, three API migrations, one marathon.',
  },
  'Noémie Talbot-Roux': {
    summary:
      'What question did you ask your logs yesterday, and did they reply? If not, this is where I begin. OpenTelemetry, CloudWatch, X-Ray, OpenSearch. Fewer dashboards, but ones that people open.',
    experience:
      'Support engineer, then SRE at a hosting provider in Nantes. I reduced a log bill from 11,000 to 2,400 euros per month without losing a line that was used. Trainer for observability since 2020.',
  },
  'Lachlan Pereira': {
    summary:
      "Upgrades, migrations, and the odd conversation about whether you need it at all. I'm in Melbourne, so your maintenance window is probably my lunch.",
    experience:
      "EKS since it was a preview. Looked after clusters for a bank, a broadcaster (election night, no outage, aged ten years) and about twenty smaller outfits. 70-odd version upgrades, and only one I don't talk about.",
  },
  'Aroha Tamihana': {
    summary:
      "Kia ora. I help teams find out what happens on their worst day before it comes. We agree on how long you can be down and how much you can lose, build for that and no more, and then we rehearse. The rehearsal is the product; the diagram isn't.",
    experience:
      'Worked in Christchurch through the 2011 earthquake, keeping a hospital network up on two generators. That set the direction. Since then: recovery design for two councils, a port, a credit union. One restore, rehearsed four times, was needed for real in 2023 and took 52 minutes.',
    languages: 'English, Māori',
  },
  'Bronte Gallagher': {
    summary:
      'Infrastructure as code. Terraform, CDK, cleaning up after both. I delete more than I write. If you want a slide deck, ask someone else.',
    experience:
      'Ops at a mining company in Perth (remote sites, terrible links), then platform lead at a fintech. State surgery on 9 broken Terraform states, largest 4,100 resources, nothing destroyed.',
  },
  'Jerome Baptiste-Hall': {
    summary:
      'I treat a slow stream as a hypothesis to be tested. You will get a suspected cause, an inexpensive experiment that could prove me wrong, and only then a recommendation. Kinesis, MSK, Flink, and the consumers that read from them.',
    experience:
      'Taught distributed systems at a state university for six years before joining Keystone as its second employee. Designed the ingestion of a weather service (1.1 million events per second at peak) and the order stream of a grocery chain. Author of two papers on consumer rebalancing.',
    languages: 'English, French',
  },
  'Lucinda Okonjo': {
    summary:
      "Dashboards people trust, at a cost finance accepts. Fixed price where I can, clear assumptions where I can't. I ask for ten real queries before I quote.",
    experience:
      'BI manager at a hotel group for eight years, three Redshift generations. 19 QuickSight roll-outs with row-level security, 12 warehouse right-sizings (median saving 58%). Based in Brooklyn.',
  },
  'Tobias Greenfield': {
    summary:
      "I'll tell you when a spreadsheet beats a model. When it doesn't, I get models into production on SageMaker, Lambda or Batch, with monitoring, and without a GPU idling all weekend.",
    experience:
      'ML engineer since 2014: ad ranking, then medical imaging, then six years of consulting. 40 or so models shipped, maybe a dozen talked out of. Former lead at a lab in Pasadena. Machine Learning Specialty since its first year.',
  },
};
