import { type LegalDocument, revised, type Version } from './document';

const FIRST: Version = {
  number: 1,
  date: '2026-11-26',
  changed: 'The first version.',
  sections: [
    {
      id: 'who',
      title: 'Who runs this',
      text: [
        '{operator} runs this installation of Groundcrew, keeps its data and answers for it. You reach them at {email}. Groundcrew is free software; whoever wrote it is not a party to these terms, and neither is Amazon Web Services.',
      ],
    },
    {
      id: 'what',
      title: 'What it is',
      text: [
        'A place where customers who need help with AWS meet certified experts, agree on work and its price, give and end access to an AWS account, and pay.',
        '{operator} is not a party to the work itself. What customer and expert agree on is a contract between the two of them: see the engagement agreement.',
      ],
    },
    {
      id: 'account',
      title: 'Your account',
      text: [
        'You sign in with an e-mail address that is yours. You are answerable for what is done with your account, so keep your mailbox and your devices safe, and end sessions that you do not know.',
        'Say who you are. An expert gives the name that stands on their certification, and certifications that are their own.',
        'You must be of age, and may act for the company or customer in whose name you act.',
      ],
    },
    {
      id: 'conduct',
      title: 'What is not allowed',
      text: [
        [
          'Posting secrets, such as access keys or passwords, or other people’s personal data.',
          'Sending the same answer to many requests, or answering without having read one.',
          'Claiming a certification or experience that you do not have, or lending your account to somebody else.',
          'Using access to an AWS account for anything but the job that it was given for.',
          'Reviews that are paid for, written about oneself, or threatened with.',
          'Trying to reach what is not yours, here or in somebody’s AWS account.',
        ],
      ],
    },
    {
      id: 'access',
      title: 'Access to AWS accounts',
      text: [
        'Access is given by the customer, at a level and for a time that the customer sees before accepting it, and it can be ended by the customer at any moment. It ends by itself when the final payment is accepted, or at its own last instant.',
        'Groundcrew shows when the end of an access is proven and when it is not. Ending an access does not undo what was done with it: what runs keeps running and costs money until somebody stops it.',
      ],
    },
    {
      id: 'payments',
      title: 'Prices, payments and the fee',
      text: [
        'Posting requests, answers and messages are free. A customer pays what they accepted in a proposal and never more than its maximum. A payment that is asked for and not answered within {approvalDays} days is approved by itself.',
        'The fee of this installation is {fee} of each payment. The expert’s company bears it: it is taken from what is paid, and nothing is added for the customer. The fee of a proposal is fixed when the proposal is accepted.',
        'Cards are kept and charged by Stripe; {operator} does not see their numbers.',
      ],
    },
    {
      id: 'ending',
      title: 'Suspension and leaving',
      text: [
        '{operator} may suspend an account that breaks these terms or endangers others, and says why. A suspension ends the access to AWS accounts that the suspended person or company holds.',
        'You may stop using Groundcrew at any time. Payments that were approved stay due.',
      ],
    },
    {
      id: 'liability',
      title: 'Liability',
      text: [
        '{operator} checks certifications against what AWS says of them on the day of the check, and does what is described here with care. {operator} does not answer for the quality of an expert’s work, or for costs that arise in an AWS account.',
        'Nothing here limits a liability that the law does not let be limited.',
      ],
    },
    {
      id: 'changes',
      title: 'Changes',
      text: [
        'Each version of these terms stays readable with its date and what changed. A new version holds for what happens after its date. The document history can be followed as RSS.',
      ],
    },
  ],
};

