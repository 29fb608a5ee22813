import type { DemoJob } from './job';

/** Around building, releasing and moving what runs. */
export const RELEASE_JOBS: Readonly<Record<string, DemoJob>> = {
  'Terraform state is broken after a crash': {
    responses: {
      'Bronte Gallagher':
        "Don't run apply. Don't run refresh either, not yet. Pull the current state, pull the last version before the crash from the S3 bucket, and diff the two. With 140 resources I'd expect 109 identical and 31 to sort: some exist but aren't in state (import), some are in state with half-written attributes (fix), maybe two are duplicates.\n\nWork on a local copy until plan says zero to destroy. prevent_destroy on both databases first. Is the DynamoDB lock still held?",
      'Jonas Berghammer':
        'Please stop the CI runner from touching this repository until it is repaired; otherwise someone merges a small thing and the 31 become real. Then the apply log tells for each resource whether AWS had confirmed it. I have written a small script for this comparison.',
      'Imogen Fairweather':
        "Might I ask how the runner came to be killed? If it's a 60-minute job limit, it'll happen again the day after the repair. Splitting 140 resources into three states by lifetime (network, data, services) would make each apply short. In my view that's half of the job, and I'd quote it separately.",
    },
    lines: {
      start:
        "Lock's stale, leave it for now. I need read on both Regions and the state bucket with versions. No write until you've seen a clean plan.",
      terms:
        "State repaired offline, resource by resource, list of every change. Apply only after a plan with zero to destroy, reviewed by you. Afterwards: prevent_destroy on stateful resources and a CI job that can't be killed mid-apply.",
      timeline: 'Five working days.',
      days: [5, 8],
      milestones: [
        ['Plan shows zero to destroy', 1100],
        ['Applied, CI protected', 2200],
      ],
      report: '0 to destroy, 4 to change, all tags. The list of 31 is in the PR.',
      done: 'Applied at 10:14 your time. Runner has a drain hook and a 4 h limit now.',
      review: [
        3,
        'Nothing was destroyed, which was the requirement. It took ten working days instead of five, because two import problems were found late. Correct work, communicated in very few words.',
      ],
    },
  },
  'Move from EC2 to containers, one service first': {
    responses: {
      'Callum Redfern':
        "Hi Carla, being afraid of restarts is healthy! The newsletter sign-up is a good first pick: small, no money in it, and if it's down for five minutes no one's trip is ruined.\n\nI'd sit with your developer for both of her days each week and let her type. By week three she has a Dockerfile, a Fargate service and a release button, and notes in her own words. About $30 a month to run. Does the sign-up share a database with the ticket shop?",
    },
    reply: "It shares the database, I'm told. She would be delighted to do the typing. May I see a proposal?",
    lines: {
      start:
        "Shared database is fine, it just gets its own user. Here's the proposal, paced for two days a week.",
      terms:
        "Newsletter sign-up on ECS Fargate behind the existing load balancer, built by your developer with me alongside. Old servers stay as they are, and we can switch back in a minute.\n\nNotes: one checklist she can repeat for each further service. I'll read her second migration for free.",
      timeline: 'Three weeks, six sessions.',
      milestones: [
        ['Runs on ECS, no visitors yet', 650],
        ['Live for a week, checklist finished', 1350],
      ],
    },
  },
  'CodePipeline deploys take 50 minutes': {
    responses: {
      'Jonas Berghammer':
        'Build once, then promote the same image by digest: this alone takes away two of your three builds, 23 minutes. The ROS base I would build weekly in its own pipeline, so the daily build adds only your layers. Then you are at eight or nine minutes.\n\nThe rest is stage transitions and queueing. Which compute type does CodeBuild have? With a 4 GB image, pulling it is often slower than building.',
      'Bronte Gallagher':
        "Put the base image in ECR, turn on the layer cache, done by lunch. I'd also ask whether five stages earn their keep. Two of them are probably a manual approval no one reads.",
      'Callum Redfern':
        'Your ROS setup sounds like one I did for a drone crew, same base image and all. They went from 44 to 7 minutes, and the thing that mattered most was running CodeBuild in the same VPC with an ECR endpoint. Is yours pulling through a NAT?',
    },
  },
  'Elastic Beanstalk platform is about to be retired': {
    responses: {
      'Henrik Aamodt':
        'With 3,000 requests a day I would stay on Beanstalk and move to the Python 3.12 platform on Amazon Linux 2023. It is the fewest moving parts, and supported for years. You cannot upgrade in place between those two. You make a second environment, test it, and swap the addresses: about one minute, and one minute back.\n\nWhat usually breaks is .ebextensions with yum packages. How many of these files do you have?',
      'Bastien Corvaisier':
        'To stop thinking about platforms, it would be one container on Fargate behind an ALB. But a small team pays this with learning. For 3,000 requests I would honestly do Beanstalk again, so if a colleague tells you the same, listen to them.',
      'Jonas Berghammer':
        'Python 3.8 to 3.12 is the larger step, not the platform. I would first run your tests on 3.12 locally. Do you have tests? If not, I would write 20 for the main paths, two days, and then the move is harmless.',
    },
    lines: {
      start:
        'I looked at the four .ebextensions files. Two can go, two need small changes. My proposal comes next.',
      terms:
        'Application on Python 3.12, new environment on Amazon Linux 2023, tested with your staff on a copy. Swap after 7 p.m. Eastern. Your people may end the old environment after 14 days. Notes included.',
      timeline: 'Ready to swap after five working days.',
      days: [4, 3],
      milestones: [
        ['Runs on the new platform, tested', 500],
        ['Swapped, notes delivered', 1100],
      ],
      report:
        'It runs on the new platform. Two of your staff went through the referral form without problems.',
      done: 'Swapped at 19:12 Eastern, 40 seconds without service. The old environment is idle and stays until you end it.',
      // Its last sentence is reported.
      review: [
        3,
        'Our referral form was moved in time and works. I had to ask twice which of our staff would be needed on the evening. For day-to-day IT, other practices may like to know that Larkfield Partners look after our office very well.',
      ],
    },
    chapter: 'reviewed',
  },
  'Blue-green releases for a stateful service': {
    responses: {
      'Lachlan Pereira':
        "Two halves to this. Server: CodeDeploy can keep the old tasks around for hours after the shift (termination wait, up to two days), so existing connections just carry on while new ones land on green. Client: when a socket does drop, wait a random 0 to 60 seconds before coming back. That second bit saves your login service and it's ten lines.\n\nHow long does a connection typically live, and can you ship a client update?",
      'Callum Redfern':
        "Watch the Fargate stop timeout, it's capped at 120 seconds, so 'drain slowly' has to happen before the stop, not during. I'd have the old tasks send a polite 'please reconnect' message to 2% of clients a minute. No one notices a thing and you're empty in under an hour.",
      'Haruka Inoue-Vance':
        'What happens to messages during the reconnect? If a traveler writes at this moment, it may be lost. I recommend a sequence number per chat, so the client can ask for what it missed. I would be glad to support this part.',
      'Friederike Osterloh':
        'Let me test it: 20,000 open connections, release in the middle, count how many requests per second reach the login service. Today, and after the change. Without this number you cannot know if it is better. Costs one day.',
    },
    reply:
      'Average is 3 hours, and yes, we control the client, it is web. I find the two halves very clear. When could you begin?',
    lines: {
      start:
        "Web client's the easy case. I'm free from Wednesday, your mornings. Proposal's coming right up.",
      terms:
        'Reconnect with jitter in the client (your developer merges it), termination wait on the blue tasks, and a drain endpoint that moves 2% of connections a minute. Then three releases together, one of them at your busiest hour.',
      timeline: 'Two weeks, three releases.',
      milestones: [
        ['Client jitter live, first gentle release', 550],
        ['Release at the busiest hour, unnoticed', 1150],
      ],
    },
  },
};
