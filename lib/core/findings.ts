/**
 * What should not stand in a text that others read. Three weights: what `isSecret` has a form that nothing else has (a
 * private key, a secret key, a token), so it is refused everywhere, since what was sent cannot be taken back; what
 * `isDoubtful` may be a secret or a mistake of ours, so its writer decides; how to reach somebody is nothing for the
 * public, and theirs to give to whom they talk to.
 */
export type FindingKind =
  | 'privateKey'
  | 'secretKey'
  | 'sessionToken'
  | 'token'
  | 'accessKeyId'
  | 'maybeSecretKey'
  | 'password'
  | 'phone'
  | 'email';
export type Finding = {
  kind: FindingKind;
  /** 1 for the first line. */
  line: number;
  /** What was found; of anything secret only its beginning. */
  shown: string;
};

const SECRET: ReadonlySet<FindingKind> = new Set(['privateKey', 'secretKey', 'sessionToken', 'token']);

const DOUBTFUL: ReadonlySet<FindingKind> = new Set(['accessKeyId', 'maybeSecretKey', 'password']);

export const FINDING_WORDS: Record<FindingKind, string> = {
  privateKey: 'a private key',
  secretKey: 'an AWS secret access key',
  sessionToken: 'an AWS session token',
  token: 'an access token',
  accessKeyId: 'an AWS access key ID',
  maybeSecretKey: 'what may be a secret access key',
  password: 'a password',
  phone: 'a phone number',
  email: 'an email address',
};

export function isSecret({ kind }: Pick<Finding, 'kind'>): boolean {
  return SECRET.has(kind);
}

export function isDoubtful({ kind }: Pick<Finding, 'kind'>): boolean {
  return DOUBTFUL.has(kind);
}

type Pattern = { kind: FindingKind; pattern: RegExp; unless?: (found: RegExpMatchArray) => boolean };

