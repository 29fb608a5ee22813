import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { readMoney } from '@/lib/core/money';
import { sentForm, textField } from '@/lib/core/text';
import { amountProblem, CURRENCY, MILESTONES_MAX, type MilestoneTerms } from './rules';

export const TITLE = { min: 3, max: 140 };
export const TERMS = { min: 30, max: 10_000 };
export const TIMELINE = { min: 0, max: 300 };
export const REASON = { min: 0, max: 1500 };
/** Ending a job needs a reason: the company has worked for it. */
export const END_REASON = { min: 3, max: 1500 };

const milestoneTitle = textField('Milestone title', TITLE);
const row = z.object({ title: z.string().default(''), amount: z.string().default('') });

/** Rows as a form has them: those left empty do not count, and a sentence stands at the field that it is about. */
const milestones = z
  .array(row)
  .default([])
  .transform((rows, context): MilestoneTerms[] => {
    const read: MilestoneTerms[] = [];
    const say = (message: string, ...path: (string | number)[]) =>
      context.issues.push({ code: 'custom', message, path, input: rows });
    for (const [index, { title, amount }] of rows.entries()) {
      if (title.trim() === '' && amount.trim() === '') continue;
      const named = milestoneTitle.safeParse(title);
      if (!named.success) say(named.error.issues[0]!.message, index, 'title');
      const { minor: amountMinor, problem: unread } = readMoney('Amount', amount, CURRENCY);
      const problem = unread ?? amountProblem('Amount', amountMinor);
      if (problem) say(problem, index, 'amount');
      if (named.success && amountMinor !== null && !problem) read.push({ title: named.data, amountMinor });
    }
    if (context.issues.length > 0) return z.NEVER;
    if (read.length === 0) say('A proposal needs at least one milestone with an amount.', 0, 'title');
    if (read.length > MILESTONES_MAX)
      say(`A proposal can have at most ${MILESTONES_MAX} milestones.`, 0, 'title');
    return read;
  });

export const Propose = sentForm(
  {
    conversationId: idField,
    title: textField('Proposal title', TITLE),
    terms: textField('Terms', { ...TERMS, lines: true }),
    timeline: textField('Timeline', { ...TIMELINE, lines: true }).default(''),
    milestones,
  },
  ['title', 'terms', 'timeline', 'milestones'],
);
export type Propose = z.output<typeof Propose>;

export const Accept = z.object({
  proposalId: idField,
  /** The hash of the text that was on the page. */
  textHash: z.string().regex(/^[0-9a-f]{64}$/, 'This page is out of date. Open the proposal again.'),
});
export type Accept = z.output<typeof Accept>;

export const Decline = sentForm(
  { proposalId: idField, reason: textField('Reason', { ...REASON, lines: true }).default('') },
  ['reason'],
);
export type Decline = z.output<typeof Decline>;

export const Withdraw = z.object({ proposalId: idField });
export type Withdraw = z.output<typeof Withdraw>;

export const Complete = z.object({ proposalId: idField });
export type Complete = z.output<typeof Complete>;

export const End = sentForm(
  { proposalId: idField, reason: textField('Reason', { ...END_REASON, lines: true }) },
  ['reason'],
);
export type End = z.output<typeof End>;
