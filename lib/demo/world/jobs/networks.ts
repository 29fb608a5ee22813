import type { DemoJob } from './job';

/** Around networks, names, email and the edge. */
export const NETWORK_JOBS: Readonly<Record<string, DemoJob>> = {
  'Remote VPN access to our VPC with MFA': {
    responses: {
      'Winston Adeyemi-Clarke':
        'Good afternoon. Client VPN with Okta over SAML gives you all three of your must-haves: MFA happens at Okta, and a deactivated account cannot open a new connection. Split tunneling is usually stuck for one of two reasons: a missing authorization rule, or a DNS server that only the tunnel can reach.\n\nFor 25 people, budget roughly $220 a month in connection hours plus about $73 for each associated subnet. May I ask whether anyone works outside the United States?',
      'Gonzalo Iriarte':
        'For only EC2 and RDS maybe you do not need a VPN. Session Manager with port forwarding gives the same access, with login from Okta, and it costs almost nothing. The users need the AWS CLI on the laptop, this is the weak point. If your people are not technical, then Client VPN. Are they?',
    },
    reply:
      'Everyone is in the US except one designer in Lisbon. Not super technical, so VPN it is. What access would you need and when could you start?',
    lines: {
      start:
        'Monday suits me. To begin with I need nothing more than read access to the VPC and your Okta administrator for half an hour. A proposal follows.',
      terms:
        'I shall set up a Client VPN endpoint in us-west-2 with Okta (SAML) as the only way in, split tunneling, and authorization rules by Okta group.\n\nIncluded: a pilot with three of your people, roll-out to the rest, and a two-page guide for Mac and Windows.\nNot included: changes to Okta itself, which your administrator makes with me on a call.',
      timeline: 'Pilot by the end of week one. Everyone connected by the end of week two.',
      days: [6, 9],
      milestones: [
        ['Pilot with three people', 850],
        ['All 25 connected, old bastion closed', 1750],
      ],
      report:
        'The pilot has run for three days. Hye-jin, your designer in Lisbon connected at the first attempt.',
      done: 'All 25 are connected. The bastion was switched off on Thursday evening and no one has asked for it since.',
      review: [
        5,
        'Winston had our first three people on the VPN within a week and everyone else the week after. He tested offboarding with us live: disabled a test user in Okta and it was out within a minute. Slightly formal, very good.',
      ],
    },
  },
  'Site-to-site VPN drops every hour': {
    responses: {
      'Winston Adeyemi-Clarke':
        'A drop on the hour with a phase 2 lifetime of 3600 is a failed rekey. Equal lifetimes are not enough: please compare perfect forward secrecy and the data-volume lifetime, which an ASA sets to 4,608,000 kilobytes unless told otherwise. The second tunnel is a separate matter. With a policy-based configuration, an ASA keeps only one pair in use.\n\nWhich ASA software version do you run?',
      'Oskar Wiklund':
        "Clyde, quick test before you pay anyone: run 'show crypto ipsec sa' at five to the hour and again at five past. If the SPIs change on one side only, it's PFS. I'd move you to a route-based VTI with BGP so tunnel two takes over in under ten seconds. About a day of work, and I don't mind doing it at 5 a.m. your time, that's lunch here.",
    },
    reply: 'ASA 9.14. PFS is group 14 here, no idea what your end has. When can you look?',
  },
  'Direct Connect redundancy for two offices': {
    responses: {
      'Winston Adeyemi-Clarke':
        'For two sites and 1 Gbps I would compare two designs: a second hosted connection at a different Direct Connect location, on another carrier, or a pair of VPN tunnels of up to 1.25 Gbps each as the standby. The VPN is cheaper by roughly a factor of eight. Either way BFD should be on, otherwise BGP needs up to 90 seconds to notice. AWS has a failover test built in, so no one has to pull a plug unless you would enjoy it.',
      'Oskar Wiklund':
        "60 artists and one foosball table sounds like a capacity problem too. First thing I'd look at: does the Sydney office really need its own path, or is it only there because someone bought it in 2019? Send me a month of traffic per link and I'll tell you whether VPN as standby is enough. My guess is yes, $150 a month.",
      'Imogen Fairweather':
        "Before any hardware, may I suggest settling what 'down' costs you? If a day without the link is 60 people idle, the second Direct Connect pays for itself; if they could work locally for an hour, it doesn't. I'd bring a one-page comparison with prices to a first call, then plan the change with you. Do you own the routers or rent them?",
    },
    lines: {
      thanks:
        "Thanks heaps for this, genuinely useful. We're going with someone who's done the exact carrier combo before. We'll be back for the Sydney office.",
    },
  },
  'Cut our NAT gateway bill': {
    responses: {
      'Wiremu Hartley':
        "$3,100 at Frankfurt's rate is about 60 TB of processing a month, so this is worth a proper look. S3 gateway endpoints are free and take minutes. The nice part: ECR keeps its image layers in S3, so that one endpoint usually eats most of the ECR traffic too.\n\nI'd turn on flow logs for two days first and rank the destinations, otherwise we're both guessing. If S3 isn't at least half of it I'll be surprised. Do all three VPCs pull the same images?",
    },
  },
  'PrivateLink to a partner in another Region': {
    responses: {
      'Winston Adeyemi-Clarke':
        'Yes, it can apply here. Cross-Region PrivateLink works for third-party endpoint services, provided that the partner adds eu-west-1 to the Regions their service supports. They do that, you cannot. Traffic stays on the AWS backbone, and Dublin to Frankfurt is about 25 ms.\n\nIf they decline, the alternative is a small VPC of your own in eu-central-1 with the endpoint in it, peered to yours. Do you know who at the partner runs the service?',
      'Oskar Wiklund':
        "Have you asked the partner yet? It's one setting on their side. If they're slow (partners are slow), inter-Region peering and an endpoint in Frankfurt does the same job for a few dollars more. Logging: VPC flow logs on the endpoint interfaces, that satisfied a PCI assessor I worked with last year.",
      'Rafael Quintero':
        "One thing I'd add to whatever design you choose is an endpoint policy, plus a security group that only your scoring service can use. Otherwise every workload in the VPC can talk to your partner, and your assessor will ask about it. I could do that part alone if you already have a network person. Is the scoring call made from one service or several?",
    },
    reply: 'One service calls it. The partner has confirmed that they can enable our Region. Please propose.',
    lines: {
      start:
        'That is the simpler of the two designs, I am glad. I need the endpoint service name from the partner and read access to the VPC. I shall send terms today.',
      terms:
        "Interface endpoint in eu-west-1 to the partner's service in eu-central-1, in two Availability Zones, with an endpoint policy, security groups for the scoring service alone, private DNS, and flow logs to your log account.\n\nI measure latency for 48 hours. If the 95th percentile is above 80 ms you do not pay the second milestone.",
      timeline: 'Four working days, of which two are measuring. Changes on Tuesday or Thursday after 22:00.',
      days: [1, 2.6],
      milestones: [
        ['Design approved, endpoint in test', 700],
        ['In production, logged and measured', 1400],
      ],
      report: 'The endpoint in test is accepted by the partner. Median 24 ms from your test cluster.',
      done: '95th percentile over 48 hours: 31 ms. Flow logs arrive in the log account.',
      review: [
        4,
        'Confirmed in the first message what AWS documentation left open to us. Measured 31 ms at the 95th percentile. One change window was missed because the partner was not ready.',
      ],
    },
  },
  'CloudFront serves old files after a release': {
    responses: {
      'Élodie Marchetti':
        "I think I know this one. When you invalidate, CloudFront forgets the page, but the visitor's own browser does not. If your pages are sent with a 'Cache-Control' of several hours, no one can call them back.\n\nI would look at the headers first, ten minutes, without any access. Then two rules: pages are always checked again, images and styles carry a version in their name and may stay for a year. Who publishes today, and with which tool?",
      'Beatrix Holloway':
        "Worth ruling out: is there a second distribution, or an old 'www' record that still points at the bucket? I've seen two museums with exactly that. Opening hours would update on one address and not on the other. Could you check what one of the affected visitors had typed?",
    },
    lines: {
      start:
        'I checked the headers of your public pages, Carla. They say max-age=28800, so eight hours: there it is. The repair is small, the explanation for your director I include.',
      terms:
        'New cache policies for pages and for files, headers set at upload, and a release that no longer needs /*.\nI write one page for your director, without jargon, and we practice one release together on a call.',
      timeline: 'One week, and we do the switch on a Monday when you are closed.',
      milestones: [
        ['New headers and cache policies', 700],
        ['Releases practiced, one-page explanation', 1500],
      ],
      reason:
        'Thank you, this is very clear. I can approve up to $1,000 on my own, and the board does not meet until March. Would you consider only the first part for now?',
    },
  },
  'SES emails end up in spam': {
    responses: {
      'Zainab Rahmani-Cole':
        "Three things, in this order:\n\n1. DMARC. Outlook wants it from anyone sending over 5,000 a day, and you're at 30k. Without it they junk you.\n2. A custom return path, so SPF aligns as well as DKIM.\n3. Split receipts from consent emails. Parents ignore the second kind, and that drags the first kind down.\n\nI'd hold off on a dedicated IP until those are in. Are both kinds sent from the same domain?",
      'Beatrix Holloway':
        "If you give me the sending domain I can look at the DNS side today, it's all public. 'DKIM is set up' sometimes means two of the three CNAMEs. I'd start DMARC at p=none, read a fortnight of reports, then tighten it. When are the holidays?",
      'Paloma Estévez':
        'Hi Tamsin! 1.8% bounces is ok, but what about complaints? In SES this is a different number, and Yahoo looks at that one. I can write a small script which reads your SES events and shows complaints per template per day. In my last project one single template made 80% of them :)',
      'Mateo Lindqvist':
        "April rings a bell: that's around when the big providers got stricter with bulk senders. I'd compare one message that landed in spam with one that didn't, header by header, before changing anything. Takes half an hour. Could you forward two raw Outlook ones into this conversation, with the recipient removed?",
    },
    lines: {
      start:
        "Same domain for both, so that's our list. I can have DMARC at p=none live tomorrow if your DNS is in Route 53. Proposal's on its way.",
      terms:
        '- DMARC from p=none to p=quarantine, in two steps\n- Custom return path in ap-southeast-2\n- Separate subdomains and configuration sets for receipts and consent\n- Complaint and bounce alarms per configuration set\n- Weekly inbox placement check with Outlook, Yahoo and Gmail seeds for a month',
      timeline:
        "Set-up in week one. Then it's mostly waiting for reputation to recover, three to four weeks.",
      days: [4, 20],
      milestones: [
        ['DNS, return path and both subdomains live', 650],
        ['Inbox rate above 95% for two weeks running', 1350],
      ],
      report: 'DMARC, return path and both subdomains are live. First DMARC reports came in this morning.',
      reason:
        "Almost! Receipts are on the new subdomain but consent emails still go out from the old one as of this morning. Ask again once that's switched and I'll approve it straight away.",
    },
  },
  'WAF rules that stop bots but not customers': {
    responses: {
      'Geneviève Lapointe-Ross':
        "2.1% of real payments, on a Friday? Ouch. Please tell me you kept the WAF logs, because then we don't have to guess.\n\nMy plan: everything to count, replay last Friday's logs, and see which label caught the good ones. My money's on the HTTP library rule hitting your merchants' server-side calls, which aren't browsers at all. Those get a scope-down statement. Then block again, one rule at a time.",
      'Élodie Marchetti':
        'I would put the challenge at CloudFront and leave the ALB alone: two web ACLs which block independently are difficult to explain afterwards. For the quick switch, a small function which sets the rule group to count. AWS says changes take seconds to a few minutes, so one minute I can measure for you, but not promise. When is your next event?',
    },
    reply:
      'Logs of last Friday are available in S3. The next event is in 16 days. Merchants do call us from servers. Please send terms.',
    lines: {
      start:
        "16 days is fine, we can be tuned in ten. I'll need read access to the log bucket and both web ACLs. Terms in an hour or so.",
      terms:
        "1. Replay Friday's logs, list every rule with what it blocked, right and wrong.\n2. New rules in count for one ordinary week, evidence sheet per rule.\n3. Block, plus a one-button switch to count, timed three times.\n4. I'm online for the whole event.",
      timeline: 'Evidence by day 4, tuned by day 10, event on day 16.',
      days: [3, 6],
      milestones: [
        ['Evidence per rule from last Friday', 1000],
        ['Blocking, switch timed, event attended', 2000],
      ],
      report:
        "Evidence sheet's done: 14 rules, 3 of them responsible for all 2.1%. As guessed, it's the HTTP library one.",
    },
  },
  'Static site with a contact form': {
    responses: {
      'Élodie Marchetti':
        'About $1.20 per month: $0.50 for the hosted zone, the rest is a few cents each for S3, CloudFront and the form. The form goes to a small Lambda function which sends with SES. Against the spam: a hidden field, a limit of five per minute, and the recipient fixed in the code so that it cannot send to anyone else.\n\nIs your email at the same domain?',
      'Paloma Estévez':
        "I've done this one maybe fifteen times. Lambda function URL, 40 lines of Python, SES. I'd put it in one CloudFormation template so you can throw all away and create it again. Half a day. You have the HTML already? Then perfect.",
      'Zainab Rahmani-Cole':
        "One catch people miss: a new SES account is in the sandbox and can only send to verified addresses. For a contact form that goes to you, that's actually fine, you never need to leave it. So no support case, no waiting. Happy to build it.",
    },
    lines: {
      start:
        'So that you see it before you decide: the price is fixed, and it includes the first month of watching.',
      terms:
        'S3 bucket (private), CloudFront with your domain and certificate, contact form with Lambda and SES, limit and hidden field against spam, an alarm at $5. All in one template, which is yours.',
      timeline: 'Three working days.',
      milestones: [
        ['Site online with certificate', 300],
        ['Form works, month of watching over', 400],
      ],
    },
  },
};
