import type { DemoJob } from './job';

/** Around caches and streams. */
export const STREAM_JOBS: Readonly<Record<string, DemoJob>> = {
  'ElastiCache evictions since the last release': {
    responses: {
      'Desmond Achebe-Lowe':
        "Split it. allkeys-lru is like a cloakroom that throws out the oldest coat when it's full, and it doesn't care whether the coat is a thumbnail or someone's half-written sighting. Photos can be fetched again, sessions can't.\n\nA cache.t4g.small with noeviction is plenty for sessions, around $25 a month. Before that I'd read two numbers: evictions per hour and the memory your sessions really take. How long does a session live?",
    },
    reply:
      "Two weeks, because birders hate logging in. The coat thing makes total sense. What'd you need from me?",
    lines: {
      start:
        "Two weeks is fine on its own node. I'd want read access to ElastiCache metrics and a look at your session code.",
      terms:
        'Move sessions to a separate node without logging anyone out: write to both, read from both, then switch. Size the photo cache from what it really holds. A short write-up of why it happened, in plain words.',
      timeline: 'Eight working days.',
      milestones: [
        ['Sessions on their own node', 1050],
        ['Photo cache sized, write-up done', 2150],
      ],
    },
  },
  'MSK upgrade from an old Kafka version': {
    responses: {
      'Jerome Baptiste-Hall':
        'From 2.6 the path I recommend is 2.8 first, then a 3.x release, each as a rolling upgrade: one broker at a time, about 15 minutes each. What decides whether your gates notice is the topics. Any with a replication factor of 1 goes dark while its broker restarts. List those first; with 400 topics I would expect a few dozen.\n\nThe Java and Go clients almost certainly keep working. Would a Monday at 9 a.m. suit you better than an evening?',
      'Lachlan Pereira':
        "G'day Carla, no drama, MSK does most of this for you. What I'd want to know is which of those 400 topics are still used. Usually it's 60. Clean up first, then the upgrade's quick and boring, which is how you want it. I'm in Melbourne, so your Monday is my Tuesday morning and I'm well awake.",
    },
    lines: {
      thanks:
        'Thank you for your kind and clear reply. We have chosen the person who could be with us on a Monday morning. I learned something from your message all the same.',
    },
  },
  'Kinesis consumers fall behind every Monday': {
    responses: {
      'Jerome Baptiste-Hall':
        "Here is a hypothesis you can refute in five minutes. If the service scales in over the weekend, one task ends up holding all twelve leases. On Monday the new tasks start, but KCL 1.x steals one lease at a time by default, so the balance takes until noon. Look at the lease table: who owned what at 06:30 last Monday?\n\nIf I'm right it's a setting (maxLeasesToStealAtOneTime) and a scheduled scale-out at 05:30. If I'm wrong, I'd look at a hot shard next.",
      'Priti Venkataraman':
        'Does one shard fall behind, or all twelve equally? That single graph halves the list of suspects. If it is one, it is the partition key. If all, I would look at whatever the consumer writes to: a weekly report on the same database at 06:00 would do it. I am very happy to dig with you!',
      'Kenji Murasaki':
        'Hello, I am Kenji. I operate a fleet with 40 shards. In our case the reason was the DynamoDB lease table: the capacity was fixed at 10, and at Monday start many workers wrote checkpoints together. Please check ThrottledRequests of this table. If it is zero, this is not your reason.',
    },
    reply:
      'Hypothesis not refuted: one task owned eleven of twelve at 06:30. We also want to get off KCL 1.x. Please propose.',
    lines: {
      start:
        'A satisfying result. KCL 3 balances by load rather than by count, so moving there solves the cause instead of tuning around it. Two steps, see the proposal.',
      terms:
        'Step 1: scheduled scale-out and lease stealing tuned on the present version, so that next Monday is already better.\nStep 2: migration to KCL 3 in compatibility mode, with rollback tested before we commit.\n\nSuccess is iterator age below five minutes for a whole Monday.',
      timeline: 'Step 1 before next Monday, step 2 before the one after. We need the Mondays.',
      days: [6, 7],
      milestones: [
        ['First Monday below 20 minutes', 1000],
        ['KCL 3, a Monday below five minutes', 2100],
      ],
      report: 'Monday peak: 11 minutes, down from 124.',
      done: 'First Monday on KCL 3: 3.5 minutes at the peak. Rollback artifacts are removed.',
      review: [
        5,
        'Correct hypothesis in the first message, with a way to refute it. Peak iterator age went from 124 minutes to under four. Everything was measured, including one thing that he got wrong and said so.',
      ],
    },
  },
};
