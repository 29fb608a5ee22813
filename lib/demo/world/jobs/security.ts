import type { DemoJob } from './job';

/** Around findings, evidence and what should not have happened. */
export const SECURITY_JOBS: Readonly<Record<string, DemoJob>> = {
  'Find out who deleted our production queue': {
    responses: {
      'Emeka Nwosu-Reid':
        "DeleteQueue is a management event, so it's in the 90-day event history of eu-north-1 whether or not your trail was set up well. Filter by event name, thirteen-ten to thirteen-forty, and you'll have the identity in a minute. If it's an assumed role, the real question is who assumed it, and that's one AssumeRole event earlier.\n\nThe part I'd want to be careful about: keep those events. Export them today, before day 90. Was anything deployed that Thursday just after lunch?",
      'Dana Whitlock':
        "I'd bet on a pipeline, not a person. A renamed queue in CDK or CloudFormation is a delete plus a create. Look at stack events for the same 30 minutes. Control afterwards: DeletionPolicy Retain, termination protection, and an SCP that denies sqs:DeleteQueue outside one break-glass role. Half a day of work if your trail is OK.",
      'Ingrid Solbakken':
        'Also put an alarm on the age of the oldest message and one on missing data. You noticed after how long?',
    },
    reply:
      'Found: assumed role of the deploy pipeline, 13:22. But the commit shows no change to queues. Noticed after 25 minutes. How would you continue, and what access?',
    lines: {
      start:
        "Then the template changed without the commit, which is interesting. I'd need CloudTrail, CloudFormation and the pipeline's logs, all read-only. Terms to follow.",
      terms:
        'A timeline with evidence for each line: who, from where, by which chain of roles, and why. Then the control: a service control policy and stack protection, tested by trying to delete a queue in front of you.\n\nNames of people appear in the appendix only, since you asked for no blame.',
      timeline: 'Timeline within four working days, control in the week after.',
      days: [3.5, 6],
      milestones: [
        ['Timeline with evidence', 600],
        ['Control in place and tested', 1200],
      ],
      report:
        'The timeline has 23 lines, each with its event. Cause: a parameter default changed in the shared template.',
      done: 'Deletion was tried by three identities, including an administrator. All refused. The log extract is in your evidence bucket.',
      review: [
        5,
        'Traced it to a changed default in a shared template in under four days, with evidence for each step. No one was blamed. The control was tested in front of us by trying to break it.',
      ],
    },
  },
  'Security review before our first large customer': {
    responses: {
      'Maya Ostrowski':
        'Hello Gwen,\n\nof 180 questions, banks usually care about eleven or so, and those are about four things: who can reach production, how you notice, how you restore, and how a leaver loses access. With one account for everything, question one will be where staging lives.\n\nProposal: I read your account for two days, you get a list sorted by what a bank will ask, and we fill in the 70 together. I only write what you can show evidence for. Which bank standard is it, their own or SIG Lite?',
      'Lucía Ferrándiz':
        'I can help with the identity part. First check: IAM credentials report, all users with a key older than 90 days. Probably 10 of your 70 questions are about this report alone. It is a free download, you can look today.',
      'Emeka Nwosu-Reid':
        "You've three weeks, so spend the first two days on logging. Every other reply in that questionnaire leans on it ('how would you know?'). A trail across all Regions, kept a year, in a bucket that your admins can't empty. After that the replies get a lot easier to write truthfully.",
    },
    reply:
      "It's their own, in a spreadsheet with merged cells. 'Only what you can show evidence for' is exactly what I wanted. What would you need, and would three weeks do?",
    lines: {
      start:
        'Three weeks is enough. SecurityAudit on the one account will do; I do not need to read data. The proposal lists what you get and when.',
      terms:
        '1. Two days of reading. Findings sorted by likely question.\n2. A call of two hours to choose what to fix before the deadline and what to disclose.\n3. The 70 AWS questions drafted with a link to evidence for each.\n\nFixes themselves are separate and optional.',
      timeline: 'Findings in week one, drafts by the end of week two.',
      days: [6, 8],
      milestones: [
        ['Findings, sorted', 650],
        ['70 replies drafted with evidence', 1350],
      ],
      report: '31 findings, of which five would worry a bank. Start with numbers 2 and 4.',
      done: '70 of 70 drafted. Four say "not yet" with a date, as we agreed.',
      review: [
        3,
        "The replies are excellent, and she talked me out of two that weren't quite true. But the drafts landed four days before the bank's deadline rather than a week, and I did some chasing I hadn't planned on. Good work, nerve-racking timing.",
      ],
    },
  },
  'Cognito migration without resetting passwords': {
    responses: {
      'Lucía Ferrándiz':
        'Your failing accounts: the trigger must return email_verified as the text "true", together with finalUserStatus CONFIRMED and messageAction SUPPRESS. If one is missing, the user arrives as unverified and cannot sign in. Please check also that the app client uses USER_PASSWORD_AUTH, because with SRP the trigger never sees the password.\n\nFor those who never come back: keep the old system for 6 months, then import the rest by CSV; only these need a new password. How many signed in during the last year?',
      'Fraser Lockhart':
        'Done this for two apps, 20k and 110k users. Bcrypt at cost 12 takes about 250 ms on a small Lambda, and Cognito gives the trigger five seconds, so you have room, but give it 1 GB of memory. Load test a Monday morning. I can share numbers.',
      'Bastien Corvaisier':
        "Good news, the hard part you have already. I'd write the tests now: verified, unverified, wrong password, locked, two accounts with the same email in capital letters. This last one, there's always some. Do you know if your old system treats Anna@ and anna@ as one person?",
    },
    reply:
      'Thank you. We do return the attribute, but as a Boolean. 41,000 users signed in during the last twelve months. Please send a proposal including the access you require. A BAA applies.',
    lines: {
      start:
        'The Boolean is the reason, then. I need only the test user pool and the Lambda, no patient data. The proposal follows.',
      terms:
        'Trigger corrected and covered by tests (12 cases), load test with 60,000 invented users, runbook for the cutover and for the way back. Plan for the users who do not return.\n\nI work only with test data. Production steps are done by your people, with me on the call.',
      timeline: 'Tests and correction in one week. Load test and runbook in the second.',
      days: [5, 6],
      milestones: [
        ['Trigger corrected, 12 cases pass', 200],
        ['Load test passed, runbook delivered', 500],
      ],
      report: 'All 12 cases pass in the test pool. Each has a name that says what it checks.',
      done: 'Load test: 60,000 sign-ins in 3 hours, 99th percentile 1.1 seconds. Your team has the runbook.',
      review: [
        4,
        'The cause was identified in the first message, the work met our compliance conditions, and the load test is convincing. The runbook would have benefited from a section for support staff, which we have since written.',
      ],
    },
  },
  'Encrypt everything that is not encrypted yet': {
    responses: {
      'Dana Whitlock':
        "End of month is doable. Order: buckets first (no downtime; S3 has encrypted new objects since 2023, so only old ones need a batch copy), then volumes one instance at a time, then databases.\n\nRDS can't be encrypted in place. For the 15 GB one: snapshot, encrypted copy, restore, about 40 minutes on a Sunday. For the 120 GB one I'd replicate into an encrypted instance and switch in under five. Turn on default EBS encryption today so the list stops growing. Who needs to sign off, auditor or CTO?",
      'Anton Bergschneider':
        'Before anyone touches the databases: one restore test of the current backup. It is the safety net for all the rest. I have also a script which lists for each volume the service it belongs to, so you can plan 23 short breaks and not one long.',
    },
    reply:
      'CTO is me, so: me. Default encryption is ON now. What access do you need? And can we really do the big one in five minutes?',
    lines: {
      start:
        "Yes, if we rehearse it once on a copy. I'd want database and system administration for two Sundays, nothing in between. Proposal is on the way.",
      terms:
        'Phase 1: nine buckets and 23 volumes, no customer-visible downtime.\nPhase 2: both databases. Big one rehearsed on a copy first, then switched on a Sunday at 4 a.m. with a written rollback.\nDeliverable: evidence sheet your auditor can file as is.',
      timeline: 'One Sunday for phase 1, the next for phase 2.',
      days: [6, 7],
      milestones: [
        ['Buckets and volumes encrypted', 700],
        ['Databases switched, evidence sheet', 1400],
      ],
      report: '23 of 23 volumes, 9 of 9 buckets. Part one of the evidence sheet is in your audit folder.',
      done: 'Switchover took 3 min 20 s. Evidence sheet is complete, nothing left on the list.',
      // In capitals throughout: it is held for an admin.
      review: [
        5,
        'EVERYTHING IS ENCRYPTED!!! 23 VOLUMES, 9 BUCKETS, BOTH DATABASES, AND NOT ONE LUNCH ORDER LOST. THE AUDITOR ACTUALLY SMILED. THANK YOU, DANA!',
      ],
    },
    chapter: 'reviewed',
  },
  '140 GuardDuty findings and no idea which matter': {
    responses: {
      'Emeka Nwosu-Reid':
        "Eight months of findings sorts itself faster than you'd fear: 140 is usually a dozen causes repeated. I'd group by type and resource first, knock out your pen test by its dates and source addresses, and look at anything called UnauthorizedAccess or Exfiltration before the first call, not on it.\n\nTwo hours together, then EventBridge to a Slack channel for severity 7 and up. When was the pen test, roughly?",
    },
    reply:
      "Second week of March I think? Have a look at the Exfiltration one first please, now I can't unsee it. When could you jump on?",
  },
};
