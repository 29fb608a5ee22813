import { asList, type ConditionBlock } from '@/lib/policies/document';
import { type ConditionContext, contextValues, matchesArn, matchesGlob, withVariables } from './match';

type Test = (wanted: string, given: string) => boolean;
type Operator = { test: Test; negated: boolean };

const same: Test = (wanted, given) => wanted === given;
const sameIgnoringCase: Test = (wanted, given) => wanted.toLowerCase() === given.toLowerCase();
const like: Test = (wanted, given) => matchesGlob(wanted, given);
const arn: Test = (wanted, given) => matchesArn(wanted, given);
const number =
  (compare: (given: number, wanted: number) => boolean): Test =>
  (wanted, given) =>
    compare(Number(given), Number(wanted));
const date =
  (compare: (given: number, wanted: number) => boolean): Test =>
  (wanted, given) =>
    compare(instant(given), instant(wanted));

const eq = (a: number, b: number) => a === b;
const lt = (a: number, b: number) => a < b;
const le = (a: number, b: number) => a <= b;
const gt = (a: number, b: number) => a > b;
const ge = (a: number, b: number) => a >= b;

const positive: Record<string, Test> = {
  StringEquals: same,
  StringEqualsIgnoreCase: sameIgnoringCase,
  StringLike: like,
  ArnEquals: arn,
  ArnLike: arn,
  NumericEquals: number(eq),
  NumericLessThan: number(lt),
  NumericLessThanEquals: number(le),
  NumericGreaterThan: number(gt),
  NumericGreaterThanEquals: number(ge),
  DateEquals: date(eq),
  DateLessThan: date(lt),
  DateLessThanEquals: date(le),
  DateGreaterThan: date(gt),
  DateGreaterThanEquals: date(ge),
  Bool: sameIgnoringCase,
  BinaryEquals: same,
  IpAddress: inRange,
};

const negative: Record<string, Test> = {
  StringNotEquals: same,
  StringNotEqualsIgnoreCase: sameIgnoringCase,
  StringNotLike: like,
  ArnNotEquals: arn,
  ArnNotLike: arn,
  NumericNotEquals: number(eq),
  DateNotEquals: date(eq),
  NotIpAddress: inRange,
};

function operatorNamed(name: string): Operator | undefined {
  if (Object.hasOwn(positive, name)) return { test: positive[name] as Test, negated: false };
  if (Object.hasOwn(negative, name)) return { test: negative[name] as Test, negated: true };
  return undefined;
}

function parseOperator(name: string) {
  const set = /^(ForAnyValue|ForAllValues):/.exec(name)?.[1];
  const rest = set ? name.slice(set.length + 1) : name;
  const ifExists = rest.endsWith('IfExists') && rest !== 'NullIfExists';
  return { set, ifExists, base: ifExists ? rest.slice(0, -'IfExists'.length) : rest };
}

export function isConditionOperator(name: string): boolean {
  const { base } = parseOperator(name);
  return base === 'Null' || operatorNamed(base) !== undefined;
}

/**
 * Whether every condition of the block holds. Operators and keys are joined by AND, values by OR; a negated
 * operator wants none of its values, and therefore also holds when the request does not carry the key.
 * Throws on an operator that IAM does not know: such a document must not have been accepted.
 */
export function conditionsHold(
  block: ConditionBlock | undefined,
  context: ConditionContext,
  variables: boolean,
): boolean {
  for (const [name, keys] of Object.entries(block ?? {})) {
    for (const [key, raw] of Object.entries(keys)) {
      const wanted = asList(raw).map(String);
      if (!holds(name, wanted, contextValues(context, key), context, variables)) return false;
    }
  }
  return true;
}

function holds(
  name: string,
  wanted: string[],
  given: string[] | undefined,
  context: ConditionContext,
  variables: boolean,
): boolean {
  const { set, ifExists, base } = parseOperator(name);
  if (base === 'Null') {
    const absent = given === undefined || given.length === 0;
    return wanted.some((value) => (value.toLowerCase() === 'true') === absent);
  }
  const operator = operatorNamed(base);
  if (!operator) throw new Error(`Unknown condition operator ${name}`);
  const values = variables ? wanted.map((value) => withVariables(value, context)) : wanted;
  const matches = (value: string) => {
    const hit = values.some((want) => want !== undefined && operator.test(want, value));
    return operator.negated ? !hit : hit;
  };
  const absent = given === undefined || given.length === 0;
  if (set === 'ForAllValues') return absent || (given as string[]).every(matches);
  if (set === 'ForAnyValue') return absent ? ifExists : (given as string[]).some(matches);
  if (absent) return ifExists || operator.negated;
  // Without a set operator several given values behave as: one hit is enough, and one hit breaks a negation.
  return operator.negated ? (given as string[]).every(matches) : (given as string[]).some(matches);
}

/** ISO 8601 or epoch seconds, both allowed by IAM; anything else is NaN and compares false. */
function instant(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

function inRange(range: string, address: string): boolean {
  const [base = '', bits = '32'] = range.split('/');
  const from = ipv4(base);
  const at = ipv4(address);
  const width = Number(bits);
  if (from === undefined || at === undefined || !(width >= 0 && width <= 32)) return range === address;
  const size = 2 ** (32 - width);
  return Math.floor(from / size) === Math.floor(at / size);
}

function ipv4(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255))
    return undefined;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}
