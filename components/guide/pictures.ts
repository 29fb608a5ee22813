/** The guide's pictures: made by tests/e2e/guide-pictures.test.ts, which says how, and kept in public/guide. All are this wide. */
export const PICTURE_WIDTH = 880;

/** By the file's name: what is seen there, and how much of the page is shown. */
export const PICTURES = {
  landing: {
    alt: 'The first page: a form for the title and the description of a request, with a button Next.',
    height: 600,
  },
  'request-new': {
    alt: 'The form of a new request: title, description with its counter, budget, and preferred location.',
    height: 760,
  },
  'request-answers': {
    alt: 'A request with two answers: expert, company, certification and rate, with buttons to chat and to compare.',
    height: 640,
  },
  compare: {
    alt: 'Two experts side by side: certifications, rates, rating and how quickly they answer.',
    height: 620,
  },
  conversation: {
    alt: 'A conversation: at its top whose turn it is, with a button to review the payment; below it messages and what happened between them.',
    height: 640,
  },
  proposal: {
    alt: 'A proposal with its terms, two milestones with their amounts, the maximum, and the buttons Accept and Decline.',
    height: 700,
  },
  'proposal-new': {
    alt: 'The form of a proposal: title, terms, milestones with amounts, and what the company earns.',
    height: 700,
  },
  'access-decide': {
    alt: 'A permission request: what the level can and cannot do, and the choice of account and last day before accepting.',
    height: 760,
  },
  'access-live': {
    alt: 'A live access: the time that is left, the button Revoke, and the first events.',
    height: 620,
  },
  'access-ended': {
    alt: 'An access that has ended: the steps of the proof, each with its time.',
    height: 620,
  },
  payment: {
    alt: 'A payment that awaits approval: its amount, the time that is left, and the buttons Approve and Decline.',
    height: 620,
  },
  review: {
    alt: 'The form of a review: stars, a text of up to 500 characters, and the private question.',
    height: 600,
  },
  'mail-settings': {
    alt: 'A row for each kind of news, with the choices At once, Once a day, and No e-mail.',
    height: 640,
  },
  register: {
    alt: 'The form to register as an expert: alone or for a company, country, headline, and one certification.',
    height: 700,
  },
  profile: {
    alt: 'The page of an expert’s own profile, with the checklist of what is missing.',
    height: 640,
  },
  work: {
    alt: 'The list of open requests with fields to narrow it.',
    height: 640,
  },
} as const satisfies Record<string, { alt: string; height: number }>;

export type PictureName = keyof typeof PICTURES;
