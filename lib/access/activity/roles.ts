/** Where AWS's services take a role that they then act with (access-in-full.md section 2): `iam:PassRole` is never an event of its own. */
const ROLE_KEYS = new Set([
  'rolearn',
  'role',
  'executionrolearn',
  'taskrolearn',
  'servicerole',
  'servicerolearn',
  'iaminstanceprofile',
  'iamrole',
  'iamrolearn',
  'jobrole',
  'jobrolearn',
  'noderole',
]);
/** A record's depth is the caller's to choose. */
const DEEPEST = 6;

/** The roles that a call handed to a service, by name, as its recorded parameters have them. */
export function rolesIn(parameters: unknown): string[] {
  const found = new Set<string>();
  look(parameters, 0, (role) => found.add(role));
  return [...found];
}

function look(value: unknown, depth: number, keep: (role: string) => void): void {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (ROLE_KEYS.has(key.toLowerCase())) named(inner, keep);
    else look(inner, depth + 1, keep);
  }
}

/** "arn:aws:iam::123456789012:role/path/name", a name, or `{ arn, name }`, as RunInstances has it. */
function named(value: unknown, keep: (role: string) => void): void {
  if (typeof value === 'string' && value !== '') keep(value.split('/').at(-1) ?? value);
  else if (typeof value === 'object' && value !== null) {
    const { arn, name } = value as { arn?: unknown; name?: unknown };
    named(name ?? arn, keep);
  }
}
