import { ACCESS } from './access';
import { ACCOUNT } from './account';
import { APPLYING } from './applying';
import type { Chapter } from './chapter';
import { CHAT } from './chat';
import { EARNING } from './earning';
import { PAYMENTS } from './payments';
import { PROFILE } from './profile';
import { PROPOSALS } from './proposals';
import { REGISTERING } from './registering';
import { REQUESTS } from './requests';
import { RESPONSES } from './responses';
import { REVIEWS } from './reviews';
import { SECURITY } from './security';
import { START } from './start';

/** The guide, in the order in which it is read. */
export const CHAPTERS: readonly Chapter[] = [
  START,
  REQUESTS,
  RESPONSES,
  CHAT,
  PROPOSALS,
  ACCESS,
  PAYMENTS,
  REVIEWS,
  ACCOUNT,
  SECURITY,
  REGISTERING,
  PROFILE,
  APPLYING,
  EARNING,
];

export function chapterOf(slug: string): Chapter | null {
  return CHAPTERS.find((one) => one.slug === slug) ?? null;
}
