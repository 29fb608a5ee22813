import { expect, test } from 'vitest';
import { LEVELS } from '@/lib/market/certifications/catalog';
import { PERMISSION_LEVELS } from '@/lib/policies/levels';
import { FILES, read } from './source';
import { type Spoken, spokenIn, spokenOf } from './spoken';

// Limits, periods, prices and counts are told once, by a constant. No text that people read writes such a number by hand.

const WORDS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';
/** Not a bare 1: it is the singular of a count ("1 day", beside `${days} days`). */
const NUMBER = String.raw`(?<![\w.:/#}-])(?!1\b)(?:\d(?:[\d,.]*\d)?(?:st|nd|rd|th)?|${WORDS})`;
const SPAN = '(?:millisecond|second|minute|hour|day|night|week|month|year)';
const SINGULAR = `(?:${SPAN}|character|word|letter|digit|level|star|step)`;
const LINKING =
  '(?:a|across|after|always|an|and|are|as|at|before|by|does|for|from|has|in|is|its|less|of|on|or|plus|that|the|this|to|us|was|were|with)';
const PLURAL = String.raw`(?!${LINKING}\b)[a-z]*[a-rt-z]s\b`;
const UNIT = String.raw`(?:h|min|people|persons?|percent|[kMG]i?B|${SPAN})\b|${PLURAL}`;
const ADJECTIVES = String.raw`(?:(?!${LINKING}\b)[a-z’']+[ -]){0,2}?`;
const RULE = new RegExp(
  [
    String.raw`\$\d[\d,.]*`,
    String.raw`\d ?%`,
    `${NUMBER}-${SINGULAR}\\b`,
    `${NUMBER} ?${ADJECTIVES}(?:${UNIT})`,
    `\\b(?:at most|at least|up to|(?:more|fewer|less|longer) than|within|after|days?|hours?) ${NUMBER}\\b`,
    String.raw`(?<![\w:])\d?\d:\d\d(?![\w:])`,
  ].join('|'),
  'gi',
);

const numbersIn = (texts: Spoken[]): string[] => [
  ...new Set(
    texts.flatMap(({ path, text }) => (text.match(RULE) ?? []).map((number) => `${path}: ${number}`)),
  ),
];

const PAGES = /^(?:app|components|lib)\/.*\.(?:tsx?|mdx)$/;
/** Invented worlds, samples for those who draw, and what the machine wrote. */
const OUT = /^lib\/(?:demo|sandbox|platform\/db\/generated)\/|^app\/dev\//;

/** What looks like the number of a rule and is none of ours, by the reason. What is no longer there falls off the list. */
const NO_RULES: Record<string, string[]> = {
  'an example, as a customer would write it': [
    'app/(public)/guide/chapters/requests.mdx: eight seconds',
    'components/market/landing/problems.ts: $900',
    'components/market/landing/problems.ts: $2,700',
    'components/market/landing/problems.ts: three weeks',
    'components/market/landing/problems.ts: 300 GB',
    'components/market/landing/problems.ts: 40 IAM users',
    'components/market/landing/problems.ts: Fifteen people',
    'components/market/landing/problems.ts: six weeks',
  ],
  'what is to be seen in a picture': [
    'components/guide/pictures.ts: two responses',
    'components/guide/pictures.ts: Two experts',
    'components/guide/pictures.ts: two milestones',
  ],
  'a choice of a list: its words are the one place that says it, and its key stands beside them': [
    'lib/identity/companies/schema.ts: 10 people',
    'lib/identity/companies/schema.ts: 50 people',
    'lib/identity/companies/schema.ts: More than 50',
    'lib/market/open-requests/schema.ts: 24 hours',
    'lib/market/open-requests/schema.ts: 3 days',
    'lib/market/open-requests/schema.ts: 30 days',
    'lib/market/requests/schema.ts: $50',
    'lib/market/requests/schema.ts: $100',
    'lib/market/requests/schema.ts: $1,000',
    'lib/market/requests/schema.ts: $10,000',
  ],
  'what AWS has decided: its account numbers, its policies': [
    'app/(public)/guide/rights/page.tsx: two managed policies',
    'components/access/connections/add-form.tsx: 12 digits',
    'lib/access/connections/schema.ts: 12 digits',
    'lib/platform/variables.ts: 12 digits',
    'lib/policies/meaning.ts: Seven roles',
  ],
  'what others have decided: the codes of ISO 3166, the digits that Stripe shows of a card, the formats of Intl':
    [
      'components/ui/time.ts: 2-digit',
      'lib/legal/privacy.ts: four digits',
      'lib/platform/variables.ts: two letters',
    ],
  'what a thing is made of, named in the same breath: one role and the other, approving and being charged': [
    'app/(customer)/requests/[id]/compare/page.tsx: two responses',
    'app/(public)/faq/page.tsx: two roles',
    'app/(public)/guide/chapters/access.mdx: two roles',
    'app/(public)/guide/chapters/payments.mdx: two steps',
    'app/(public)/guide/rights/page.tsx: two rights',
    'app/(public)/guide/rights/page.tsx: two roles',
    'components/access/connections/create-stack.tsx: two roles',
    'components/access/connections/create-stack.tsx: two values',
    'components/access/permission-requests/decide.tsx: two roles',
    'lib/legal/privacy.ts: two sides',
  ],
  'told to operators: what a setting’s or a limit’s number, in the same line, comes to': [
    'lib/job/drafts/actions.ts: three seconds',
    'lib/market/drafts/actions.ts: three seconds',
    'lib/platform/variables.ts: 3%',
    'lib/platform/variables.ts: $500',
  ],
  'told to operators: an estimate': ['lib/platform/embedded/problem.ts: 100 MB'],
};

