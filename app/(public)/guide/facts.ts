import { DAYS } from '@/lib/access/permission-requests/schema';
import { REFUSALS } from '@/lib/access/proofs/rules';
import { formatMoney } from '@/lib/core/money';
import { CODE_DIGITS, PROOF_MINUTES } from '@/lib/core/step-up';
import { inWords, ordinal } from '@/lib/core/words';
import { PROPOSAL } from '@/lib/job/proposals/lifecycle';
import {
  CURRENCY,
  MILESTONES_MAX,
  OPEN_MAX,
  PAYMENT_MAX,
  PAYMENT_MIN,
  percentOf,
} from '@/lib/job/proposals/rules';
import { TERMS, TIMELINE } from '@/lib/job/proposals/schema';
import { UNANSWERED_DAYS } from '@/lib/market/advice/rules';
import { COUNTING_IN_WORDS, LEVELS } from '@/lib/market/certifications/catalog';
import { WARN_DAYS } from '@/lib/market/certifications/rules';
import {
  BUDGET_LABELS,
  CONTACT_EMAIL_MAX,
  CONTACT_NAME,
  DESCRIPTION,
  LOCATION_LABELS,
  TITLE,
} from '@/lib/market/requests/schema';
import { RESPONSE_TEXT } from '@/lib/market/responses/schema';
import { PAYMENT_REQUEST } from '@/lib/money/payment-requests/lifecycle';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';
import { MORNING_HOUR } from '@/lib/notifications/topics/rules';
import { env } from '@/lib/platform/env';
import { PERMISSION_LEVELS } from '@/lib/policies/levels';
import { UNDO_HOURS } from '@/lib/trust/moderation/rules';
import { STARS_IN_WORDS, TEXT_MAX } from '@/lib/trust/reviews/rules';
import { BROWSERS } from '../browsers';

const money = (minor: bigint) => formatMoney({ minor, currency: CURRENCY });
const range = ({ min, max }: { min: number; max: number }) => ({
  min: min.toLocaleString('en'),
  max: max.toLocaleString('en'),
});
const word = <State extends string>(words: Record<State, { word: string }>, state: State) =>
  words[state].word;

/** Every number and every name that the guide tells, each from where it is decided. What the settings say is read when shown. */
export const facts = {
  get operator() {
    return env.OPERATOR_NAME;
  },
  get email() {
    return env.OPERATOR_EMAIL;
  },
  get fee() {
    return percentOf(env.FEE_BASIS_POINTS);
  },
  currency: CURRENCY,

  title: range(TITLE),
  description: range(DESCRIPTION),
  budgets: Object.values(BUDGET_LABELS).join(', '),
  locations: Object.values(LOCATION_LABELS).join(', '),
  name: range(CONTACT_NAME),
  emailMax: CONTACT_EMAIL_MAX,
  response: range(RESPONSE_TEXT),

  terms: range(TERMS),
  timelineMax: TIMELINE.max,
  milestonesMax: MILESTONES_MAX,
  openProposalsMax: OPEN_MAX,
  payment: { min: money(PAYMENT_MIN), max: money(PAYMENT_MAX) },
  approvalDays: APPROVE_WITHIN_DAYS,
  approvalDaysInWords: inWords(APPROVE_WITHIN_DAYS),
  approvalDay: ordinal(APPROVE_WITHIN_DAYS),
  words: {
    proposed: word(PROPOSAL.words, 'proposed'),
    accepted: word(PROPOSAL.words, 'accepted'),
    declined: word(PROPOSAL.words, 'declined'),
    withdrawn: word(PROPOSAL.words, 'withdrawn'),
    completed: word(PROPOSAL.words, 'completed'),
    ended: word(PROPOSAL.words, 'ended'),
    awaiting: word(PAYMENT_REQUEST.words, 'awaiting'),
  },

  accessDays: { usual: DAYS.usual, most: DAYS.most },
  levels: inWords(PERMISSION_LEVELS.length),
  refusals: inWords(REFUSALS),
  reviewMax: TEXT_MAX,
  stars: STARS_IN_WORDS,
  undoHours: UNDO_HOURS,
  unansweredDays: inWords(UNANSWERED_DAYS),
  browsers: BROWSERS.join(', '),
  countingLevels: COUNTING_IN_WORDS,
  lowestLevel: LEVELS[0],
  warnDays: new Intl.ListFormat('en-GB').format(WARN_DAYS.map(String)),
  morningHour: MORNING_HOUR,
  proofMinutes: PROOF_MINUTES,
  codeDigits: inWords(CODE_DIGITS),
};
