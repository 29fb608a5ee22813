import { type LegalDocument, revised, type Version } from './document';

const FIRST: Version = {
  number: 1,
  date: '2026-11-26',
  changed: 'The first version.',
  sections: [
    {
      id: 'parties',
      title: 'Between whom',
      text: [
        'Between the customer who accepts a proposal and the company that sent it. It is made at the moment of acceptance. {operator} and Amazon Web Services are not parties to it.',
      ],
    },
    {
      id: 'order',
      title: 'What comes first',
      text: [
        'The proposal: its text, milestones, timeline and maximum, as they were when it was accepted. Where it says something else than this agreement, the proposal holds. It may change this agreement in its text.',
      ],
    },
    {
      id: 'work',
      title: 'The work',
      text: [
        'The expert named in the proposal does the work with the care of somebody who holds their certifications. If others of the company take part, the customer is told before.',
        'The company alone answers for the work, for its people and for their taxes.',
      ],
    },
    {
      id: 'access',
      title: 'Access to the AWS account',
      text: [
        [
          'The expert asks for the narrowest level that the work needs, and says why.',
          'It is used for this work alone, by the person it was given to.',
          'What was read in the account stays secret, also after the end.',
          'Before the final payment the expert says what they made and what is left running.',
          'The customer may end the access at any time. If work cannot go on without it, the two agree on what that means for the price.',
        ],
      ],
    },
    {
      id: 'costs',
      title: 'Costs in AWS',
      text: [
        'The customer pays AWS for what runs in their account, also for what the expert made there as agreed. The expert asks before they make something that costs more than the work made likely.',
      ],
    },
    {
      id: 'pay',
      title: 'Pay',
      text: [
        'The customer never pays more than the proposal’s maximum. A payment request is approved or declined, with a reason, within {approvalDays} days; after that it is approved by itself. More work needs another proposal.',
        'Approved payments are final between the parties, but for what they agree on themselves and what the law gives.',
      ],
    },
    {
      id: 'results',
      title: 'Who owns the results',
      text: [
        'With the payment of the part of the work that it belongs to, the customer may use, change and pass on what was made for them, without limit in time or place. What the company had before stays the company’s; the customer may use it as part of the result.',
      ],
    },
    {
      id: 'end',
      title: 'The end',
      text: [
        'The agreement ends when the final payment is accepted. Secrecy, results and what is owed outlast it.',
      ],
    },
  ],
};

/** What holds between customer and expert where their proposal says nothing else. */
export const AGREEMENT: LegalDocument = {
  slug: 'agreement',
  title: 'Engagement agreement',
  about: 'What applies between a customer and an expert’s company unless their proposal says otherwise.',
  versions: [
    {
      number: 3,
      date: '2026-11-30',
      changed: 'The same in plainer words.',
      sections: [
        {
          id: 'parties',
          title: 'Who it is between',
          text: [
            'The customer who accepts a proposal and the company that sent it. It is made at the moment of acceptance. {operator} and Amazon Web Services are not parties to it.',
          ],
        },
        {
          id: 'order',
          title: 'What comes first',
          text: [
            'The proposal: its text, milestones, timeline, and maximum, as they were when it was accepted. Where it says something different from this agreement, the proposal applies. Its text may change this agreement.',
          ],
        },
        {
          id: 'work',
          title: 'The work',
          text: [
            'The expert named in the proposal does the work with the care of someone who holds their certifications. If others from the company take part, the customer is told beforehand.',
            'The company alone is responsible for the work, for its people, and for their taxes.',
          ],
        },
        {
          id: 'access',
          title: 'Access to the AWS account',
          text: [
            [
              'The expert asks for the narrowest level that the work needs, and says why.',
              'It is used for this work alone, by the person it was given to.',
              'What was read in the account stays secret, even after the end.',
              'Before the final payment, the expert says what they made and what is left running.',
              'The customer may end the access at any time. If work cannot go on without it, the two agree on what that means for the price.',
            ],
          ],
        },
        {
          id: 'costs',
          title: 'Costs in AWS',
          text: [
            'The customer pays AWS for what runs in their account, including what the expert made there as agreed. The expert asks before they make something that costs more than the work made likely.',
          ],
        },
        {
          id: 'pay',
          title: 'Payment',
          text: [
            'The customer never pays more than the proposal’s maximum. The customer approves a payment request, or declines it with a reason, within {approvalDays} days. After that, it is approved automatically. More work needs another proposal.',
            'Approved payments are final between the parties, except for what they agree on themselves and what the law gives.',
          ],
        },
        {
          id: 'results',
          title: 'Who owns the results',
          text: [
            'Once the part of the work that it belongs to is paid, the customer may use, change, and pass on what was made for them, without limit in time or place. What the company had before stays the company’s. The customer may use it as part of the result.',
          ],
        },
        {
          id: 'end',
          title: 'The end',
          text: [
            'The agreement ends when the final payment is accepted, when the company completes the job, or when the customer ends it and says why. No payment request may be open then.',
            'Approved payments stay due. Secrecy, results, and what is owed outlast the agreement.',
          ],
        },
      ],
    },
    {
      number: 2,
      date: '2026-11-30',
      changed: 'Either side can close a job without a final payment.',
      sections: revised(FIRST, {
        end: [
          'The agreement ends when the final payment is accepted, when the company completes the job, or when the customer ends it and says why. No payment request may be open then.',
          'Payments that were approved stay due. Secrecy, results and what is owed outlast the agreement.',
        ],
      }),
    },
    FIRST,
  ],
};
