import type { PlayedJob } from './job';

/** What Mateo has done, and does, for others than Nadia. */
export const MATEOS_JOBS: readonly PlayedJob[] = [
  {
    title: 'DynamoDB bill jumps every spring',
    description:
      "April and May are migration, so everyone logs their sightings at dawn and our DynamoDB bill goes from $200 to $1,100. I accept that more birds cost more. But there's only three times the traffic, not five and a half.\n\nOne table, on-demand, eu-west-2, about 40 GB, two indexes. Before next spring I'd love to know where the rest of it goes.",
    of: 'Tern & Plover',
    hoursAgo: 600,
    chapter: 'reviewed',
    responses: {
      'Mateo Lindqvist':
        "Three times the traffic for five times the bill means each write got dearer, not just more frequent. My bet's the indexes: if people touch up a sighting a few times at dawn and each change lands in both, you pay for it three times over.\n\nI'd start with last May's metrics per index, that's an hour of reading. Which fields do people change after the first save?",
    },
    reply:
      "Count and photo, constantly. And whether it's confirmed, which is in both indexes. Oh. Oh no. What would fixing it cost?",
    lines: {
      start: 'Less than one May. See below.',
      terms:
        "Part one: cost per write, measured by index, with a plan you can say no to.\n\nPart two: 'confirmed' leaves both indexes and gets a sparse one. Edits are written once when someone stops typing, not at every letter. Then I replay a May morning against a copy and we compare.",
      timeline: 'Three days, then a week. All of it before the first chiffchaff.',
      days: [2.5, 5],
      milestones: [
        ['Cost per write, by index', 350],
        ['Indexes rebuilt, a May morning replayed', 900],
      ],
      report: "71% of your writes were index updates no one reads. The plan's in our conversation.",
      done: 'The morning of May 9, replayed: $4.10 instead of $36. Old indexes are gone, on your say.',
      review: [
        4,
        "Cheaper by miles: the May morning he replayed cost a ninth of the real one. He was ill for two days and told me before breakfast both times, so I can't really hold it against him, but it did run late.",
      ],
    },
  },
  {
    title: 'Step Functions costs $1,400 for 300 orders a day',
    description:
      "Every order goes through a state machine with about 60 steps, because someone (me) thought small steps were clean. Standard workflows, eu-central-1, and last month Step Functions alone was $1,400. That can't be right?? There's also a loop in there that asks the oven every two seconds whether the bread's done.\n\nI'd like someone to tell me what to merge, and do the worst one with me.",
    of: 'Copper Kettle',
    hoursAgo: 420,
    chapter: 'reviewed',
    responses: {
      'Mateo Lindqvist':
        "It's the oven, Mina. 60 steps for 300 orders a day is about $14 a month, so leave your clean little steps alone. Asking every two seconds through a 40-minute bake is 1,200 rounds of five transitions, per order. There's your $1,400, minus small change.\n\nLet the oven call back with a task token and all that becomes one transition. Can its controller make an HTTPS call?",
    },
    reply:
      "It can! It's got a tiny web thing on it. OK I'm mortified about the loop but also thrilled. Proposal please!",
    lines: {
      start:
        "I've been paid for worse loops of my own. The proposal has the number I expect in it, so you can hold me to it.",
      terms:
        "The loop goes. The oven calls back with a task token, with a 90-minute timeout so that a dead oven can't hold an order for a year.\n\nThen a week of cost data before and after, in one table. I expect less than $60 a month. If it's more, the second part is free.",
      timeline: 'Callback live in two days, numbers a week later.',
      days: [2, 7],
      milestones: [
        ['Oven calls back, loop gone', 480],
        ['A week measured', 220],
      ],
      report: "The loop's been gone since Tuesday, 6 a.m. 214 loaves called back, none lost.",
      done: 'A week at $7.90, so about $34 a month. The table is in our conversation.',
      review: [
        5,
        'He found it from one sentence in my request: it was the oven! $1,400 down to $34, and the number was in his proposal before he started. The 60 steps I was so ashamed of? He left every one of them.',
      ],
    },
  },
  {
    title: 'Telemetry Lambda costs doubled since firmware 4.2',
    description:
      'Firmware 4.2 went out three weeks ago. Lambda invocations for telemetry went from 9 to 31 million a month. Payloads are smaller, total bytes unchanged. eu-north-1, IoT rule to Lambda to Timestream.\n\nI suspect the batching. I want the cause, a fix on our side (firmware cannot change before January) and a number.',
    of: 'Kestrel Robotics',
    hoursAgo: 50,
    chapter: 'working',
    responses: {
      'Mateo Lindqvist':
        "Same bytes in three and a half times the messages: 4.2 stopped batching, and you're paying by the envelope. You can batch again on the cloud side without touching a robot. IoT rule into Kinesis, Lambda takes 500 at a time, and you're well under a million invocations.\n\nKinesis isn't free either, so I'd price both before you choose. Does anything need the data within a second?",
    },
    reply: 'Nothing needs it within ten. Price both, then build the cheaper one. Send a proposal.',
    lines: {
      start: 'Ten seconds is plenty. Pricing comes first, and you can stop there.',
      terms:
        'Both designs priced with your own last 30 days. Then the cheaper one, built next to the present one: ten robots first, then all of them. The old rule stays for a week, switched off.\n\nFor the pricing I only need to look.',
      timeline: 'Prices in two days, ten robots by the end of the week.',
      days: [1.3, 4],
      milestones: [
        ['Both designs priced', 400],
        ['Cheaper one live for all robots', 1500],
      ],
    },
    access: {
      account: { id: '618203947755', alias: 'kestrel-robots', label: 'Robots', left: ['eu-north-1'] },
      level: 'ViewOnlyAccess',
      reason:
        "To read metrics, the IoT rule and the function's settings for the comparison. I can't change anything with this.",
      calls: [
        ['servers', 'eu-north-1'],
        ['networks', 'eu-north-1'],
        ['servers', 'eu-west-1'],
      ],
    },
  },
];
