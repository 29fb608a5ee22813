import { ownerOf } from './accounts';
import { requestId } from './ids';
import { dropResource, type Made, makePolicy, makeRole } from './stack-resources';
import { resolve, type Scope } from './template-values';
import { record } from './trail';
import { type Caller, validationError, wireError } from './wire';
import type { World } from './world';

export type Template = {
  Description?: string;
  Parameters?: Record<
    string,
    {
      Type?: string;
      Description?: string;
      Default?: unknown;
      AllowedValues?: unknown[];
      AllowedPattern?: string;
      MinLength?: number | string;
      MaxLength?: number | string;
    }
  >;
  Conditions?: Record<string, unknown>;
  Resources: Record<
    string,
    {
      Type: string;
      Condition?: string;
      DependsOn?: string | string[];
      Properties?: Record<string, unknown>;
    }
  >;
};

export type StackInput = {
  accountId: string;
  stackName: string;
  template: unknown;
  parameters: Record<string, string>;
  region?: string;
};

/** A resource in its stack: what must stand for as long as it does, and what AWS said when it could not be deleted. */
export type Standing = Made & { needs: string[]; failed?: string };
export type Stack = { stackId: string; stackName: string; resources: Standing[] };

export function parseTemplate(template: unknown): Template {
  const found = template as Template | null;
  if (!found || typeof found !== 'object' || !found.Resources || typeof found.Resources !== 'object') {
    throw validationError('Template format error: At least one Resources member must be defined.');
  }
  for (const [id, resource] of Object.entries(found.Resources)) {
    if (!['AWS::IAM::Role', 'AWS::IAM::ManagedPolicy'].includes(resource?.Type)) {
      throw validationError(`Template format error: the sandbox does not offer ${resource?.Type} (${id}).`);
    }
  }
  return found;
}

/** The stack's parameters, checked as CloudFormation checks them. */
export function parameterValues(template: Template, given: Record<string, string>): Record<string, string> {
  const declared = template.Parameters ?? {};
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(declared, name))
      throw validationError(`Parameters: [${name}] do not exist in the template`);
  }
  const values: Record<string, string> = {};
  for (const [name, rule] of Object.entries(declared)) {
    const value = given[name] ?? (rule.Default === undefined ? undefined : String(rule.Default));
    if (value === undefined) throw validationError(`Parameters: [${name}] must have values`);
    if (rule.AllowedValues && !rule.AllowedValues.map(String).includes(value)) {
      throw validationError(`Parameter ${name} must be one of the AllowedValues`);
    }
    const tooShort = rule.MinLength !== undefined && value.length < Number(rule.MinLength);
    const tooLong = rule.MaxLength !== undefined && value.length > Number(rule.MaxLength);
    const mismatch =
      rule.AllowedPattern !== undefined && !new RegExp(`^(?:${rule.AllowedPattern})$`).test(value);
    if (tooShort || tooLong || mismatch)
      throw validationError(`Parameter ${name} does not meet its constraints`);
    values[name] = value;
  }
  return values;
}

/** Creates everything or nothing, as the owner of the account. Throws WireError with CloudFormation's or IAM's code. */
export function createStack(world: World, input: StackInput): Stack {
  const owner = ownerOf(world, input.accountId);
  if (!owner) throw wireError('NoSuchEntity', 404, `There is no account ${input.accountId}.`);
  if (!/^[a-zA-Z][a-zA-Z0-9-]{0,127}$/.test(input.stackName))
    throw validationError('The stack name is not valid.');
  const template = parseTemplate(input.template);
  const region = input.region ?? 'eu-west-1';
  return world.database.atomically(() => {
    const same = 'SELECT 1 AS known FROM stacks WHERE accountId = ? AND name = ? AND deletedAt IS NULL';
    if (world.database.one(same, input.accountId, input.stackName)) {
      throw wireError('AlreadyExistsException', 400, `Stack [${input.stackName}] already exists`);
    }
    const stackId = `arn:aws:cloudformation:${region}:${input.accountId}:stack/${input.stackName}/${requestId()}`;
    const scopeValues = {
      ...parameterValues(template, input.parameters),
      'AWS::AccountId': input.accountId,
      'AWS::Partition': 'aws',
      'AWS::Region': region,
      'AWS::StackName': input.stackName,
      'AWS::StackId': stackId,
      'AWS::URLSuffix': 'amazonaws.com',
    };
    const resources = makeAll(world, owner, template, scopeValues);
    const add =
      'INSERT INTO stacks (id, accountId, name, region, resources, createdAt) VALUES (?, ?, ?, ?, ?, ?)';
    world.database.run(
      add,
      stackId,
      input.accountId,
      input.stackName,
      region,
      JSON.stringify(resources),
      world.clock.now(),
    );
    recordStack(world, owner, region, 'CreateStack', { stackName: input.stackName }, { stackId });
    return { stackId, stackName: input.stackName, resources };
  });
}

