import { type DemoCompany, expert } from './company';

/** Companies with three experts each. */
export const LARGE_COMPANIES: readonly DemoCompany[] = [
  {
    name: 'Cloudharbour',
    country: 'SE',
    about:
      "We're six engineers in Gothenburg. People call us when a bill jumps or a database sulks. You get a short note after every job saying what we touched and why.",
    experts: [
      expert(
        'Mateo Lindqvist',
        'Serverless and cost. I find where the money goes',
        'Europe/Stockholm',
        90,
        140,
        ['SAP', 700],
        ['DOP', 410],
      ),
      expert('Signe Hallberg', 'RDS and Aurora, since before Aurora', 'Europe/Stockholm', 95, 130, [
        'SAA',
        500,
      ]),
      expert('Oskar Wiklund', 'Networks, VPN, and it is usually DNS', 'Europe/Stockholm', 85, 120, [
        'ANS',
        320,
      ]),
    ],
  },
  {
    name: 'Tidewater Systems',
    country: 'GB',
    partner: true,
    about:
      'Tidewater plans and carries out moves to AWS for companies of ten to two hundred people. Every project starts with a written runbook; you can keep it even if you do the move without us.',
    experts: [
      expert(
        'Imogen Fairweather',
        'Landing zones and multi-account organizations',
        'Europe/London',
        110,
        160,
        ['SAP', 820],
      ),
      expert(
        'Callum Redfern',
        'ECS, EKS and the odd Dockerfile',
        'Europe/London',
        90,
        130,
        ['DOP', 260],
        ['SAA', 640],
      ),
      expert(
        'Priti Venkataraman',
        'I build data platforms on Glue, Athena and Redshift',
        'Europe/London',
        100,
        150,
        ['DEA', 510],
      ),
    ],
  },
  {
    name: 'Northlight Cloud',
    country: 'US',
    about:
      "Most security reviews end in a PDF. Ours end in pull requests. We're ex-incident responders from New York and Chicago, and we've seen what the PDF doesn't fix.",
    experts: [
      expert('Dana Whitlock', 'Incident response and security reviews', 'America/New_York', 130, 190, [
        'SCS',
        600,
      ]),
      expert(
        'Rafael Quintero',
        'IAM policies that people can read',
        'America/Chicago',
        120,
        170,
        ['SCS', 45],
        ['SAA', 300],
      ),
      expert(
        'Maya Ostrowski',
        'Audit evidence (SOC 2, ISO 27001), collected automatically',
        'America/New_York',
        115,
        165,
        ['SAP', 540],
      ),
    ],
  },
  {
    name: 'Atelier Nuage',
    country: 'FR',
    about:
      'Une petite équipe à Lyon. We take care of web applications on AWS: how fast they load, what they cost, and how you notice when something goes wrong. In French or in English, as you like.',
    experts: [
      expert('Élodie Marchetti', 'Fast websites with CloudFront', 'Europe/Paris', 80, 120, ['SAA', 710]),
      expert('Bastien Corvaisier', 'APIs on Lambda and API Gateway', 'Europe/Paris', 75, 110, ['DVA', 430]),
      expert('Noémie Talbot-Roux', 'Logs, traces and metrics you will look at', 'Europe/Paris', 80, 115, [
        'SOA',
        220,
      ]),
    ],
  },
  {
    name: 'Southern Cross Platforms',
    country: 'AU',
    about:
      "Melbourne and Auckland. When it's 2 a.m. in Europe we're on our second coffee, which makes us handy for upgrades no one local wants to stay up for.",
    experts: [
      expert('Lachlan Pereira', 'I do Kubernetes, calmly', 'Australia/Melbourne', 105, 150, ['DOP', 380]),
      expert('Aroha Tamihana', 'Disaster recovery, rehearsed', 'Pacific/Auckland', 100, 145, ['SAP', 290]),
      expert('Bronte Gallagher', 'Terraform, CDK. Small diffs.', 'Australia/Melbourne', 95, 140, [
        'SAA',
        600,
      ]),
    ],
  },
  {
    name: 'Keystone & Partners',
    country: 'US',
    partner: true,
    about:
      'Data engineering since 2012, from Denver, New York and Los Angeles. Streams, warehouses, and lately a good deal of machine learning. We quote fixed prices once we have seen your data.',
    experts: [
      expert(
        'Jerome Baptiste-Hall',
        'Principal engineer for streaming: Kinesis, MSK, Flink',
        'America/Denver',
        120,
        180,
        ['DEA', 450],
        ['SAA', 200],
      ),
      expert(
        'Lucinda Okonjo',
        'Redshift warehouses and QuickSight dashboards',
        'America/New_York',
        115,
        170,
        ['DEA', 330],
      ),
      expert(
        'Tobias Greenfield',
        'Machine learning that earns its keep in production',
        'America/Los_Angeles',
        140,
        200,
        ['MLS', 240],
      ),
    ],
  },
];
