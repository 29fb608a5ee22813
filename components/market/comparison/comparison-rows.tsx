import type { ReactNode } from 'react';
import { amountOf } from '@/components/market/answers/answer-action';
import { ASKED } from '@/components/market/answers/asked';
import { answerTime } from '@/components/market/responses/answer-time';
import { shortRate } from '@/components/market/responses/rate';
import { Link } from '@/components/ui/link';
import { Stars } from '@/components/ui/stars';
import { formatInstant } from '@/components/ui/time';
import { showId } from '@/lib/core/id';
import { countryName } from '@/lib/identity/companies/countries';
import type { Answer } from '@/lib/job/answers/queries';
import { isUnanswered, PROPOSAL } from '@/lib/job/proposals/lifecycle';
import { shortCertification } from '@/lib/market/certifications/catalog';
import { bestOf, cheaper, less, more, REVIEWS_TO_WIN, rangeOf } from './best';

export type Row = {
  label: string;
  /** Null: this one has none. */
  cells: ReactNode[];
  /** What stands where one has none. */
  none: string;
  /** Which cell is plainly the best, and the word for it. */
  best: { at: number; word: string } | null;
  long?: boolean;
};

type Aspect = {
  label: string;
  shows: (answer: Answer, now: Date) => ReactNode;
  none?: string;
  best?: { word: string; of: (answers: readonly Answer[]) => number | null };
  long?: boolean;
};

/** What is looked at of each answer. Only what is better as more or as less has a best; words decide for themselves. */
const ASPECTS: readonly Aspect[] = [
  { label: 'Proposal', shows: proposed, none: 'None yet' },
  {
    label: 'Rate',
    shows: ({ rate }) => shortRate(rate),
    none: 'On request',
    best: { word: 'lowest', of: (answers) => bestOf(answers.map(rangeOf), cheaper) },
  },
  {
    label: 'Rating',
    shows: ({ rating }) => rating && <Stars rating={rating.average} count={rating.count} short />,
    none: 'New here',
    best: {
      word: 'highest',
      of: (answers) =>
        bestOf(
          answers.map(({ rating }) => (rating && rating.count >= REVIEWS_TO_WIN ? rating.average : null)),
          more,
        ),
    },
  },
  {
    label: 'Company’s rating',
    shows: ({ companyRating: rating, company }) =>
      rating && !company.freelancer ? (
        <>
          <bdi>{company.name}</bdi>{' '}
          <span className="whitespace-nowrap">
            {rating.average.toFixed(1)} · {rating.count}
          </span>
        </>
      ) : null,
    none: 'None',
  },
  {
    label: 'Jobs on Groundcrew',
    shows: ({ jobs }) => jobs || null,
    none: 'None yet',
    best: {
      word: 'most',
      of: (answers) =>
        bestOf(
          answers.map(({ jobs }) => jobs || null),
          more,
        ),
    },
  },
  {
    label: 'Certifications',
    shows: ({ certifications }) =>
      certifications.length ? (
        <ul className="grid gap-0.5">
          {certifications.map((code) => (
            <li key={code}>{shortCertification(code)}</li>
          ))}
        </ul>
      ) : null,
    none: 'None active',
  },
  {
    label: 'Usually responds in',
    shows: ({ answerTime: time }) => (time === null ? null : answerTime(time)),
    none: 'Not known yet',
    best: {
      word: 'fastest',
      of: (answers) =>
        bestOf(
          answers.map(({ answerTime: time }) => time),
          less,
        ),
    },
  },
  { label: 'Response', shows: ({ text, origin }) => text || ASKED[origin] || null, long: true },
  {
    label: 'Last review',
    shows: ({ lastReview }) => lastReview && <q>{lastReview.text}</q>,
    none: 'No reviews yet',
    long: true,
  },
  { label: 'Experience', shows: ({ experience, headline }) => experience || headline || null, long: true },
  { label: 'Languages', shows: ({ languages }) => languages.join(', ') || null },
  { label: 'Country', shows: ({ company }) => countryName(company.country) },
  {
    label: 'Time there',
    shows: ({ expertTimeZone: timeZone }, now) => formatInstant(now, { timeZone, show: 'clock' }),
  },
  {
    label: 'Company size',
    shows: ({ company }) => (company.freelancer ? 'Works alone' : company.size && `${company.size} people`),
  },
  {
    label: 'AWS Partner',
    shows: ({ company }) => (company.partner ? 'Yes (self-declared)' : null),
    none: 'No',
  },
];

const NONE = 'Not given';

/** The rows that anyone has something in, and the names of those that nobody has. */
export function comparisonRows(answers: readonly Answer[], now: Date): { rows: Row[]; left: string[] } {
  const all = ASPECTS.map(({ label, shows, none = NONE, best, long }) => {
    const at = best?.of(answers) ?? null;
    return {
      label,
      none,
      long,
      cells: answers.map((answer) => shows(answer, now) || null),
      best: best && at !== null ? { at, word: best.word } : null,
    };
  });
  const isLeft = ({ cells }: Row) => cells.every((cell) => cell === null);
  return { rows: all.filter((row) => !isLeft(row)), left: all.filter(isLeft).map(({ label }) => label) };
}

function proposed({ proposal }: Answer): ReactNode {
  if (!proposal) return null;
  const { id, status, milestones } = proposal;
  const parts = milestones ? `, ${milestones} ${milestones === 1 ? 'milestone' : 'milestones'}` : '';
  return (
    <>
      <Link href={`/proposals/${showId(id)}`} className="link">
        {amountOf(proposal)}
        {parts}
      </Link>
      {isUnanswered(status) ? null : (
        <span className="text-muted"> {PROPOSAL.words[status].word.toLowerCase()}</span>
      )}
    </>
  );
}
