import { BadgeCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { answerTime } from '@/components/market/responses/answer-time';
import { rateOf } from '@/components/market/responses/rate';
import { Stars } from '@/components/ui/stars';
import { formatInstant } from '@/components/ui/time';
import { formatMoney } from '@/lib/core/money';
import { countryName } from '@/lib/identity/companies/countries';
import type { Answer } from '@/lib/job/answers/queries';
import { PROPOSAL } from '@/lib/job/proposals/lifecycle';
import { certificationName } from '@/lib/market/certifications/catalog';

type Row = { label: string; cells: ReactNode[]; differs: boolean; long?: boolean };

/** What is looked at of each answer: its words decide whether the answers differ, `shows` how they look. */
const ASPECTS: readonly {
  label: string;
  words: (answer: Answer, now: Date) => string;
  shows?: (answer: Answer) => ReactNode;
  long?: boolean;
}[] = [
  {
    label: 'Active certifications',
    words: (answer) => [...answer.certifications].sort().join(),
    shows: (answer) =>
      answer.certifications.length ? (
        <ul className="grid gap-1">
          {answer.certifications.map((code) => (
            <li key={code} className="flex items-baseline gap-1.5">
              <BadgeCheck aria-hidden="true" className="size-3.5 shrink-0 translate-y-0.5 text-go" />
              {certificationName(code).replace(/^AWS Certified:? /, '')}
            </li>
          ))}
        </ul>
      ) : (
        'None'
      ),
  },
  { label: 'Rate', words: (answer) => rateOf(answer.rate) ?? 'Not given' },
  {
    label: 'Proposal',
    words: ({ proposal }) =>
      proposal
        ? `Up to ${formatMoney({ minor: proposal.maximumMinor, currency: proposal.currency })}, ${PROPOSAL.words[proposal.status].word.toLowerCase()}`
        : 'None yet',
  },
  {
    label: 'Rating',
    words: ({ rating }) => (rating ? `${rating.average.toFixed(1)} ${rating.count}` : ''),
    shows: ({ rating }) => <Stars rating={rating?.average ?? null} count={rating?.count} short />,
  },
  {
    label: 'Usually responds in',
    words: (answer) => (answer.answerTime === null ? 'Not known yet' : answerTime(answer.answerTime)),
  },
  { label: 'Response', words: (answer) => answer.text || 'See the conversation', long: true },
  { label: 'Experience', words: (answer) => answer.experience || answer.headline || 'Not given', long: true },
  { label: 'Languages', words: (answer) => answer.languages.join(', ') || 'Not given' },
  { label: 'Country', words: (answer) => countryName(answer.company.country) },
  {
    label: 'Local time',
    words: (answer, now) =>
      `${formatInstant(now, { timeZone: answer.expertTimeZone, show: 'clock' })} (${answer.expertTimeZone.replaceAll('_', ' ')})`,
  },
  {
    label: 'Company',
    words: ({ company }) =>
      company.freelancer ? 'Works alone' : company.size ? `${company.size} people` : 'Size not given',
  },
  { label: 'AWS Partner', words: ({ company }) => (company.partner ? 'Yes' : 'No') },
];

export function comparisonRows(answers: readonly Answer[], now: Date): Row[] {
  return ASPECTS.map(({ label, words, shows, long }) => {
    const said = answers.map((answer) => words(answer, now));
    return {
      label,
      differs: new Set(said).size > 1,
      long,
      cells: answers.map((answer, place) => (shows ? shows(answer) : said[place])),
    };
  });
}