/** What stands in place of a password in an example or a sentence. */
const NO_PASSWORD =
  /^(?:[<$%{*]|x{3,}|changeme|your|null|none|true|false|process\.|os\.|env|secretsmanager|ssm|arn:|!|\?)/i;
const digits = (text: string) => text.replace(/\D/g, '').length;
/** A word that nothing but a generator writes: capital and small letters, digits, and one of the two signs of base64. */
const generated = (text: string) => [/[A-Z]/, /[a-z]/, /\d/, /[+/]/].every((part) => part.test(text));
/** Names between slashes: "com/acme/Shop/Service1". */
const isPath = (text: string) =>
  text
    .split('/')
    .every((part) => /^[a-z]*\d{0,4}$|^(?:[a-z]+|[A-Z][a-z]+)(?:[A-Z][a-z]+)*\d{0,4}$/.test(part));

const PHONE_WORDS =
  '(?:phone|telephone|tel|mobile|cell|whatsapp|signal|call me|text me|ring me|reach me|hotline)';

// In the order of weight: of two that overlap the first one counts.
const PATTERNS: readonly Pattern[] = [
  { kind: 'privateKey', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----/g },
  {
    kind: 'sessionToken',
    pattern:
      /\b(?:FwoG|IQoJ|FQoG|AQoE)[A-Za-z0-9+/=]{80,}|session_?token["']?\s*[=:]\s*["']?[A-Za-z0-9+/=]{80,}/gi,
  },
  {
    kind: 'secretKey',
    pattern:
      /secret[ _-]?(?:access[ _-]?)?key["']?(?:\s*(?:is|=|:|=>))?\s*["']?([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/])/gi,
    unless: ([, key = '']) => /^[0-9a-f]+$/.test(key),
  },
  {
    // GitHub, Slack, Stripe, Google, npm: each begins its tokens so that they can be found.
    kind: 'token',
    pattern:
      /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,}|xox[abprs]-[A-Za-z0-9-]{20,}|[sr]k_live_[A-Za-z0-9]{16,}|AIza[\w-]{35}|npm_[A-Za-z0-9]{36})/g,
  },
  { kind: 'accessKeyId', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/g },
  {
    kind: 'maybeSecretKey',
    pattern: /(?<![A-Za-z0-9+/=._:-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/g,
    unless: ([word]) => !generated(word) || isPath(word),
  },
  { kind: 'password', pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:(?![<$%{*])[^\s:/@]{3,}@/gi },
  {
    kind: 'password',
    pattern:
      /(?<![a-z])(?:password|passwd|passphrase|passcode|pwd)["']?\s*(?:is|was|=|:|=>)\s*["'`]?([^\s"'`,;]{4,})/gi,
    // A plain word after "is" or ":" goes on with the sentence: "the password is rotated weekly".
    unless: ([whole, value = '']) =>
      NO_PASSWORD.test(value) || (!/=\s*["'`]?\S+$/.test(whole) && /^[\p{L}.:-]+$/u.test(value)),
  },
  {
    kind: 'email',
    pattern: /(?<![\w.+-])[a-z0-9][\w.+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,24}(?![\w-])(?!:)/gi,
    // A login on a machine or a repository, and no letter box.
    unless: ([address]) =>
      /^(?:git|ec2-user|ubuntu|root|centos|hadoop)@/i.test(address) ||
      /\.(?:amazonaws\.com|internal|local)$/i.test(address),
  },
  {
    kind: 'email',
    pattern:
      /(?<![\w.+-])[a-z0-9][\w.+-]* ?(?:\(at\)|\[at\]| at ) ?[a-z0-9-]+ ?(?:\(dot\)|\[dot\]| dot ) ?[a-z]{2,10}\b/gi,
  },
  {
    kind: 'phone',
    pattern: /(?<![\w+.])\+\d[\d ().\-/]{6,20}\d(?![\w])/g,
    unless: ([number]) => digits(number) < 8 || digits(number) > 15,
  },
  { kind: 'phone', pattern: /(?<!\w)\(\d{2,5}\) ?\d{3,4}[ .-]?\d{3,4}(?![\w.-])/g },
  { kind: 'phone', pattern: /(?<![\w.:/-])\d{3}([-. ])\d{3}\1\d{4}(?![\w.:/-]*\w)/g },
  {
    kind: 'phone',
    pattern: /(?<![\w.:/-])0\d{1,4}[ /]\d{3,4}(?:[ -]?\d{2,5}){0,2}(?![\w.:/-]*\w)/g,
    unless: ([number]) => digits(number) < 9 || digits(number) > 12,
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![\\w-])${PHONE_WORDS}(?:\\s+(?:number|no\\.?|is|at|on|me))*\\s*[:.]?\\s*(\\+?\\d[\\d ().\\-/]{5,20}\\d)(?![\\w])`,
      'gi',
    ),
    unless: ([, number = '']) => digits(number) < 7 || digits(number) > 15,
  },
];

function shownOf(kind: FindingKind, found: string): string {
  const text = found.replace(/\s+/g, ' ').trim();
  if (kind === 'phone' || kind === 'email') return text.length > 40 ? `${text.slice(0, 39)}…` : text;
  if (kind === 'privateKey') return 'BEGIN PRIVATE KEY';
  return `${text.slice(0, Math.min(12, Math.ceil(text.length / 3)))}…`;
}

/** Every contact detail and secret in a text, each once, in the order in which they stand. */
export function findingsIn(text: string): Finding[] {
  const taken: { from: number; to: number }[] = [];
  const found: (Finding & { at: number })[] = [];
  for (const { kind, pattern, unless } of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (unless?.(match) || taken.some((other) => from < other.to && to > other.from)) continue;
      taken.push({ from, to });
      const line = text.slice(0, from).split('\n').length;
      found.push({ kind, line, shown: shownOf(kind, match[0]), at: from });
    }
  return found.sort((one, other) => one.at - other.at).map(({ at: _at, ...finding }) => finding);
}

/** Whether whom a text is sent to should have it only once its writer was asked, or not at all. */
export function needsAsking(text: string): boolean {
  return findingsIn(text).some((finding) => isSecret(finding) || isDoubtful(finding));
}

/** One sentence that names what a field's text holds; null where there is nothing. */
export function sayFindings(findings: readonly Finding[], lines: boolean): string | null {
  if (findings.length === 0) return null;
  const named = findings
    .slice(0, 5)
    .map(({ kind, line, shown }) => `${FINDING_WORDS[kind]} (${shown}${lines ? `, line ${line}` : ''})`);
  const rest = findings.length - named.length;
  return `This has ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

/** Who reads a text: everyone, whom it is sent to, or nobody yet: it is looked at when it is posted. */
export type Readers = 'everyone' | 'sentTo' | 'none';

/** Why a text cannot go to its readers as it is; null where it can. */
export function unfit(text: string, readers: Readers, lines: boolean): string | null {
  if (readers === 'none') return null;
  const found = findingsIn(text);
  const secrets = found.filter(isSecret);
  if (secrets.length > 0) return `${sayFindings(secrets, lines)} Remove it. If it’s real, invalidate it now.`;
  if (readers === 'sentTo' || found.length === 0) return null;
  return `${sayFindings(found, lines)} Remove it. Everyone can read this.`;
}
