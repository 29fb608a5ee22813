import type { LegalDocument } from './document';

/** What is kept about people, and who sees it. Its statements follow the tables and the audit; change them together. */
export const PRIVACY: LegalDocument = {
  slug: 'privacy',
  title: 'Privacy',
  about: 'What is kept about you, why, and who sees it.',
  versions: [
    {
      number: 2,
      date: '2026-11-30',
      changed: 'The same in plainer words.',
      sections: [
        {
          id: 'who',
          title: 'Who is responsible',
          text: ['{operator} keeps the data of this installation. Ask them about it at {email}.'],
        },
        {
          id: 'kept',
          title: 'What is kept, and why',
          text: [
            [
              'Your name, email address, and time zone: to sign you in, to write to you, and to show you times.',
              'Sessions, with when they were used and in which browser: so that you can see and end them.',
              'What you write: requests, responses, messages, proposals, reviews. They are the work itself, and the record of what was agreed.',
              'For experts: their profile, and the name, number, and dates of their certifications, which an admin compares with what AWS says.',
              'For connected AWS accounts: the account number, and what it takes to enter the roles that you made there.',
              'For an access: which level, from when to when, each session that was opened, and the events that AWS’s own trail recorded for it.',
              'For payments: amounts and their state, and the last four digits and expiry of a card. Stripe has the card itself.',
              'An audit of who did what and when, which no one can change afterward.',
            ],
          ],
        },
        {
          id: 'seen',
          title: 'Who sees it',
          text: [
            [
              'Signed-in experts with a certification in force read a request. Others who registered see only its title, budget, and tags. Its email address is used to write to you and is not shown to any expert.',
              'The two sides of the job see a conversation, its proposals, payments, and access.',
              'An expert’s profile, their verified certifications, and the reviews of their company are public.',
              'What you choose for “Would you work with this expert again?” is not shown to the expert or to anyone else on these pages.',
              'Admins of this installation see what they must decide on, such as claimed certifications.',
            ],
          ],
        },
        {
          id: 'others',
          title: 'Who else gets something',
          text: [
            [
              'Stripe: what a payment needs.',
              'Amazon Web Services: the calls in your own account that you allowed. The name of a session holds a number for the person, not their address.',
              '{operator}’s email service: the emails to you.',
            ],
            'Nothing is sold, there are no ads, and no page loads anything from elsewhere: no fonts, no counters, no trackers.',
          ],
        },
        {
          id: 'cookies',
          title: 'Cookies',
          text: [
            'One that keeps you signed in, one that protects forms, one for the tab where you asked for a sign-in code, one for a draft that you began before signing in, and one for light or dark. Nothing else is kept in your browser to recognize you.',
          ],
        },
        {
          id: 'mail',
          title: 'Email',
          text: [
            'For each kind of news, you choose whether you get an email at once, once a day, or not at all. Each email of that kind has a link that turns it off without signing in. You cannot turn off email about money that waits for you, access requests, and security. An address that rejects email gets no more of it.',
            'Emails load nothing from anywhere, so no one learns whether you have opened one.',
          ],
        },
        {
          id: 'long',
          title: 'For how long',
          text: [
            'A request cannot be deleted, since others have responded to it. Its customer can stop new responses and edit it. What was agreed and paid, and the audit, are kept as long as the law requires accounts to be kept. Ask {operator} to correct or delete what they do not need to keep.',
          ],
        },
      ],
    },
    {
      number: 1,
      date: '2026-11-26',
      changed: 'The first version.',
      sections: [
        {
          id: 'who',
          title: 'Who is responsible',
          text: ['{operator} keeps the data of this installation. Ask them about it at {email}.'],
        },
        {
          id: 'kept',
          title: 'What is kept, and why',
          text: [
            [
              'Your name, e-mail address and time zone: to sign you in, to write to you, and to show you times.',
              'Sessions, with when they were used and by which browser: so that you can see and end them.',
              'What you write: requests, answers, messages, proposals, reviews. They are the work itself, and the record of what was agreed.',
              'Of experts: their profile, and the name, number and dates of their certifications, which an admin compares with what AWS says.',
              'Of connected AWS accounts: the account’s number, and what it takes to enter the roles that you made there.',
              'Of an access: which level, from when to when, each session that was opened, and the events that AWS’s own trail recorded for it.',
              'Of payments: amounts and their state, and the last four digits and expiry of a card. The card itself is with Stripe.',
              'An audit of who did what and when, which nobody can change afterwards.',
            ],
          ],
        },
        {
          id: 'seen',
          title: 'Who sees it',
          text: [
            [
              'A request is read by signed-in experts with a certification in force; others who registered see only its title, budget and tags. Its e-mail address is used to write to you and is shown to no expert.',
              'A conversation, its proposals, payments and access are seen by the two sides of the job.',
              'An expert’s profile, their verified certifications and the reviews of their company are public.',
              'The answer to “Would you work with this expert again?” is not shown to the expert or to anybody else on these pages.',
              'Admins of this installation see what they must decide on, such as claimed certifications.',
            ],
          ],
        },
        {
          id: 'others',
          title: 'Who else gets something',
          text: [
            [
              'Stripe: what a payment needs.',
              'Amazon Web Services: the calls in your own account that you allowed. The name of a session holds a number for the person, not their address.',
              'The mail service of {operator}: the mail to you.',
            ],
            'Nothing is sold, there are no advertisements, and no page loads anything from elsewhere: no fonts, no counters, no trackers.',
          ],
        },
        {
          id: 'cookies',
          title: 'Cookies',
          text: [
            'One that keeps you signed in, one that protects forms, one for the tab in which you asked for a sign-in code, one for a draft that you began before signing in, and one for light or dark. Nothing else is kept in your browser to recognise you.',
          ],
        },
        {
          id: 'mail',
          title: 'Mail',
          text: [
            'You choose for each kind of news whether it comes at once, once a day or not at all; each mail of that kind has a link that turns it off without signing in. Mail about money that waits for you, access that is asked for, and security cannot be turned off. An address that refuses mail gets no more of it.',
            'Mails load nothing from anywhere, so nobody learns whether you have opened one.',
          ],
        },
        {
          id: 'long',
          title: 'For how long',
          text: [
            'A request cannot be deleted, since others have answered it; its customer can stop new responses and edit it. What was agreed and paid, and the audit, are kept as long as the law asks for accounts to be kept. Ask {operator} to correct or delete what they need not keep.',
          ],
        },
      ],
    },
  ],
};
