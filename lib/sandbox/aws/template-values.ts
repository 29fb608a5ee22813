import { validationError } from './wire';

/** What a CloudFormation template's functions may refer to; `resource` makes the named resource first when it must. */
export type Scope = {
  values: Record<string, string | string[]>;
  condition(name: string): boolean;
  resource(id: string): { ref: string; attributes: Record<string, string> };
};

const NO_VALUE = Symbol('AWS::NoValue');

/** The value with every intrinsic function worked out; undefined where the template says AWS::NoValue. */
export function resolve(value: unknown, scope: Scope): unknown {
  const result = inner(value, scope);
  return result === NO_VALUE ? undefined : result;
}

function inner(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((one) => inner(one, scope)).filter((one) => one !== NO_VALUE);
  if (!value || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? ['', undefined];
  if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) return call(name, argument, scope);
  return Object.fromEntries(
    entries.map(([key, one]) => [key, inner(one, scope)] as const).filter(([, one]) => one !== NO_VALUE),
  );
}

function call(name: string, argument: unknown, scope: Scope): unknown {
  const list = Array.isArray(argument) ? argument : [];
  switch (name) {
    case 'Ref':
      return reference(String(argument), scope);
    case 'Fn::GetAtt': {
      const [id = '', attribute = ''] = typeof argument === 'string' ? argument.split('.') : list.map(String);
      const value = scope.resource(id).attributes[attribute];
      if (value === undefined)
        throw validationError(`Template error: resource ${id} has no attribute ${attribute}`);
      return value;
    }
    case 'Fn::Sub': {
      const [text, own] =
        typeof argument === 'string'
          ? [argument, {}]
          : [String(list[0]), (list[1] ?? {}) as Record<string, unknown>];
      return substitute(text, own, scope);
    }
    case 'Fn::If':
      return inner(scope.condition(String(list[0])) ? list[1] : list[2], scope);
    case 'Fn::Join':
      return (inner(list[1], scope) as unknown[]).map(String).join(String(list[0]));
    case 'Fn::Equals':
      return String(inner(list[0], scope)) === String(inner(list[1], scope));
    case 'Fn::Not':
      return !truthy(list[0], scope);
    case 'Fn::And':
      return list.every((one) => truthy(one, scope));
    case 'Fn::Or':
      return list.some((one) => truthy(one, scope));
    default:
      throw validationError(`Template error: ${name} is not offered by the sandbox`);
  }
}

function truthy(value: unknown, scope: Scope): boolean {
  const named = value && typeof value === 'object' && 'Condition' in value ? value.Condition : undefined;
  return typeof named === 'string' ? scope.condition(named) : inner(value, scope) === true;
}

function reference(id: string, scope: Scope): unknown {
  if (id === 'AWS::NoValue') return NO_VALUE;
  return scope.values[id] ?? scope.resource(id).ref;
}

function substitute(text: string, own: Record<string, unknown>, scope: Scope): string {
  return text.replace(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (Object.hasOwn(own, name)) return String(inner(own[name], scope));
    const value = scope.values[name];
    if (value !== undefined) return Array.isArray(value) ? value.join(',') : value;
    const [id = '', attribute] = name.split('.');
    const resource = scope.resource(id);
    const found = attribute ? resource.attributes[attribute] : resource.ref;
    if (found === undefined) throw validationError(`Template error: ${whole} refers to nothing`);
    return found;
  });
}
