import type { DemoJob } from './job';

/** Around what runs: servers, containers, functions, scripts. */
export const APPLICATION_JOBS: Readonly<Record<string, DemoJob>> = {
  'Application load balancer returns 504 under load': {
    responses: {
      'Geneviève Lapointe-Ross':
        "Bonjour Olivier! Exactly 60 seconds is the load balancer's idle timeout, so the request reached Java and Java never replied. CPU at 35% with everything healthy means your threads are waiting for something, and my favorite suspect is a database pool that's smaller than the thread pool.\n\nTake a thread dump on one instance while it happens. If 150 threads sit in getConnection, we know. What changed on Tuesday: was there a parameter group or a driver in it?",
      'Friederike Osterloh':
        'This I would measure:\n1. TargetConnectionErrorCount and RejectedConnectionCount of the ALB. Zero means the network is not the cause.\n2. Busy threads in Tomcat against maxThreads.\n3. Number of open database connections.\nI would reproduce it on staging with 250 requests per second. It takes me one morning. Do you have a staging system of the same size?',
      'Noémie Talbot-Roux':
        'Is there a trace? Without one we are three people who guess politely. I can add OpenTelemetry to a Java 17 application without touching the code, and the first slow request will show where it waits.',
    },
  },
  'ECS tasks are killed without a message': {
    responses: {
      'Callum Redfern':
        "Ha, 137 and silence, classic. That's the kernel killing it for memory, and CloudWatch won't show you because it averages over a minute and a leak in one gunicorn worker can spike in two seconds. Doubling the memory and it just taking longer: that's a leak, not a sizing thing.\n\nQuick fix tonight: gunicorn --max-requests 500 --max-requests-jitter 50, so workers restart before they get fat. Then find the leak properly. Are you loading images or PDFs anywhere in checkout?",
      'Lachlan Pereira':
        "Before the app gets the blame, have a squiz at the stopped reason in the ECS console. 'OutOfMemoryError' and it's memory. If it says it failed health checks, then 137 is just ECS losing patience 30 seconds after asking nicely. Different problem, easy fix.",
      'Noémie Talbot-Roux':
        'Do you have Container Insights on? It gives the maximum and not the mean, per task. For one service it costs maybe $3 per month. With one night of this data I could tell you leak or spike.',
      'Jonas Berghammer':
        'Which commit was the first one with the problem? If you deploy often, I would bisect with the images that are still in ECR. Boring, but it finds the line. Three or four evenings.',
    },
    reply:
      'Invoice PDFs, yes!! Setting max-requests right now. It says OutOfMemoryError in the console. When can you look at it, and what access do you need?',
    lines: {
      start:
        "PDFs, knew it. Tomorrow morning then. Read access to ECS and logs does it, and a look at the repo if you can. Proposal's coming.",
      terms:
        "Find the leak with a memory profiler on staging, fix it with your developer (it's your code, so they approve it), then run a day at full load to prove it. Alarms on memory maximum rather than average, so you know before checkout does.",
      timeline: 'Three days to find it, a week until we call it done.',
      days: [4, 8],
      milestones: [
        ['Leak found and shown', 950],
        ['Fixed, seven days without a kill', 1950],
      ],
      report:
        "It's the PDF library keeping every font it ever loaded. 1.9 GB after four hours before, 700 MB now.",
      done: 'Seven days, zero kills, memory flat at 700 MB.',
      review: [
        4,
        "The max-requests trick stopped the bleeding the same evening, before I'd even paid anything. Leak found in our PDF library, fixed, no kills since. One call had to be moved, but he told me a day ahead.",
      ],
    },
  },
  'Migrate WordPress from our host to Lightsail': {
    responses: {
      'Geneviève Lapointe-Ross':
        "Hi Nadia! Ticket sales make WooCommerce the tricky bit: orders placed during the copy mustn't vanish. I'd copy everything twice, once quietly a week ahead and again for the difference in a 20-minute pause at 6 in the morning.\n\nA $24 Lightsail plan fits your size; I'd put the 30 GB of photos in a bucket so backups stay small. Redirects I test with a list of your 500 most visited links. Which payment plugin do you use?",
      'Élodie Marchetti':
        'A bookshop since 2014, how lovely. Photos of ten years are often 5 MB each; with smaller versions and the Lightsail CDN your pages could load in half the time. I can include it. First I would check whether the custom theme works with PHP 8.2, because this is where old themes break. May I see the public site?',
      'Henrik Aamodt':
        'Moved 11 WordPress sites, four with shops. Ask your host today for SSH or a full database dump. When they close, support is the first thing to go. Two weeks is fine if we have that by Friday.',
      'Paloma Estévez':
        'Hello! About the restore: I would not show you, I would let you do it, with me watching :) Once on a copy, before the move. After, it is not scary any longer. Snapshots in Lightsail are $0.05 per GB and month, so for you around $2.',
    },
    reply:
      "It's Stripe for WooCommerce. The 20-minute pause is no problem at all. Could you do the week of the 12th?",
    lines: {
      thanks:
        "Thank you for such a thoughtful response. We've gone with someone who has moved ticket sales before. If you're ever near one of our shops, do come in and say hello.",
    },
  },
  'Step Functions workflow gets stuck': {
    responses: {
      'Rosalind Achterberg':
        'One in 500 with callbacks from ECS makes me think of deployments: a task receives SIGTERM, has already deleted the message from SQS, and dies before it calls back. Compare the start times of stuck executions with your releases. If they cluster, that is it.\n\nFor the retry: HeartbeatSeconds on the state, and an idempotency key per payment written with a condition in the same transaction as the settlement. Then a repeat is harmless, and you may retry as often as you like. Where is the settlement recorded today?',
      'Haruka Inoue-Vance':
        'Before I propose anything I would like to confirm one point: is the task token stored anywhere, or only in the SQS message? If only in the message, a stuck execution cannot be continued, only started again. I propose a small DynamoDB table of tokens with status. It needs about three days including tests.',
    },
    reply:
      'They cluster around releases. Settlement is recorded in Aurora PostgreSQL. What access would you require to propose a design?',
  },
  'Reduce cold starts of our API': {
    responses: {
      'Bastien Corvaisier':
        "SnapStart works only on published versions. If your API Gateway calls the function without an alias, it takes $LATEST and you get nothing from it. I've seen this at three clients. So check the integration ARN: does it end with an alias or not?\n\nThen priming: call the slow code before the snapshot is taken. From six seconds we usually go to 500 or 700 ms. 14 functions, about one week.",
      'Haruka Inoue-Vance':
        'Is a connection to a database opened during start? After a snapshot is restored this connection is dead, and the reconnect often takes one or two seconds. I would measure RestoreDuration and Init separately for two functions first. May I ask which framework you use, Spring Boot?',
      'Desmond Achebe-Lowe':
        "Funny side effect you mention: drivers hit the button twice, so you may be weighing some trucks twice. I'd add an idempotency key to that call no matter how fast it gets. Cheap, one afternoon.",
      'Mateo Lindqvist':
        "Six seconds for the first truck, then fine until lunch, right? You could keep one instance of the scale function warm from 5 a.m. for about $12 a month and have half the complaint gone tomorrow. Then do the other 13 properly with SnapStart and priming. I'd start with a week of init times per function, from the logs, which tells us where a second is even reachable.",
    },
    reply: 'No alias. Spring Boot, if that matters. What do you want for all 14?',
    lines: {
      start:
        "No alias, so that's 80% of it. I make you a price for all, with the two slowest first so you see it works.",
      terms:
        'Aliases and versions for 14 functions, integrations moved to them, priming hooks, connections reopened after restore. Measured before and after: first call of the day under one second at the 95th percentile.',
      timeline: 'Two functions in three days, the rest the week after.',
      milestones: [
        ['Two slowest functions under one second', 400],
        ['All 14 under one second', 800],
      ],
      reason:
        'Fair price but harvest starts Monday and no one touches anything until it is in. Ask me in November.',
    },
  },
  'Batch jobs on Spot without losing work': {
    responses: {
      'Paloma Estévez':
        "Hi Peter! So, two changes. Your program writes a checkpoint to S3 each 10 minutes and looks for one when it starts. And Batch retries only when the reason begins with 'Host EC2', so a real bug doesn't run five times. Spot gives two minutes of warning, it's enough for a last checkpoint.\n\nTake several instance types (c6i, c6a, c7i) with price-capacity-optimized. I need your code for loading the checkpoint, is it Python?",
      'Lachlan Pereira':
        "Reckon you'll see about one interruption in twenty on six-hour runs with c6i, fewer overnight. Worth splitting long runs into two jobs of three hours as well, cheaper to lose. What's in the checkpoint, how big?",
      'Tobias Greenfield':
        "I've run training jobs this way since 2018 and the failure that bites is a half-written checkpoint. Write to a temporary key, then copy over the final one. Test it by killing the job at random fifty times. If the results match bit for bit, you're good; if not, you had a seed problem already.",
    },
    reply: 'Python, yes. 200 MB. Budget is 500 for all. If that works, send it.',
    lines: {
      start:
        'For 500 it works, because you have the checkpoint code already. Sending the proposal in ten minutes.',
      terms:
        'Checkpoint every 10 minutes and at the Spot warning, resume on start, retry rules in Batch, three instance families. Test: 20 runs, each killed at a random moment, same result as without.',
      timeline: 'One week.',
      days: [2, 6],
      milestones: [
        ['Resume works, killed and checked by hand', 150],
        ['20 random kills, all results equal', 350],
      ],
      report: 'Killed it at 1 h 12 and it continued from 1 h 10. Log above.',
      done: '20 of 20 equal. This week cost $212 instead of $540.',
      review: [
        5,
        'Does what was asked, for the price that was asked. 20 killed runs, 20 correct results. Compute costs down 61 percent in the first week. No slides.',
      ],
    },
  },
  'Review our boto3 scripts before the holidays': {
    responses: {
      'Mateo Lindqvist':
        "600 lines is an afternoon of reading, Carla. My guess about Easter: the script lists instances page by page, reads only the first page, or matches names by 'contains', and 'shop-test' and 'shop' looked the same to it.\n\nI'd give all nine the same three safety belts: a dry run that prints what it would do, a tag that says 'may be stopped', and a hard list of things that never are. You'd get a green, yellow or red mark for each script. When's the first closed day?",
      'Paloma Estévez':
        'Python and boto3 are my daily bread :) I would add tests with a fake AWS, so anyone can change a script and see in 5 seconds if the shop survives. How do they start today: by hand, cron, Lambda?',
      'Bronte Gallagher':
        "Honest take: nine scripts that stop and start things is what AWS Instance Scheduler does, with tags and no code. I'd delete seven of them. Fewer things for you to be nervous about.",
      'Rafael Quintero':
        "What account permissions do the scripts run with? If it's an admin role, even a perfect script is one typo away from the shop. A role that may only stop instances carrying a certain tag costs an hour and protects you from all nine, and the next intern.",
    },
    reply:
      'The first closed day is December 24. Green, yellow and red is just what I need. What shall I prepare for you?',
  },
};