/** The operator's terms: `{operator}`, `{email}` and `{fee}` stand for what the installation's settings say. */
export const TERMS: LegalDocument = {
  slug: 'terms',
  title: 'Terms of use',
  about: 'What you and {operator} owe each other when you use this Groundcrew.',
  versions: [
    {
      number: 3,
      date: '2026-11-30',
      changed: 'The same in plainer words.',
      sections: [
        {
          id: 'who',
          title: 'Who runs this',
          text: [
            '{operator} runs this installation of Groundcrew, keeps its data, and is responsible for it. You can reach them at {email}. Groundcrew is free software. Its authors are not parties to these terms, and neither is Amazon Web Services.',
          ],
        },
        {
          id: 'what',
          title: 'What it is',
          text: [
            'A place where customers who need help with AWS meet certified experts, agree on work and its price, give and end access to an AWS account, and pay.',
            '{operator} is not a party to the work itself. What a customer and an expert agree on is a contract between the two of them. See the engagement agreement.',
          ],
        },
        {
          id: 'account',
          title: 'Your account',
          text: [
            'You sign in with your own email address. You are responsible for what is done with your account, so keep your mailbox and your devices safe, and end sessions you do not recognize.',
            'Say who you are. An expert gives the name on their certification, and certifications that are their own.',
            'You must be of legal age, and allowed to act for the company or customer in whose name you act.',
          ],
        },
        {
          id: 'conduct',
          title: 'What is not allowed',
          text: [
            [
              'Posting secrets, such as access keys or passwords, or other people’s personal data.',
              'Sending the same response to many requests, or responding to a request without having read it.',
              'Claiming a certification or experience that you do not have, or lending your account to someone else.',
              'Using access to an AWS account for anything but the job it was given for.',
              'Reviews that are paid for, written about oneself, or used as a threat.',
              'Trying to reach what is not yours, here or in someone’s AWS account.',
            ],
          ],
        },
        {
          id: 'access',
          title: 'Access to AWS accounts',
          text: [
            'The customer gives access, at a level and for a time that they see before they accept it, and can end it at any moment. It also ends when the final payment is accepted, when either side closes the job, or when its time is up.',
            'Groundcrew shows when the end of an access is proven and when it is not. Ending access does not undo what was done with it: what runs keeps running and costs money until someone stops it.',
          ],
        },
        {
          id: 'payments',
          title: 'Prices, payments, and the fee',
          text: [
            'Posting requests, responses, and messages is free. A customer pays what they accepted in a proposal, and never more than its maximum. A payment request that no one decides on within {approvalDays} days is approved automatically.',
            'The fee of this installation is {fee} of each payment. The expert’s company pays it: it is taken from what is paid, and nothing is added for the customer. The fee of a proposal is fixed when the proposal is accepted.',
            'Stripe keeps and charges cards. {operator} does not see their numbers.',
          ],
        },
        {
          id: 'ending',
          title: 'Suspension and leaving',
          text: [
            '{operator} may suspend an account that breaks these terms or endangers others, and says why. A suspension ends the access to AWS accounts that the suspended person or company holds.',
            'You may stop using Groundcrew at any time. Approved payments stay due.',
          ],
        },
        {
          id: 'liability',
          title: 'Liability',
          text: [
            '{operator} checks certifications against what AWS says about them on the day of the check, and does what is described here with care. {operator} is not responsible for the quality of an expert’s work, or for costs that arise in an AWS account.',
            'Nothing here limits a liability that cannot be limited by law.',
          ],
        },
        {
          id: 'changes',
          title: 'Changes',
          text: [
            'Each version of these terms stays readable, with its date and what changed. A new version applies to what happens after its date. You can follow the document history as RSS.',
          ],
        },
      ],
    },
    {
      number: 2,
      date: '2026-11-30',
      changed: 'Access also ends when either side closes the job.',
      sections: revised(FIRST, {
        access: [
          'Access is given by the customer, at a level and for a time that the customer sees before accepting it, and it can be ended by the customer at any moment. It also ends when the final payment is accepted, when either side closes the job, or at its own last instant.',
          'Groundcrew shows when the end of an access is proven and when it is not. Ending an access does not undo what was done with it: what runs keeps running and costs money until somebody stops it.',
        ],
      }),
    },
    FIRST,
  ],
};
