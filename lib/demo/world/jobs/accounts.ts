import type { DemoJob } from './job';

/** Around accounts, and who may do what in them. */
export const ACCOUNT_JOBS: Readonly<Record<string, DemoJob>> = {
  'Set up a landing zone for four teams': {
    responses: {
      'Imogen Fairweather':
        "Four teams by three stages is twelve accounts plus management, log archive and audit, so fifteen. Control Tower in ap-southeast-2 sets most of that up in an afternoon; the real work is moving live games without downtime, and I'd take the smallest game first.\n\nTwo things to decide early, because they're painful to change later: IP ranges for every account, and what stays in today's account. I'd leave the biggest game where it is for now. Which one is smallest?",
      'Bronte Gallagher':
        "You know Terraform, so skip the console. Account Factory for Terraform, one repo, a PR per new account. Your two people will own it after me, which is the point. Guardrails: deny other Regions, deny root, deny public S3. Start there, add when something hurts. Budget's tight for four teams, I'd do it in two chunks.",
    },
    lines: {
      start:
        "Here is a proposal in two parts, so you can stop after the first and still have something useful. I'd need a session with both of your Terraform people in week one.",
      terms:
        'Part one: Control Tower, fifteen accounts through Account Factory for Terraform, sign-on with Google through IAM Identity Center, guardrails agreed with each team lead.\n\nPart two: the smallest game moved as a worked example, with a runbook your teams use for the others.',
      timeline: 'Part one in three weeks, part two in the two weeks after.',
      milestones: [
        ['Accounts, sign-on and guardrails in place', 3200],
        ['First game moved, runbook handed over', 2800],
      ],
    },
  },
  'Least privilege for our CI pipeline': {
    responses: {
      'Rafael Quintero':
        "Don't be embarrassed, Sim, half the shops I see are in the same spot. CDK makes this easier than it sounds: your pipeline only needs permission to assume four bootstrap roles, and CloudFormation does the rest. So OIDC, one role per repo tied to its main branch, and the bootstrap execution role trimmed down from admin using what CloudTrail saw in the last 90 days.\n\nThe old key stays until every repo has deployed twice the new way. Do any repos deploy something other than CDK?",
      'Jonas Berghammer':
        "Servus. Six repos, I would do one per day, always in the morning, so your 3 o'clock release is already tested at 11. The sub condition in the trust policy is where people make it too open: repo and branch, not only the organization. Please also check whether that key sits on a developer's laptop.",
    },
    reply: 'Two repos just copy files to S3. Mornings sound perfect. What do you need from me to get going?',
    lines: {
      start:
        'Just the IAM parts of your account, read-only to start, and someone to merge PRs. Sending a proposal now.',
      terms:
        "OIDC provider, six deploy roles (one per repo and branch), CDK execution role cut to what you use. Two S3-only repos get a role for their bucket and nothing else.\n\nNo deploy breaks: each repo runs both ways side by side until it's gone through twice. Old key deactivated for a week, then deleted by you.",
      timeline: 'A repo a morning, six mornings, plus the quiet week with the key off.',
      days: [5, 8],
      milestones: [
        ['First three repos on OIDC', 400],
        ['All six, admin key deleted', 800],
      ],
      report: 'Three repos done, including the scary one. Twelve deploys since, all green.',
      done: 'Key was off for seven days without a peep. You deleted it this morning, nice work.',
    },
  },
  'Get our secrets into one place': {
    responses: {
      'Rafael Quintero':
        "Convincing attempt: Secrets Manager for the 30 or so that rotate or matter, Parameter Store for the rest, which is really configuration. $0.40 a month each, so about $12 instead of $36. Not the money, the point is that a short list gets looked after.\n\nThe one in source comes first. It's in git history for good, so it needs replacing, not moving. Access by service goes through tags on the secret and the role. Who reads the .env files on those build machines today?",
    },
    reply:
      'Everyone in the office, physically. Argument accepted. The one in source was replaced an hour ago. Proposal?',
    lines: {
      start: "An hour, that's a record. Proposal below, sized for 90 secrets and three rotations.",
      terms:
        '90 secrets sorted into three groups with your leads. 30 to Secrets Manager, rotation for three PostgreSQL databases (alternating users, so nothing disconnects). Access by tag. Build machines read at run time. A check in CI that fails on new secrets in source.',
      timeline: 'Four weeks, first rotation in week two.',
      milestones: [
        ['Sorted, first database rotates', 900],
        ['All moved, CI check on', 1800],
      ],
      reason: 'Good plan, but rotation can wait. Please quote only the move and the CI check.',
    },
  },
  'Cross-account access for an auditor': {
    responses: {
      'Imogen Fairweather':
        "One role in each of the four accounts, trusted only for the auditor's own account and only until a date: the trust policy carries a condition on aws:CurrentTime, so on the last day it simply stops, whether or not you remember. I'd also set a calendar reminder to delete the roles, because a dead role is still clutter.\n\nOn customer data: AWS's ReadOnlyAccess can read files in S3. SecurityAudit can't, and it's what most auditors need. Do they have an AWS account of their own?",
      'Rafael Quintero':
        'Hi Sim, roll it out as a StackSet so all four accounts get the identical role and you delete it in one go. And add an explicit deny for s3:GetObject, dynamodb reads and secrets, just in case someone attaches something later. Needs an hour, plus a test where we set the end date to five minutes from now.',
      'Lucía Ferrándiz':
        'Without SSO this is the correct moment to start with it, but not for an auditor with one week. Use roles. Ask them for an external ID and for the names of the people, so that each has a session name in CloudTrail. Then you see what they read.',
    },
    reply:
      'They do have one, yes. Love that it just stops. How long would it take and what do you need me to do?',
    lines: {
      start:
        "Two days, most of it waiting for the auditors' account number. You'd create one stack from a template I send.",
      terms:
        "A template with the role, its deny list and its end date, rolled out to four accounts. A test that shows it ends (end date five minutes ahead, then refused). A one-page note for the auditors on how to get in.\n\nI'll look at CloudTrail with you each evening while they're in.",
      timeline: 'Ready in two working days, then 15 minutes each evening of that week.',
      days: [1.5, 6.5],
      milestones: [
        ['Roles live, end tested', 600],
        ['Their week watched, roles removed', 600],
      ],
      report: 'Auditors got in this morning. In the end test, AWS refused at five minutes and two seconds.',
      done: 'Access stopped at midnight on Friday as planned. Roles are gone from all four accounts.',
      review: [
        4,
        "Did what it said: on the last night the access just stopped, and I'd forgotten all about it, as predicted. Only grumble is the auditors' note assumed they knew what a role was. They did not.",
      ],
    },
  },
  'Single sign-on from our Google Workspace': {
    responses: {
      'Lucía Ferrándiz':
        'Be careful: the automatic provisioning of Google sends the users, but it does not send the groups. For your requirement with groups you need ssosync, an open-source Lambda from AWS, or something similar. It runs every 15 minutes, so a change of team arrives in this time.\n\nBreak-glass: two IAM users with hardware keys, in a safe, with an alarm on each use. I did it for 60 people in two weeks. Are nested groups used in your Google?',
      'Rafael Quintero':
        "I'd start from the other end: which permission sets do forty people need? In most teams it's five. List what each IAM user used in the last 90 days (IAM keeps last-accessed data), cluster, name the groups after jobs. Then the Google part is a day. Do you want read access to production to be time-limited?",
    },
    reply:
      'Not aware of the group limitation, thanks. Nested groups: yes, two levels. Can ssosync resolve these? And when could you start?',
  },
};
