import type { DemoCompany, DemoExpert } from './company';

/** What an expert of the demo world says about themselves: the same at every start, and not the same for everybody. */
export type DemoProfile = {
  summary: string;
  experience: string;
  languages: string;
  /** Null: they want no address of their own. */
  handle: string | null;
  sharesCompany: boolean;
};

const WAYS = [
  'I answer the same day, say what I would try first, and write down what I changed.',
  'I begin by reading: logs, bills, and what was changed last. Then I say what it will cost, before anything is touched.',
  'I work in small steps with a way back after each, and I leave notes that your own people can go on with.',
  'I would rather mend the cause than the symptom, and tell you where the symptom is enough.',
  'I ask for as little access as the work needs, and I am glad when it ends.',
  'I explain as I go. If you have understood it afterwards, it was good work.',
];
const PASTS = [
  'Ran operations for a firm of two hundred people: nights on call, two migrations of a data centre, one fire.',
  'Ten years in a team that kept the booking system of a ferry line running, the last six of them on AWS.',
  'Built and kept the platform of a publisher with forty titles. Taught two trainees who now run it.',
  'Consultant for public libraries, a hospital and three web shops. Most of it was tidying, some of it rescue.',
  'Came to AWS from networks: routers and cables first, VPCs and transit gateways since 2016.',
  'Wrote the payroll of a construction company, then moved it to the cloud, then cut its bill by half.',
  'Developer for twelve years. Turned to infrastructure when nobody else wanted to mend the pipeline.',
];
const DEEDS = [
  'Lately: a database of 4 TB moved with eleven minutes of standstill.',
  'Lately: an account of 900 unused resources brought down to 60, with a list of each.',
  'Lately: alarms cut from 300 a week to 9, none of which was missed.',
  'Lately: a restore that was rehearsed four times, and needed once.',
  'Lately: a deployment of forty minutes made one of six.',
];
const SPOKEN: Record<string, string> = {
  SE: 'English, Swedish',
  NO: 'English, Norwegian',
  FR: 'French, English',
  DE: 'German, English',
  ES: 'Spanish, English',
  IT: 'Italian, English',
  JP: 'Japanese, English',
  IN: 'English, Hindi',
  PL: 'Polish, English',
  NL: 'Dutch, English',
  FI: 'English, Finnish',
  DK: 'English, Danish',
  PT: 'Portuguese, English',
  CH: 'German, French, English',
};

function sumOf(name: string): number {
  let sum = 11;
  for (const letter of name) sum = (Math.imul(sum, 33) + letter.charCodeAt(0)) >>> 0;
  return sum;
}

export function profileOf(
  story: DemoExpert,
  company: Pick<DemoCompany, 'country' | 'freelancer'>,
): DemoProfile {
  const sum = sumOf(story.name);
  const of = (lines: readonly string[], turn: number) => lines[Math.floor(sum / turn) % lines.length]!;
  const plain = story.name
    .normalize('NFD')
    .replace(/[^a-zA-Z -]/g, '')
    .toLowerCase()
    .trim()
    .replace(/[ -]+/g, '-');
  return {
    summary: `${story.headline}. ${of(WAYS, 1)}`,
    experience: `${of(PASTS, 7)}\n\n${of(DEEDS, 5)}`,
    languages: SPOKEN[company.country] ?? 'English',
    handle: sum % 3 === 0 ? null : plain,
    sharesCompany: !company.freelancer && sum % 7 === 0,
  };
}
