import { type DemoCompany, expert } from './company';

/** Companies with two experts each, and freelancers. */
export const SMALL_COMPANIES: readonly DemoCompany[] = [
  {
    name: 'Fjordkraft Drift',
    country: 'NO',
    about: 'Operations for companies that have no operations team.',
    experts: [
      expert('Ingrid Solbakken', 'Monitoring, alarms and being woken less', 'Europe/Oslo', 95, 135, [
        'SOA',
        560,
      ]),
      expert('Henrik Aamodt', 'Linux, EC2 and patching', 'Europe/Oslo', 85, 120, ['SOA', 150]),
    ],
  },
  {
    name: 'Brightwater Data',
    country: 'IE',
    about: 'Databases. Only databases.',
    experts: [
      expert('Aoife Brannigan', 'PostgreSQL and Aurora', 'Europe/Dublin', 105, 150, ['SAP', 480]),
      expert('Cormac Delahunty', 'Oracle and SQL Server to open source', 'Europe/Dublin', 100, 145, [
        'SAA',
        390,
      ]),
    ],
  },
  {
    name: 'Sakura Cloudworks',
    country: 'JP',
    about: 'A Tokyo team for serverless applications, in English and Japanese.',
    experts: [
      expert(
        'Haruka Inoue-Vance',
        'Event-driven systems',
        'Asia/Tokyo',
        100,
        140,
        ['DVA', 630],
        ['SAA', 630],
      ),
      expert('Kenji Murasaki', 'IoT fleets', 'Asia/Tokyo', 95, 135, ['SAA', 280]),
    ],
  },
  {
    name: 'Peregrine Networks',
    country: 'GB',
    about: 'Direct Connect, transit gateways and everything with a route table.',
    experts: [
      expert('Winston Adeyemi-Clarke', 'Hybrid networks', 'Europe/London', 115, 165, ['ANS', 520]),
      expert('Beatrix Holloway', 'DNS and certificates', 'Europe/London', 95, 130, ['SAA', 350]),
    ],
  },
  {
    name: 'Alder & Finch',
    country: 'CA',
    about: 'We move web shops to AWS and stay until the first sale has gone well.',
    experts: [
      expert('Geneviève Lapointe-Ross', 'Web shops under load', 'America/Toronto', 90, 130, ['SAA', 440]),
      expert('Desmond Achebe-Lowe', 'Caching and queues', 'America/Toronto', 85, 125, ['DVA', 190]),
    ],
  },
  {
    name: 'Lumen Reliability',
    country: 'DE',
    about: 'Reliability engineers from Leipzig.',
    experts: [
      expert('Friederike Osterloh', 'Load tests and limits', 'Europe/Berlin', 100, 140, ['DOP', 470]),
      expert('Anton Bergschneider', 'Backups and restores', 'Europe/Berlin', 90, 130, ['SOA', 310]),
    ],
  },
  {
    name: 'Copperline',
    country: 'NZ',
    about: 'Small team, small bills: cost work for start-ups.',
    experts: [
      expert('Wiremu Hartley', 'Cost and tagging', 'Pacific/Auckland', 80, 120, ['SAA', 530]),
      expert(
        'Isla McCrimmon',
        'Budgets, savings plans, reports',
        'Pacific/Auckland',
        80,
        115,
        ['CLF', 300],
        ['SAA', 90],
      ),
    ],
  },
  {
    name: 'Vega Identity',
    country: 'ES',
    about: 'Sign-on, directories and permissions.',
    experts: [
      expert('Lucía Ferrándiz', 'IAM Identity Center and Cognito', 'Europe/Madrid', 85, 125, ['SCS', 410]),
      expert('Gonzalo Iriarte', 'Active Directory and Windows', 'Europe/Madrid', 80, 115, ['SAA', 260]),
    ],
  },
  {
    name: 'Haldane Mobile',
    country: 'GB',
    about: 'Back ends for mobile applications.',
    experts: [
      expert('Fraser Lockhart', 'AppSync and DynamoDB', 'Europe/London', 90, 130, ['DVA', 580]),
      expert('Zainab Rahmani-Cole', 'Push, mail and SMS', 'Europe/London', 85, 120, ['SAA', 170]),
    ],
  },
  {
    name: 'Rosalind Achterberg',
    country: 'NL',
    freelancer: true,
    about: 'Freelancer. Step Functions, queues, and systems that must not lose anything.',
    experts: [
      expert('Rosalind Achterberg', 'Queues and workflows', 'Europe/Amsterdam', 95, 130, ['SAP', 350]),
    ],
  },
  {
    name: 'Emeka Nwosu-Reid',
    country: 'GB',
    freelancer: true,
    about: 'Freelancer. I read CloudTrail so that you do not have to.',
    experts: [expert('Emeka Nwosu-Reid', 'Forensics and logs', 'Europe/London', 110, 150, ['SCS', 270])],
  },
  {
    name: 'Paloma Estévez',
    country: 'ES',
    freelancer: true,
    about: 'Freelancer. Python, boto3 and automation.',
    experts: [expert('Paloma Estévez', 'Automation in Python', 'Europe/Madrid', 70, 100, ['DVA', 320])],
  },
  {
    name: 'Jonas Berghammer',
    country: 'AT',
    freelancer: true,
    about: 'Freelancer. Pipelines and releases.',
    experts: [expert('Jonas Berghammer', 'Pipelines and releases', 'Europe/Vienna', 85, 120, ['DOP', 230])],
  },
  {
    name: 'Thandeka Mokoena-Hill',
    country: 'GB',
    freelancer: true,
    about: 'Freelancer, new here.',
    experts: [
      {
        ...expert('Thandeka Mokoena-Hill', 'Networks for small offices', 'Europe/London', 70, 95, [
          'ANS',
          640,
        ]),
        unchecked: true,
      },
    ],
  },
  {
    name: 'Viktor Salminen',
    country: 'FI',
    freelancer: true,
    about: 'Freelancer, new here.',
    experts: [
      {
        ...expert('Viktor Salminen', 'Databases and search', 'Europe/Helsinki', 75, 105, ['SAA', 700]),
        unchecked: true,
      },
    ],
  },
];
