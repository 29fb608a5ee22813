/** Values that a request carries for policy conditions; keys are looked up without regard to case. */
export type ConditionContext = Record<string, string | string[]>;

const compiled = new Map<string, RegExp>();

/** `*` is any run of characters, `?` exactly one; everything else stands for itself. */
export function matchesGlob(pattern: string, value: string, options: { ignoreCase?: boolean } = {}): boolean {
  const key = `${options.ignoreCase ? 'i' : 'c'}${pattern}`;
  let expression = compiled.get(key);
  if (!expression) {
    const source = pattern
      .split(/(\*+|\?)/)
      .map((part) =>
        part.startsWith('*') ? '.*' : part === '?' ? '.' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
      )
      .join('');
    expression = new RegExp(`^${source}$`, options.ignoreCase ? 'is' : 's');
    if (compiled.size > 20_000) compiled.clear();
    compiled.set(key, expression);
  }
  return expression.test(value);
}

/** ARNs are compared part by part, so that a `*` in one part cannot swallow a colon and reach the next. */
export function matchesArn(pattern: string, value: string): boolean {
  if (pattern === '*') return true;
  const wanted = splitArn(pattern);
  const given = splitArn(value);
  if (wanted.length !== 6 || given.length !== 6) return false;
  return wanted.every((part, index) => matchesGlob(part, given[index] ?? ''));
}

function splitArn(arn: string): string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

export function matchesAction(pattern: string, action: string): boolean {
  return matchesGlob(pattern, action, { ignoreCase: true });
}

export function contextValues(context: ConditionContext, key: string): string[] | undefined {
  const wanted = key.toLowerCase();
  for (const [name, value] of Object.entries(context)) {
    if (name.toLowerCase() === wanted) return Array.isArray(value) ? value : [value];
  }
  return undefined;
}

/**
 * Puts the request's values in place of `${aws:username}` and its kind. Undefined when the request has no such
 * value: AWS then lets the element match nothing.
 */
export function withVariables(text: string, context: ConditionContext): string | undefined {
  let missing = false;
  const filled = text.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    if (name === '*' || name === '?' || name === '$') return name;
    const [key = '', fallback] = name.split(',').map((part) => part.trim());
    const value = contextValues(context, key);
    if (value?.length === 1) return value[0] as string;
    if (fallback !== undefined) return fallback.replace(/^'|'$/g, '');
    missing = true;
    return '';
  });
  return missing ? undefined : filled;
}
