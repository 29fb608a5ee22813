import { type DemoCompany, expert } from './company';

/** Companies with three experts each. */
export const LARGE_COMPANIES: readonly DemoCompany[] = [
  {
    name: 'Cloudharbour',
    country: 'SE',
    about:
      'Six engineers who repair and tidy AWS accounts. Serverless, cost and databases. We write down what we did.',
    experts: [
      expert(
        'Mateo Lindqvist',
        'Serverless and cost: I find where the money goes',
        'Europe/Stockholm',
        90,
        140,
        ['SAP', 700],
        ['DOP', 410],
      ),
      expert('Signe Hallberg', 'Relational databases on RDS and Aurora', 'Europe/Stockholm', 95, 130, [
        'SAA',
        500,
      ]),
      expert('Oskar Wiklund', 'Networks, VPN and DNS', 'Europe/Stockholm', 85, 120, ['ANS', 320]),
    ],
  },
  {
    name: 'Tidewater Systems',
    country: 'GB',
    partner: true,
    about: 'Migrations and landing zones for teams of ten to two hundred people.',
    experts: [
      expert('Imogen Fairweather', 'Landing zones and organisations', 'Europe/London', 110, 160, [
        'SAP',
        820,
      ]),
      expert(
        'Callum Redfern',
        'Containers on ECS and EKS',
        'Europe/London',
        90,
        130,
        ['DOP', 260],
        ['SAA', 640],
      ),
      expert('Priti Venkataraman', 'Data platforms: Glue, Athena, Redshift', 'Europe/London', 100, 150, [
        'DEA',
        510,
      ]),
    ],
  },
  {
    name: 'Northlight Cloud',
    country: 'US',
    about: 'Security reviews that end with fixes, not with a list.',
    experts: [
      expert('Dana Whitlock', 'Security reviews and incident response', 'America/New_York', 130, 190, [
        'SCS',
        600,
      ]),
      expert(
        'Rafael Quintero',
        'IAM and least privilege',
        'America/Chicago',
        120,
        170,
        ['SCS', 45],
        ['SAA', 300],
      ),
      expert('Maya Ostrowski', 'Compliance evidence, automated', 'America/New_York', 115, 165, ['SAP', 540]),
    ],
  },
  {
    name: 'Atelier Nuage',
    country: 'FR',
    about: 'Une petite équipe à Lyon. Web applications, content delivery and the bill that comes with them.',
    experts: [
      expert('Élodie Marchetti', 'CloudFront, caching and the edge', 'Europe/Paris', 80, 120, ['SAA', 710]),
      expert('Bastien Corvaisier', 'Lambda and API Gateway', 'Europe/Paris', 75, 110, ['DVA', 430]),
      expert('Noémie Talbot-Roux', 'Observability', 'Europe/Paris', 80, 115, ['SOA', 220]),
    ],
  },
  {
    name: 'Southern Cross Platforms',
    country: 'AU',
    about: 'Platform engineers in Melbourne and Auckland, awake while Europe sleeps.',
    experts: [
      expert('Lachlan Pereira', 'Kubernetes, calmly', 'Australia/Melbourne', 105, 150, ['DOP', 380]),
      expert('Aroha Tamihana', 'Disaster recovery that is rehearsed', 'Pacific/Auckland', 100, 145, [
        'SAP',
        290,
      ]),
      expert('Bronte Gallagher', 'Terraform and CDK', 'Australia/Melbourne', 95, 140, ['SAA', 600]),
    ],
  },
  {
    name: 'Keystone & Partners',
    country: 'US',
    partner: true,
    about: 'Data engineering since 2012.',
    experts: [
      expert(
        'Jerome Baptiste-Hall',
        'Streaming with Kinesis and MSK',
        'America/Denver',
        120,
        180,
        ['DEA', 450],
        ['SAA', 200],
      ),
      expert('Lucinda Okonjo', 'Warehouses: Redshift and QuickSight', 'America/New_York', 115, 170, [
        'DEA',
        330,
      ]),
      expert('Tobias Greenfield', 'Machine learning in production', 'America/Los_Angeles', 140, 200, [
        'MLS',
        240,
      ]),
    ],
  },
];
