export const LEVELS = ['Foundational', 'Associate', 'Professional', 'Specialty'] as const;
export type CertificationLevel = (typeof LEVELS)[number];

/** With these AWS IQ let people respond, and so do we. */
export const COUNTING_LEVELS = LEVELS.filter((level) => level !== 'Foundational');
export const COUNTING_IN_WORDS = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
  COUNTING_LEVELS,
);

export type KnownCertification = {
  /** The exam's code without its version: SAA-C02 and SAA-C03 give the same certification. */
  code: string;
  /** As AWS prints it. */
  name: string;
  level: CertificationLevel;
  /** The last day on which the exam could be sat (ISO date); what was earned stays valid for its three years. */
  lastExam?: string;
};

/**
 * AWS's certifications that somebody can hold in 2026 (aws.amazon.com/certification): those with an exam, and those whose
 * exam ended less than three years ago. A new one takes a migration too: the database knows their levels (`directory_level`).
 */
export const CERTIFICATIONS: readonly KnownCertification[] = [
  { code: 'CLF', name: 'AWS Certified Cloud Practitioner', level: 'Foundational' },
  { code: 'AIF', name: 'AWS Certified AI Practitioner', level: 'Foundational' },
  { code: 'SAA', name: 'AWS Certified Solutions Architect – Associate', level: 'Associate' },
  { code: 'DVA', name: 'AWS Certified Developer – Associate', level: 'Associate' },
  // Until September 2025: SysOps Administrator – Associate. The code stayed.
  { code: 'SOA', name: 'AWS Certified CloudOps Engineer – Associate', level: 'Associate' },
  { code: 'DEA', name: 'AWS Certified Data Engineer – Associate', level: 'Associate' },
  { code: 'MLA', name: 'AWS Certified Machine Learning Engineer – Associate', level: 'Associate' },
  { code: 'SAP', name: 'AWS Certified Solutions Architect – Professional', level: 'Professional' },
  { code: 'DOP', name: 'AWS Certified DevOps Engineer – Professional', level: 'Professional' },
  { code: 'AIP', name: 'AWS Certified Generative AI Developer – Professional', level: 'Professional' },
  { code: 'ANS', name: 'AWS Certified Advanced Networking – Specialty', level: 'Specialty' },
  { code: 'SCS', name: 'AWS Certified Security – Specialty', level: 'Specialty' },
  {
    code: 'MLS',
    name: 'AWS Certified Machine Learning – Specialty',
    level: 'Specialty',
    lastExam: '2026-03-31',
  },
  { code: 'DBS', name: 'AWS Certified Database – Specialty', level: 'Specialty', lastExam: '2024-04-29' },
  { code: 'PAS', name: 'AWS Certified: SAP on AWS – Specialty', level: 'Specialty', lastExam: '2024-04-29' },
  {
    code: 'DAS',
    name: 'AWS Certified Data Analytics – Specialty',
    level: 'Specialty',
    lastExam: '2024-04-08',
  },
];

const BY_CODE = new Map(CERTIFICATIONS.map((known) => [known.code, known]));

export function certificationOf(code: string): KnownCertification | null {
  return BY_CODE.get(code) ?? null;
}

/** The name as AWS prints it; the bare code where it is none of ours. */
export function certificationName(code: string): string {
  return certificationOf(code)?.name ?? code;
}

/** "Solutions Architect – Professional": where it is plain that AWS certified it. */
export function shortCertification(code: string): string {
  return certificationName(code).replace(/^AWS Certified:? /, '');
}

/** The same in two: "Solutions Architect" and "Professional". */
export function certificationParts(code: string): { role: string; level: string | null } {
  const level = certificationOf(code)?.level ?? null;
  return { role: shortCertification(code).replace(` – ${level}`, ''), level };
}
