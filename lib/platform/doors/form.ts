type Branch = { [key: string]: Branch | string | File };

/**
 * A form's fields as an object: "milestones.0.title" makes a list of objects, a name that ends in "[]" a list of all its
 * values. Next's own fields ($ACTION_…) are left out, and so is a path that would reach a prototype.
 */
export function readForm(form: FormData): unknown {
  const root: Branch = {};
  for (const [name, value] of form) {
    if (name.startsWith('$') || /(^|\.)(__proto__|constructor|prototype)(\.|$)/.test(name)) continue;
    if (name.endsWith('[]')) {
      const key = name.slice(0, -2);
      root[key] ??= {};
      const list = root[key] as Branch;
      list[Object.keys(list).length] = value;
      continue;
    }
    const path = name.split('.');
    let at = root;
    for (const step of path.slice(0, -1)) {
      const below = at[step];
      at = at[step] = typeof below === 'object' && !(below instanceof File) ? below : {};
    }
    at[path.at(-1)!] = value;
  }
  return listed(root);
}

function listed(branch: Branch | string | File): unknown {
  if (typeof branch === 'string' || branch instanceof File) return branch;
  const keys = Object.keys(branch);
  if (keys.length > 0 && keys.every((key) => /^\d{1,3}$/.test(key)))
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => listed(branch[key]!));
  return Object.fromEntries(keys.map((key) => [key, listed(branch[key]!)]));
}

/** What was typed, to give it back: texts alone, several of one name on lines; never a password or a code. */
export function typed(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$') || /code|password|token/i.test(name)) continue;
    values[name] = name in values ? `${values[name]}\n${value}` : value;
  }
  return values;
}
