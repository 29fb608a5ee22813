import { authorise } from './authorise';
import { cloudtrail } from './cloudtrail';
import { cur } from './cur';
import { ec2 } from './ec2';
import { iamInlinePolicies } from './iam-inline-policies';
import { iamPolicies } from './iam-policies';
import { iamProfiles } from './iam-profiles';
import { iamRoleChanges } from './iam-role-changes';
import { iamRoles } from './iam-roles';
import { iamUsers } from './iam-users';
import type { Operation, Operations, Result } from './operation';
import { s3 } from './s3';
import { sts } from './sts';
import { recordCall } from './trail';
import { endOf, inServiceShape } from './who';
import { type Call, isWireError, noSuchEntity, type ServiceName, wireError } from './wire';
import type { World } from './world';

const services: Record<ServiceName, Operations> = {
  iam: {
    ...iamRoles,
    ...iamRoleChanges,
    ...iamPolicies,
    ...iamInlinePolicies,
    ...iamProfiles,
    ...iamUsers,
  },
  sts,
  cloudtrail,
  s3,
  ec2,
  cur,
};

export function operationNamed(service: ServiceName, name: string): Operation | undefined {
  return Object.hasOwn(services[service], name) ? services[service][name] : undefined;
}

const LATE_MS = 20_000;

export type Performed = { result: Result; dropReply: boolean; lateMs: number };

/**
 * One call from its caller to its answer: ordered faults, the caller's rights, the change and its event, all in one
 * transaction. Signed requests, the console's buttons and stacks come this way alike. Throws WireError.
 */
export function perform(world: World, call: Call): Performed {
  const operation = operationNamed(call.service, call.operation);
  if (!operation)
    throw wireError('InvalidAction', 400, `Could not find operation ${call.operation} for ${call.service}.`);
  const ended = endOf(world, call.caller, call.region);
  if (ended) throw inServiceShape(call.service, ended);
  const fault = world.faults.take(operation.action);
  if (fault === '500')
    throw inServiceShape(call.service, wireError('ServiceFailure', 500, 'An internal error occurred.'));
  if (fault === 'throttle') throw inServiceShape(call.service, wireError('Throttling', 400, 'Rate exceeded'));
  if (fault === 'notFound') throw noSuchEntity('The role cannot be found.');
  if (fault === 'concurrentModification') {
    throw wireError(
      'ConcurrentModification',
      409,
      'The request was rejected because multiple requests were submitted at once.',
    );
  }
  try {
    const result = world.database.atomically(() => {
      authorise(world, call, operation.needs(world, call));
      const done = operation.run(world, call);
      recordCall(world, call, operation, { result: done });
      return done;
    });
    return { result, dropReply: fault === 'dropReply', lateMs: fault === 'slow' ? LATE_MS : 0 };
  } catch (error) {
    if (!isWireError(error)) throw error;
    const shaped = inServiceShape(call.service, error);
    recordCall(world, call, operation, { error: shaped });
    throw shaped;
  }
}
