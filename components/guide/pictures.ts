import { TEXT_MAX } from '@/lib/trust/reviews/rules';

/** The guide's pictures: made by tests/e2e/guide-pictures.test.ts, which says how, and kept in public/guide. All are this wide. */
export const PICTURE_WIDTH = 880;

/** By the file's name: what is seen there, and how much of the page is shown. */
export const PICTURES = {
  landing: {
    alt: 'The home page: a form for the title and description of a request, with a Next button.',
    height: 600,
  },
  'request-new': {
    alt: 'The form for a new request: title and description with their counters, then services and Regions.',
    height: 760,
  },
  'request-answers': {
    alt: 'A request with two responses: expert, company, certification, and rate, with buttons to chat and compare.',
    height: 640,
  },
  compare: {
    alt: 'Two experts side by side: certifications, rates, rating, and how quickly they respond.',
    height: 620,
  },
  conversation: {
    alt: 'A conversation: whose turn it is, with a button to approve a payment; how much is paid; what happened, line by line.',
    height: 640,
  },
  proposal: {
    alt: 'A proposal: two milestones with their amounts, the most that can be charged, terms, timeline, and details.',
    height: 700,
  },
  'proposal-new': {
    alt: 'The form for a proposal: title, terms, and timeline, then the milestones.',
    height: 700,
  },
  'access-decide': {
    alt: 'An access request: why the expert asks, and what the level can and can’t do, read, spend, and change.',
    height: 760,
  },
  'access-live': {
    alt: 'Active access: the time left, the Revoke button with what it does, and the activity, with nothing there yet.',
    height: 620,
  },
  'access-ended': {
    alt: 'Access that has ended: the steps of the proof, each with its time.',
    height: 620,
  },
  payment: {
    alt: 'A payment awaiting approval: its amount, the time left, the button to approve it, and the field to decline it.',
    height: 620,
  },
  review: {
    alt: `The review form: stars, text of up to ${TEXT_MAX} characters, and the private question with Yes and No.`,
    height: 600,
  },
  'mail-settings': {
    alt: 'A row for each kind of notification, with choices for when we email you: right away, once a day, or never.',
    height: 640,
  },
  register: {
    alt: 'The form to register as an expert: alone or for a company, country, certification, its number, and the name on it.',
    height: 700,
  },
  profile: {
    alt: 'An expert’s own profile page: a checklist of what customers need to find them, certifications, and the photo.',
    height: 640,
  },
  work: {
    alt: 'The list of open requests, with search, filters, bookmarks, and a button to respond.',
    height: 640,
  },
} as const satisfies Record<string, { alt: string; height: number }>;

export type PictureName = keyof typeof PICTURES;
