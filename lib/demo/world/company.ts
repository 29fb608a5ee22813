/** A certification as one expert of the demo world has it: its code, and in how many days it expires. */
export type HeldCertification = readonly [code: string, expiresInDays: number];
export type DemoExpert = {
  name: string;
  headline: string;
  timeZone: string;
  rate: readonly [from: number, to: number];
  holds: readonly HeldCertification[];
  /** Left for the admin to check. */
  unchecked?: true;
};
/** An expert's own words; the languages where they are not those of the company's country. */
export type DemoAbout = { summary: string; experience: string; languages?: string };
export type DemoCompany = {
  name: string;
  country: string;
  freelancer?: true;
  /** An AWS Partner, by their own account. */
  partner?: true;
  about: string;
  experts: readonly DemoExpert[];
};

/** An expert as a line of the cast writes it. */
export const expert = (
  name: string,
  headline: string,
  timeZone: string,
  from: number,
  to: number,
  ...holds: HeldCertification[]
): DemoExpert => ({ name, headline, timeZone, rate: [from, to], holds });
