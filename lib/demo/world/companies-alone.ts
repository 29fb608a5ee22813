import { type DemoCompany, expert } from './company';

/** Freelancers: companies of one. */
export const FREELANCERS: readonly DemoCompany[] = [
  {
    name: 'Rosalind Achterberg',
    country: 'NL',
    freelancer: true,
    about:
      'I am one person, and I work on systems that are not allowed to lose anything: orders, payments, lab results. Mostly queues and workflows. Utrecht, or remote.',
    experts: [
      expert(
        'Rosalind Achterberg',
        'Step Functions, queues, exactly-once payments',
        'Europe/Amsterdam',
        95,
        130,
        ['SAP', 350],
      ),
    ],
  },
  {
    name: 'Emeka Nwosu-Reid',
    country: 'GB',
    freelancer: true,
    about:
      'I find out what happened in an AWS account, who did it and how to stop the next one. Twelve years in digital forensics, on my own since 2021. Evidence first, theories later.',
    experts: [
      expert(
        'Emeka Nwosu-Reid',
        'Cloud forensics: what happened, and who did it',
        'Europe/London',
        110,
        150,
        ['SCS', 270],
      ),
    ],
  },
  {
    name: 'Paloma Estévez',
    country: 'ES',
    freelancer: true,
    about: 'Hi! I automate the boring parts of AWS with Python. Small jobs are welcome, really.',
    experts: [
      expert('Paloma Estévez', 'Python + boto3: scripts, Lambdas, small tools', 'Europe/Madrid', 70, 100, [
        'DVA',
        320,
      ]),
    ],
  },
  {
    name: 'Jonas Berghammer',
    country: 'AT',
    freelancer: true,
    about: 'Pipelines that take minutes, and releases on a Friday without fear. Based in Graz.',
    experts: [
      expert('Jonas Berghammer', 'CI/CD: from commit to production in minutes', 'Europe/Vienna', 85, 120, [
        'DOP',
        230,
      ]),
    ],
  },
  {
    name: 'Thandeka Mokoena-Hill',
    country: 'GB',
    freelancer: true,
    about:
      'Small offices, surgeries, one law firm. I set up their networks for a living and have just moved to working for myself.',
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
    about: 'Database person from Tampere. Fifteen years as an employee, four months on my own.',
    experts: [
      {
        ...expert('Viktor Salminen', 'PostgreSQL, MySQL and OpenSearch', 'Europe/Helsinki', 75, 105, [
          'SAA',
          700,
        ]),
        unchecked: true,
      },
    ],
  },
];
