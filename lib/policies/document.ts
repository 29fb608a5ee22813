/** An IAM policy document as AWS writes it: every list may also be a single value. */
export type PolicyDocument = {
  Version?: string;
  Id?: string;
  Statement: PolicyStatement | PolicyStatement[];
};

export type PrincipalElement = '*' | Record<string, string | string[]>;
export type ConditionBlock = Record<
  string,
  Record<string, string | number | boolean | (string | number | boolean)[]>
>;

export type PolicyStatement = {
  Sid?: string;
  Effect: string;
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Principal?: PrincipalElement;
  NotPrincipal?: PrincipalElement;
  Condition?: ConditionBlock;
};

export function asList<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function statements(policy: PolicyDocument): PolicyStatement[] {
  return asList(policy.Statement);
}

/** Policy variables exist from this version of the language on; older documents take `${` literally. */
export function hasVariables(policy: PolicyDocument): boolean {
  return policy.Version === '2012-10-17';
}