const planted = (code: string) =>
  numbersIn(spokenIn('planted.tsx', code)).map((one) => one.slice('planted.tsx: '.length));

test.each([
  ["const hint = 'You have 10 days to decide.';", '10 days'],
  ["const hint = 'A title of at most 140 characters';", 'at most 140'],
  ['const levels = <p>There are <b>nine</b> levels.</p>;', 'nine levels'],
  ["const day = <p>Approved on the{' '}\n 10th day</p>;", '10th day'],
  ['const hint = <Field hint="Ten letters and digits." />;', 'Ten letters'],
  [`const says = \`\${name} has \${14} days.\`;`, '14 days'],
  ["const says = 'Good for ' + 10 + ' minutes';", '10 minutes'],
  ["const says = asked ? 'yes' : <i>Make ten new codes</i>;", 'ten new codes'],
  ["const price = 'The fee is 3% of it';", '3%'],
  ["const price = 'From $50.';", '$50.'],
  ["const limit = 'a 500-character limit';", '500-character'],
  ["const when = 'at 8:00 in the morning';", '8:00'],
])('found: %s', (code, number) => {
  expect(planted(code)).toEqual([number]);
});

test.each([
  `const hint = \`You have \${APPROVE_WITHIN_DAYS} days.\`;`,
  'const hint = <p>There are {inWords(LEVELS.length)} levels.</p>;',
  `const count = days === 1 ? '1 day' : \`\${days} days\`;`,
  'const look = <p className="size-11 place-items-center">{\'of one\'}</p>;',
  "import { a } from './ten-days';",
  "throw new RangeError('An id needs 32 random bytes');",
  "const rows = query('SELECT 1 FROM request LIMIT $1');",
  "const phone = 'Chrome 111, Firefox 128 and Apache 2.0, on 28 May 2026';",
])('not found: %s', (code) => {
  expect(planted(code)).toEqual([]);
});

test('a chapter’s text, titles and head are read as its reader sees them', async () => {
  const texts = await spokenOf('app/(public)/guide/chapters/payments.mdx');
  const says = (what: string) => texts.some(({ text }) => text.includes(what));
  expect(says('You have {} days. If no one acts, it’s approved automatically on the {} day')).toBe(true);
  expect(says('What you pay and when, the {} days')).toBe(true);
  expect(numbersIn([{ path: 'x', text: 'You have ten days.' }])).toEqual(['x: ten days']);
});

let texts: Promise<Spoken[]> | undefined;
/** Read once for all tests. */
function everyText(): Promise<Spoken[]> {
  const paths = FILES.filter((path) => PAGES.test(path) && !OUT.test(path));
  texts ??= Promise.all(paths.map(spokenOf)).then((all) => all.flat());
  return texts;
}

test('no text writes the number of a rule by hand', async () => {
  const texts = await everyText();
  expect(texts.length).toBeGreaterThan(5_000);
  const allowed = Object.values(NO_RULES).flat();
  const found = numbersIn(texts);
  expect(found.filter((number) => !allowed.includes(number))).toEqual([]);
  expect(allowed.filter((number) => !found.includes(number))).toEqual([]);
});

/** Names of levels, AWS's for certifications and for access, in a text that is more than the name. */
const LEVEL = new RegExp(
  `\\b(?:${[...LEVELS, ...PERMISSION_LEVELS].filter((level) => level !== 'Billing').join('|')})\\b`,
  'g',
);
const levelsIn = (texts: Spoken[]): string[] => [
  ...new Set(
    texts.flatMap(({ path, text }) =>
      (text.match(LEVEL) ?? []).filter((level) => level !== text).map((level) => `${path}: ${level}`),
    ),
  ),
];
const LEVEL_TOLD = {
  'where the names are decided': ['lib/market/certifications/catalog.ts'],
  'an example': ['components/access/permission-requests/decide.tsx'],
};

test('no text writes the name of a level by hand', async () => {
  const told = Object.values(LEVEL_TOLD).flat();
  const found = levelsIn(await everyText());
  expect(found.filter((level) => !told.some((place) => level.startsWith(place)))).toEqual([]);
  expect(told.filter((place) => !found.some((level) => level.startsWith(place)))).toEqual([]);
  expect(levelsIn([{ path: 'x', text: 'One of Professional level' }])).toEqual(['x: Professional']);
});

test('a counter under a field counts to a constant', () => {
  const counters = (code: string) => code.match(/\blimit=(?:\{\d[\d_]*\}|"\d+")/g) ?? [];
  const pages = FILES.filter((path) => /^(?:app|components)\/.*\.tsx$/.test(path) && !OUT.test(path));
  expect(pages.flatMap((path) => counters(read(path)))).toEqual([]);
  expect(counters('<Field limit={500} /><Field limit={TEXT.max} />')).toEqual(['limit={500}']);
});
