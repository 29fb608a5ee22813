import { TEXT_MAX } from '@/lib/trust/reviews/rules';

/** The guide's pictures: made by tests/e2e/guide-pictures.test.ts, which says how, and kept in public/guide. All are this wide. */
export const PICTURE_WIDTH = 880;

/** By the file's name: what is seen there, and how much of the page is shown. */
export const PICTURES = {
  landing: {
    alt: 'The first page: a form for the title and the description of a request, with a button Next.',
    height: 600,
  },
  'request-new': {
    alt: 'The form of a new request: title and description with their counters, then services and Regions.',
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
    alt: 'A conversation: at its top whose turn it is, with a button to approve a payment; how much is paid; what happened, line by line.',
    height: 640,
  },
  proposal: {
    alt: 'A proposal: two milestones with their amounts, the most that can be charged, terms, timeline, and facts.',
    height: 700,
  },
  'proposal-new': {
    alt: 'The form of a proposal: title, terms and timeline, then the milestones.',
    height: 700,
  },
  'access-decide': {
    alt: 'A permission request: why it is asked for, and what its level can and cannot do, reads, spends and changes.',
    height: 760,
  },
  'access-live': {
    alt: 'A live access: the time that is left, the button Revoke with what it does, and the activity, of which there is none yet.',
    height: 620,
  },
  'access-ended': {
    alt: 'An access that has ended: the steps of the proof, each with its time.',
    height: 620,
  },
  payment: {
    alt: 'A payment that awaits approval: its amount, the time that is left, the button to approve it, and the field to decline it.',
    height: 620,
  },
  review: {
    alt: `The form of a review: stars, a text of up to ${TEXT_MAX} characters, and the private question with Yes and No.`,
    height: 600,
  },
  'mail-settings': {
    alt: 'A row for each kind of news, with the choices At once, Once a day, and No e-mail.',
    height: 640,
  },
  register: {
    alt: 'The form to register as an expert: alone or for a company, country, certification, its number and the name on it.',
    height: 700,
  },
  profile: {
    alt: 'The page of an expert’s own profile: a checklist of what customers need to find them, certifications, and the photo.',
    height: 640,
  },
  work: {
    alt: 'The list of open requests with a search, filters, bookmarks, and a button to respond.',
    height: 640,
  },
} as const satisfies Record<string, { alt: string; height: number }>;

export type PictureName = keyof typeof PICTURES;
