import type { DemoAbout, DemoCompany, DemoExpert } from './company';
import { LARGE_ABOUTS } from './profiles-large';
import { SMALL_ABOUTS } from './profiles-small';

const ABOUTS: Readonly<Record<string, DemoAbout>> = { ...LARGE_ABOUTS, ...SMALL_ABOUTS };

/** What an expert of the demo world says about themselves. */
export type DemoProfile = {
  summary: string;
  experience: string;
  languages: string;
  /** Null: they want no address of their own. */
  handle: string | null;
  sharesCompany: boolean;
};

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
  AT: 'German, English',
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
  const about = ABOUTS[story.name]!;
  const plain = story.name
    .normalize('NFD')
    .replace(/[^a-zA-Z -]/g, '')
    .toLowerCase()
    .trim()
    .replace(/[ -]+/g, '-');
  return {
    summary: about.summary,
    experience: about.experience,
    languages: about.languages ?? SPOKEN[company.country] ?? 'English',
    handle: sum % 3 === 0 ? null : plain,
    sharesCompany: !company.freelancer && sum % 7 === 0,
  };
}
