import { type No, no } from '@/lib/core/refusal';
import { asRead, wordsAsRead } from './look-alikes';

/** `person`: what somebody is called. `organisation`: a company, a customer, a public link. `line`: says what somebody does. */
export type Named = 'person' | 'organisation' | 'line';

const words = (text: string) => new Set(text.split(' ').map(asRead));

const BRAND = asRead('groundcrew');
const AWS = words('aws amazon');
/** Who speaks for a house. */
const AUTHORITY = words(
  'support admin admins administrator administrators moderator moderators helpdesk official operator sysadmin webmaster noreply',
);
/** What stands beside it, and says nothing of a person or a company. */
const BESIDE = words(
  'team staff security billing help desk service services customer web iq payments trust safety verification verified ' +
    'system root the of for at by and from account accounts center centre care department abuse fraud compliance no reply',
);
/** An operator's name is the same without its legal form. */
const LEGAL_FORMS = words(
  'ltd limited inc llc llp plc corp co company gmbh ag ug kg ab as oy sa sas srl spa bv nv pty',
);

const TAKEN = 'This name could pass for Groundcrew, AWS, or the operator. Choose another one.';
const LEADS_OUT = 'Leave email addresses and links out of names.';

/** Whether names may stand. `fields`: each as its field holds it; one that is empty or unchanged is left out by the caller. */
export function canBeNamed(
  fields: Record<string, string | null | undefined>,
  kind: Named,
  operator: string,
): No | null {
  const wrong: Record<string, string> = {};
  for (const [field, name] of Object.entries(fields)) {
    if (!name) continue;
    if (leadsOut(name)) wrong[field] = LEADS_OUT;
    else if (impersonates(name, kind, operator)) wrong[field] = TAKEN;
  }
  const [first] = Object.values(wrong);
  return first ? no('invalid', first, wrong) : null;
}

/** The name, or what stands in its place where nobody is there to choose another one. */
export function nameOrElse(name: string, otherwise: string, operator: string): string {
  return canBeNamed({ name }, 'person', operator) ? otherwise : name;
}

/** Whether a name would pass for the installation's own, however it is spelt. */
export function impersonates(name: string, kind: Named, operator: string): boolean {
  const said = wordsAsRead(name);
  const whole = said.join('');
  if (whole.includes(BRAND) || namesOperator(said, operator)) return true;
  const has = (set: ReadonlySet<string>) => said.some((word) => set.has(word)) || set.has(whole);
  const nothingElse = said.every((word) => AWS.has(word) || AUTHORITY.has(word) || BESIDE.has(word));
  if (kind === 'line') return nothingElse && has(AWS) && has(AUTHORITY);
  if (kind === 'organisation')
    return (
      ((nothingElse || AWS.has(whole)) && (has(AWS) || has(AUTHORITY))) ||
      AUTHORITY.has(whole) ||
      (has(AWS) && said.some((word) => AUTHORITY.has(word) || word === asRead('iq')))
    );
  if (has(AUTHORITY) || (said.length > 1 && nothingElse)) return true;
  // Aws is a given name, too: with another one behind it, and not in capitals.
  return has(AWS) && !(said.length > 1 && /^Aws\s/.test(name));
}

/** The operator's name as it is set, without its legal form: word by word, or written as one. */
function namesOperator(said: readonly string[], operator: string): boolean {
  const own = wordsAsRead(operator).filter((word) => !LEGAL_FORMS.has(word));
  if (own.join('').length < 3) return false;
  const as = said.filter((word) => !LEGAL_FORMS.has(word));
  if (as.join('') === own.join('')) return true;
  return as.some((_, at) => own.every((word, step) => as[at + step] === word));
}

/** Endings that lead somewhere. Two letters are a country, after a word that is long enough not to be a title such as "Dr". */
const DOMAIN =
  /[\p{L}\p{N}-]{2,}\.(?:com|net|org|info|biz|app|dev|cloud|online|site|shop|store|page|link|click|help|support|tech|live|top|xyz|io|ai|co|me)(?![\p{L}\p{N}])|[\p{L}\p{N}-]{4,}\.[a-z]{2}(?![\p{L}\p{N}])/iu;

/** Whether a name holds an address of mail or of a page. */
function leadsOut(name: string): boolean {
  const plain = name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[。｡]/gu, '.');
  return /\S@\S|:\/\/|\bwww\./iu.test(plain) || DOMAIN.test(plain);
}

/** A word of a name without its case, accents and dots. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a comparison of names ignores: case, accents, dots and the number of spaces. */
export function sameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** The words of a name, each with whether the other name has it too: what differs is marked. */
export function wordsOfName(name: string, other: string): { word: string; same: boolean }[] {
  const left = plain(other).split(' ');
  return name
    .trim()
    .split(/\s+/)
    .map((word) => {
      // "J.R." against "J R": every part of the word must be there, and is used up.
      const parts = plain(word).split(' ');
      const places = parts.map((part) => left.indexOf(part));
      if (places.includes(-1)) return { word, same: false };
      for (const part of parts) left.splice(left.indexOf(part), 1);
      return { word, same: true };
    });
}

/** The same words in another order: a family name that is printed first. */
export function otherOrder(one: string, other: string): boolean {
  const sorted = (name: string) => plain(name).split(' ').sort().join(' ');
  return !sameName(one, other) && sorted(one) === sorted(other);
}
