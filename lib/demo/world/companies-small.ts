import { type DemoCompany, expert } from './company';

/** Companies with two experts each. */
export const SMALL_COMPANIES: readonly DemoCompany[] = [
  {
    name: 'Fjordkraft Drift',
    country: 'NO',
    about: 'No operations team? We are it, by the hour. Bergen, Norway.',
    experts: [
      expert('Ingrid Solbakken', 'Fewer alarms, better sleep', 'Europe/Oslo', 95, 135, ['SOA', 560]),
      expert('Henrik Aamodt', 'Linux servers on EC2, kept patched', 'Europe/Oslo', 85, 120, ['SOA', 150]),
    ],
  },
  {
    name: 'Brightwater Data',
    country: 'IE',
    about:
      "Databases, and nothing else. We've moved, rescued and tuned them since Oracle 8. If your problem turns out not to be the database we'll say so and charge you nothing.",
    experts: [
      expert('Aoife Brannigan', 'PostgreSQL and Aurora performance', 'Europe/Dublin', 105, 150, ['SAP', 480]),
      expert('Cormac Delahunty', 'Getting off Oracle and SQL Server', 'Europe/Dublin', 100, 145, [
        'SAA',
        390,
      ]),
    ],
  },
  {
    name: 'Sakura Cloudworks',
    country: 'JP',
    about:
      'Sakura Cloudworks is a team of nine in Tokyo. We design event-driven systems and connected devices, and we document in English and Japanese.',
    experts: [
      expert(
        'Haruka Inoue-Vance',
        'Event-driven design with Lambda and EventBridge',
        'Asia/Tokyo',
        100,
        140,
        ['DVA', 630],
        ['SAA', 630],
      ),
      expert('Kenji Murasaki', 'IoT device fleets, from 100 to 100,000', 'Asia/Tokyo', 95, 135, ['SAA', 280]),
    ],
  },
  {
    name: 'Peregrine Networks',
    country: 'GB',
    about:
      'If it has a route table, we are interested. Peregrine was founded by two former carrier engineers in Bristol in 2015.',
    experts: [
      expert('Winston Adeyemi-Clarke', 'Hybrid networks, Direct Connect and VPN', 'Europe/London', 115, 165, [
        'ANS',
        520,
      ]),
      expert('Beatrix Holloway', 'DNS, certificates, email authentication', 'Europe/London', 95, 130, [
        'SAA',
        350,
      ]),
    ],
  },
  {
    name: 'Alder & Finch',
    country: 'CA',
    about:
      "We look after online shops on AWS: the move, the first big sale, and the Monday after. We've been through eleven Black Fridays, mostly awake.",
    experts: [
      expert('Geneviève Lapointe-Ross', 'Online shops under load', 'America/Toronto', 90, 130, ['SAA', 440]),
      expert('Desmond Achebe-Lowe', 'Caches, queues and why yours is slow', 'America/Toronto', 85, 125, [
        'DVA',
        190,
      ]),
    ],
  },
  {
    name: 'Lumen Reliability',
    country: 'DE',
    about:
      'Two reliability engineers from Leipzig. We test what happens under load and after a failure, with numbers before and after. No test, no opinion.',
    experts: [
      expert('Friederike Osterloh', 'Load testing with honest numbers', 'Europe/Berlin', 100, 140, [
        'DOP',
        470,
      ]),
      expert('Anton Bergschneider', 'Backups. And above all, restores', 'Europe/Berlin', 90, 130, [
        'SOA',
        310,
      ]),
    ],
  },
  {
    name: 'Copperline',
    country: 'NZ',
    about:
      'Small Wellington team. We shrink AWS bills for start-ups and tidy up as we go. First look is an hour, and you keep the list.',
    experts: [
      expert('Wiremu Hartley', 'AWS bills, tags and the stuff no one owns', 'Pacific/Auckland', 80, 120, [
        'SAA',
        530,
      ]),
      expert(
        'Isla McCrimmon',
        'Budgets, Savings Plans and reports finance likes',
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
    about:
      'Vega Identity, from Valencia. Who may enter, with which account, and until when: we organize this for companies of 20 to 500 people.',
    experts: [
      expert('Lucía Ferrándiz', 'Identity Center, Cognito, single sign-on', 'Europe/Madrid', 85, 125, [
        'SCS',
        410,
      ]),
      expert(
        'Gonzalo Iriarte',
        'Windows, Active Directory and file servers on AWS',
        'Europe/Madrid',
        80,
        115,
        ['SAA', 260],
      ),
    ],
  },
  {
    name: 'Haldane Mobile',
    country: 'GB',
    about:
      'Glasgow. Back ends for phone apps: sync, offline, notifications. Fourteen apps in the stores, two of them you may have used on a train.',
    experts: [
      expert('Fraser Lockhart', 'AppSync and DynamoDB for mobile apps', 'Europe/London', 90, 130, [
        'DVA',
        580,
      ]),
      expert('Zainab Rahmani-Cole', 'Push, email and SMS that arrive', 'Europe/London', 85, 120, [
        'SAA',
        170,
      ]),
    ],
  },
];