function makeAll(world: World, owner: Caller, template: Template, values: Scope['values']): Standing[] {
  const made = new Map<string, Standing>();
  const underway = new Set<string>();
  /** `needs` gathers what a resource refers to while it is made. */
  const scopeFor = (needs: Set<string>): Scope => ({
    values,
    condition: (name) => {
      if (!template.Conditions || !Object.hasOwn(template.Conditions, name)) {
        throw validationError(`Template error: unresolved condition ${name}`);
      }
      return resolve(template.Conditions[name], scopeFor(needs)) === true;
    },
    resource: (id) => {
      needs.add(id);
      return make(id);
    },
  });
  const make = (id: string): Standing => {
    const known = made.get(id);
    if (known) return known;
    const resource = template.Resources[id];
    if (!resource) throw validationError(`Template error: unresolved resource dependency [${id}]`);
    if (underway.has(id)) throw validationError(`Circular dependency between resources: [${id}]`);
    underway.add(id);
    const needs = new Set([resource.DependsOn ?? []].flat());
    for (const other of needs) make(other);
    const properties = resolve(resource.Properties ?? {}, scopeFor(needs)) as Record<string, unknown>;
    const done =
      resource.Type === 'AWS::IAM::Role'
        ? makeRole(world, owner, id, properties)
        : makePolicy(world, owner, id, properties);
    made.set(id, { ...done, needs: [...needs] });
    return made.get(id) as Standing;
  };
  const scope = scopeFor(new Set());
  for (const [id, resource] of Object.entries(template.Resources)) {
    if (resource.Condition === undefined || scope.condition(resource.Condition)) make(id);
  }
  return [...made.values()];
}

/**
 * Deletes what nothing else in the stack needs any more, and then what that needed. A resource that IAM does not delete
 * stays, and so does all that it needs: the stack is DELETE_FAILED, and deleting it again goes on from there.
 */
export function deleteStack(
  world: World,
  accountId: string,
  stackName: string,
): { status: 'DELETE_COMPLETE' | 'DELETE_FAILED'; failed: string[] } {
  const owner = ownerOf(world, accountId);
  const sql =
    'SELECT id, region, resources FROM stacks WHERE accountId = ? AND name = ? AND deletedAt IS NULL';
  const row = world.database.one<{ id: string; region: string; resources: string }>(
    sql,
    accountId,
    stackName,
  );
  if (!owner || !row) throw validationError(`Stack [${stackName}] does not exist`);
  // Stacks of an older sandbox do not say what needs what.
  let left = (JSON.parse(row.resources) as Standing[]).map(
    ({ failed: _, needs = [], ...one }): Standing => ({ ...one, needs }),
  );
  for (;;) {
    const next = left.findLast((one) => !one.failed && !left.some((other) => other.needs.includes(one.id)));
    if (!next) break;
    const failed = dropResource(world, owner, next);
    if (failed) next.failed = failed;
    else left = left.filter((one) => one !== next);
  }
  const change = 'UPDATE stacks SET resources = ?, deletedAt = ? WHERE id = ?';
  world.database.run(change, JSON.stringify(left), left.length === 0 ? world.clock.now() : null, row.id);
  recordStack(world, owner, row.region, 'DeleteStack', { stackName }, null);
  return {
    status: left.length === 0 ? 'DELETE_COMPLETE' : 'DELETE_FAILED',
    failed: left.flatMap((one) => (one.failed ? [`${one.id}: ${one.failed}`] : [])),
  };
}

function recordStack(
  world: World,
  owner: Caller,
  region: string,
  name: string,
  request: unknown,
  response: unknown,
): void {
  record(world, {
    service: 'cloudformation',
    name,
    region,
    readOnly: false,
    caller: owner,
    sourceIp: '127.0.0.1',
    userAgent: 'console',
    requestId: requestId(),
    request,
    response,
    touched: [],
  });
}
