import type { DemoAccount } from '../cloud';
import type { PlayedJob } from './job';

const PRODUCTION: DemoAccount = {
  id: '304512786990',
  alias: 'fernhill-production',
  label: 'Production',
  left: ['eu-central-1', 'us-east-1'],
};

/** What Nadia has had done before: her newest request is the one that the guided job follows, and begins with nothing. */
export const NADIAS_JOBS: readonly PlayedJob[] = [
  {
    title: 'Prove that our order backups restore',
    description:
      "We run our web orders on RDS (MySQL 8.0, eu-west-1) and take a snapshot every night. No one has ever restored one, and since I read about another bookshop's bad January I don't sleep well.\n\nI'd like someone to look at how our backups are set up, tell me what's missing, and sit with me while I restore one myself. Looking should be enough. I'd rather you couldn't change anything.",
    of: 'Fernhill Books',
    hoursAgo: 330,
    chapter: 'reviewed',
    responses: {
      'Anton Bergschneider':
        "The right wish, and also the right order: you restore, I watch. First I would read the settings: retention, backup window, deletion protection, and whether a copy lies outside of this account. This is half a day, and view access is enough.\n\nThen a call of 90 minutes in which you restore Monday's snapshot to a second database and count the orders. How many orders came in last Monday? We need a number to check against.",
    },
    reply: '412 on Monday. I like that you want a number. What do you need from me to get started?',
    lines: {
      start:
        'Only view access, until the end of this week. The proposal follows. The second part is your call, in both senses.',
      terms:
        'Part 1: I read the backup settings of the order database and write them down (retention, window, protection, copies), with a list of gaps, the most expensive first.\n\nPart 2: one call in which you restore a snapshot, with a checklist that you keep. Row counts against the numbers of the shop.',
      timeline: 'Part 1 in two days. The call on a morning which suits the shop.',
      days: [1.5, 2],
      milestones: [
        ['Settings read, gaps listed', 300],
        ['Restore done together', 450],
      ],
      report:
        'Retention is 7 days, deletion protection was off, there is no copy elsewhere. Four points in the list.',
      done: 'You have restored Monday: 412 of 412 orders, in 38 minutes. The checklist is yours.',
      review: [
        5,
        "I restored a database myself with Anton watching, and every single order was there. He was strict about writing down each step, and now I see why. His access had ended before I'd finished my tea.",
      ],
    },
    access: {
      account: PRODUCTION,
      level: 'ViewOnlyAccess',
      reason: 'To read the backup settings of the order database. With this level I cannot change anything.',
      calls: [
        ['servers', 'eu-west-1'],
        ['networks', 'eu-west-1'],
      ],
    },
  },
  {
    title: 'Find what is still running in Regions we left',
    description:
      "We moved everything to eu-west-1 two years ago, but there are still small amounts on the bill from Frankfurt and N. Virginia. About $90 a month. It isn't the money so much as not knowing what it is.\n\nI'd like a list of everything that's still there, with a guess at what it was for, and then the safe things switched off. Please ask before you touch anything.",
    of: 'Fernhill Books',
    hoursAgo: 60,
    chapter: 'awaiting',
    responses: {
      'Wiremu Hartley':
        "Classic back-of-the-shed job, this one. Ninety bucks over two Regions smells like a couple of small servers and the disks they left behind. I'd walk every Region you have, not just those two, because the one you've forgotten never comes up in conversation.\n\nYou'd get the list in a day or two, each line with its monthly cost. Nothing gets stopped until you've ticked it. Who set up the old site in Frankfurt, and are they still about?",
    },
    reply:
      "A freelancer called Piet, back in 2021. He's moved to New Zealand, funnily enough. Happy for you to have a look. What would it cost?",
    lines: {
      start:
        'Small world! Probably surfing with my cousin. Two bits below, stop after the first if you like.',
      terms:
        "First bit: I look in every Region and list what's running, what it costs and what I reckon it was for.\n\nSecond bit: what you've ticked gets stopped, sits off for a week in case someone yells, then goes.",
      timeline: 'The list in two days, then the quiet week.',
      days: [1.75, 7],
      milestones: [
        ['List of everything in every Region', 240],
        ['Ticked things stopped and removed', 360],
      ],
      report:
        "List's up: two old servers, one in Frankfurt and one in N. Virginia, $87 a month together. The Virginia one's off, as you ticked. Your home Region is tidy.",
    },
    access: {
      account: PRODUCTION,
      level: 'SystemAdministrator',
      reason:
        'To list servers and networks in each Region, and to stop the ones you tick. I delete nothing without asking.',
      calls: [
        ['servers', 'eu-west-1'],
        ['servers', 'eu-central-1'],
        ['networks', 'eu-central-1'],
        ['servers', 'us-east-1'],
        ['networks', 'us-east-1'],
        ['stop', 'us-east-1'],
      ],
    },
  },
  {
    title: 'Shop slows to a crawl on signing days',
    description:
      "When a big author's signing goes on sale, the shop takes 20 seconds a page for half an hour. It happened in March and again in October. WooCommerce on two EC2 servers with RDS behind, eu-west-1.\n\nThe next one is on the 12th and I'd like it to be boring. We can rehearse any morning before nine.",
    of: 'Fernhill Books',
    hoursAgo: 40,
    chapter: 'proposed',
    responses: {
      'Geneviève Lapointe-Ross':
        "Half an hour of pain is a queue, Nadia, not a broken server: everyone opens the same page, and each time the shop builds it again. I'd keep the event page at the edge for 30 seconds, which takes nine visits of ten off your servers, and give ticket stock a small table of its own.\n\nThen we rehearse: 2,000 pretend readers at eight in the morning, and we both watch. How many real ones came in October?",
    },
    reply:
      'About 1,800 in the first ten minutes. A rehearsal sounds perfect. Could you put it in a proposal?',
    lines: {
      start:
        'With pleasure! 1,800 is a lovely number to rehearse with. It comes in two parts, the rehearsal is in the first.',
      terms:
        "Part 1: event page cached at the edge, ticket stock in a table of its own, one rehearsal with 2,000 pretend readers before nine.\n\nPart 2: I'm there when the sale opens on the 12th, watching, with a way back ready.",
      timeline: 'Rehearsal by the 8th. On the 12th from 9:30 until the queue is gone.',
      milestones: [
        ['Cache in place and rehearsed', 520],
        ['Sale day watched', 280],
      ],
    },
  },
];
