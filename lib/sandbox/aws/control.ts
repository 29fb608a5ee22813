import { createAccount } from './accounts';
import { createStack, deleteStack } from './cloudformation';
import { FAULT_MODES, type Fault } from './faults';
import { accountState } from './state';
import { validationError } from './wire';
import type { World } from './world';

type Input = Record<string, unknown>;

const text = (input: Input, name: string) => {
  const value = input[name];
  if (typeof value !== 'string' || value === '') throw validationError(`${name} must be a text.`);
  return value;
};
const count = (value: unknown, name: string) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    throw validationError(`${name} must be a number of 0 or more.`);
  return value;
};

function perRegion(value: unknown): Record<string, number> {
  if (!value || typeof value !== 'object' || Array.isArray(value))
    throw validationError('propagationMsIn must be an object of Regions.');
  return Object.fromEntries(
    Object.entries(value).map(([region, ms]) => [region, count(ms, `propagationMsIn.${region}`)]),
  );
}

/** What a demonstration or a test may do to the sandbox itself; none of it exists on AWS. */
const commands: Record<string, (world: World, input: Input) => unknown> = {
  clock: (world, input) => {
    if (typeof input.offsetMs !== 'number' || !Number.isFinite(input.offsetMs))
      throw validationError('offsetMs must be a number.');
    world.clock.setOffset(input.offsetMs);
    return { offsetMs: world.clock.offset(), now: new Date(world.clock.now()).toISOString() };
  },
  settings: (world, input) => {
    for (const name of ['propagationMs', 'trailDelayMs'] as const) {
      if (input[name] !== undefined) world.settings[name] = count(input[name], name);
    }
    if (input.propagationMsIn !== undefined)
      world.settings.propagationMsIn = perRegion(input.propagationMsIn);
    return { ...world.settings };
  },
  faults: (world, input) => {
    const mode = text(input, 'mode') as Fault['mode'];
    if (!FAULT_MODES.includes(mode)) throw validationError(`mode must be one of ${FAULT_MODES.join(', ')}.`);
    world.faults.add({ action: text(input, 'action'), mode, times: count(input.times ?? 1, 'times') });
    return { accepted: true };
  },
  'faults/clear': (world) => {
    world.faults.clear();
    return { accepted: true };
  },
  accounts: (world, input) => {
    const accountId = text(input, 'accountId');
    const owner = createAccount(world, { accountId, alias: text(input, 'alias') });
    return { accountId, alias: input.alias, owner };
  },
  stacks: (world, input) =>
    createStack(world, {
      accountId: text(input, 'accountId'),
      stackName: text(input, 'stackName'),
      template: input.template,
      parameters: (input.parameters ?? {}) as Record<string, string>,
    }),
  'stacks/delete': (world, input) => deleteStack(world, text(input, 'accountId'), text(input, 'stackName')),
};

export function isCommand(name: string): boolean {
  return Object.hasOwn(commands, name);
}

export function runCommand(world: World, name: string, body: Buffer): unknown {
  let input: unknown;
  try {
    input = JSON.parse(body.toString('utf8') || '{}');
  } catch {
    throw validationError('The body must be JSON.');
  }
  if (!input || typeof input !== 'object' || Array.isArray(input))
    throw validationError('The body must be a JSON object.');
  return commands[name]?.(world, input as Input);
}

export function readControl(world: World, name: string, query: URLSearchParams): unknown {
  if (name === 'health') {
    return {
      ok: true,
      now: new Date(world.clock.now()).toISOString(),
      offsetMs: world.clock.offset(),
      settings: world.settings,
    };
  }
  if (name === 'state') return accountState(world, query.get('account') ?? '');
  return undefined;
}
