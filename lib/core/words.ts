const WORDS = [
  ...[
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];

/** A count as a sentence has it: "three", and digits above twenty. */
export function inWords(count: number): string {
  return WORDS[count] ?? String(count);
}

/** The same where it begins a sentence: "Three". */
export function inWordsFirst(count: number): string {
  const word = inWords(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const rules = new Intl.PluralRules('en', { type: 'ordinal' });

/** 10 → "10th". */
export function ordinal(place: number): string {
  return `${place}${ENDINGS[rules.select(place)] ?? 'th'}`;
}

const NOT_A_FIRST_NAME = /^(the|dr|mr|mrs|ms|mx|prof|team)\.?$/i;

/** What one calls somebody in a sentence: "Mateo Lindqvist" → "Mateo". A title alone is no name. */
export function callName(name: string): string {
  const [first = name, ...others] = name.trim().split(/\s+/);
  return others.length === 0 || NOT_A_FIRST_NAME.test(first) || [...first].length < 2 ? name : first;
}
