/** How far a request of the demo world has come. */
export type Chapter =
  | 'new'
  | 'answered'
  | 'paused'
  | 'settled'
  | 'proposed'
  | 'declined'
  | 'withdrawn'
  | 'working'
  | 'awaiting'
  | 'paymentDeclined'
  | 'completed'
  | 'reviewed';

/** What is said about one request of the demo world after it was posted. */
export type DemoJob = {
  /** Who responds, in this order, and with what words; the first gets the job where somebody does. */
  responses: Readonly<Record<string, string>>;
  /** What the customer writes to the first. */
  reply?: string;
  lines?: Partial<JobLines>;
  /** How far it has come, where the rhythm of the others would have it elsewhere. */
  chapter?: Chapter;
};

/** What both write from the proposal to the end. */
export type JobLines = {
  /** The expert, before the proposal. */
  start: string;
  terms: string;
  timeline: string;
  /** Days of work before the first payment request, and between it and the last. */
  days: readonly [first: number, last: number];
  /** In whole dollars. */
  milestones: readonly [first: readonly [title: string, price: number], last: readonly [string, number]];
  /** The notes of the two payment requests. */
  report: string;
  done: string;
  /** Why the customer declines the proposal, or the first payment. */
  reason: string;
  review: readonly [stars: number, text: string];
  /** To those who were not chosen. */
  thanks: string;
};

/** For what a job leaves out. */
export const USUAL_LINES: JobLines = {
  start: 'I can start tomorrow. Read access to the logs is enough for the first part. Proposal to follow.',
  terms: 'Part one: find the cause and write it up.\nPart two: make the change, once you have agreed to it.',
  timeline: 'Ten working days from the day you accept.',
  days: [1, 2],
  milestones: [
    ['Cause found and written up', 400],
    ['Change made and measured', 900],
  ],
  report: 'The write-up is in our conversation.',
  done: 'Done and measured. The numbers are in our conversation.',
  reason: 'We have to wait with this until next quarter.',
  review: [4, 'Solved what we asked for, at the price we agreed.'],
  thanks: 'Thanks for taking the time. We went with someone else on this one.',
};
