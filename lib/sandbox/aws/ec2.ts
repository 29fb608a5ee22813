import { createHash } from 'node:crypto';
import { hexId } from './ids';
import { type Operation, type Operations, type Tree, tree } from './operation';
import { type Call, paramList, required, wireError } from './wire';
import type { World } from './world';

export type Instance = {
  id: string;
  accountId: string;
  region: string;
  name: string;
  type: string;
  image: string;
  state: string;
  launchedAt: number;
};

/** What every account of AWS has; none here has turned another one on. */
const REGIONS = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1'],
  ...['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ...['ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
];
const codes: Record<string, number> = { running: 16, stopped: 80, terminated: 48 };
const stateTree = (name: string): Tree => ({ code: codes[name] ?? 0, name });

const arn = (call: Call, id: string) => `arn:aws:ec2:${call.region}:${call.caller.accountId}:instance/${id}`;

function instancesOf(world: World, call: Call): Instance[] {
  return world.database.all<Instance>(
    'SELECT * FROM instances WHERE accountId = ? AND region = ? ORDER BY launchedAt, id',
    call.caller.accountId,
    call.region,
  );
}

function chosen(world: World, call: Call): Instance[] {
  const ids = paramList(call.params, 'InstanceId');
  const all = instancesOf(world, call);
  return ids.map((id) => {
    const found = all.find((one) => one.id === id);
    if (!found) throw wireError('InvalidInstanceID.NotFound', 400, `The instance ID '${id}' does not exist`);
    return found;
  });
}

/** The same one whenever it is asked for. */
function defaultVpc(call: Call): string {
  const hash = createHash('sha256').update(`${call.caller.accountId} ${call.region}`).digest('hex');
  return `vpc-${hash.slice(0, 17)}`;
}

function instanceTree(instance: Instance): Tree {
  return {
    instanceId: instance.id,
    imageId: instance.image,
    instanceState: stateTree(instance.state),
    instanceType: instance.type,
    launchTime: new Date(instance.launchedAt).toISOString(),
    placement: { availabilityZone: `${instance.region}a`, tenancy: 'default' },
    tagSet: instance.name ? [{ key: 'Name', value: instance.name }] : [],
  };
}

function switching(name: 'StartInstances' | 'StopInstances', to: 'running' | 'stopped'): Operation {
  const action = `ec2:${name}`;
  return {
    action,
    readOnly: false,
    needs: (_, call) =>
      paramList(call.params, 'InstanceId').map((id) => ({ action, resource: arn(call, id) })),
    run: (world, call) => {
      const instances = chosen(world, call);
      if (instances.length === 0)
        throw wireError('MissingParameter', 400, 'The request must contain the parameter InstanceId');
      for (const one of instances)
        world.database.run('UPDATE instances SET state = ? WHERE id = ?', to, one.id);
      return tree({
        instancesSet: instances.map((one) => ({
          instanceId: one.id,
          currentState: stateTree(to),
          previousState: stateTree(one.state),
        })),
      });
    },
    touches: (call) =>
      paramList(call.params, 'InstanceId').map((id) => ({ type: 'AWS::EC2::Instance', name: id })),
  };
}

export const ec2: Operations = {
  DescribeInstances: {
    action: 'ec2:DescribeInstances',
    readOnly: true,
    needs: () => [{ action: 'ec2:DescribeInstances', resource: '*' }],
    run: (world, call) => {
      const named = paramList(call.params, 'InstanceId').length > 0;
      const instances = named ? chosen(world, call) : instancesOf(world, call);
      return tree({
        reservationSet: instances.map((one) => ({
          reservationId: one.id.replace(/^i-/, 'r-'),
          ownerId: one.accountId,
          groupSet: [],
          instancesSet: [instanceTree(one)],
        })),
      });
    },
  },
  DescribeVpcs: {
    action: 'ec2:DescribeVpcs',
    readOnly: true,
    needs: () => [{ action: 'ec2:DescribeVpcs', resource: '*' }],
    // Every account has a default VPC in each Region, until somebody deletes it.
    run: (_, call) =>
      tree({
        vpcSet: [
          {
            vpcId: defaultVpc(call),
            ownerId: call.caller.accountId,
            state: 'available',
            cidrBlock: '172.31.0.0/16',
            isDefault: 'true',
          },
        ],
      }),
  },
  DescribeRegions: {
    action: 'ec2:DescribeRegions',
    readOnly: true,
    needs: () => [{ action: 'ec2:DescribeRegions', resource: '*' }],
    run: () =>
      tree({
        regionInfo: REGIONS.map((name) => ({
          regionName: name,
          regionEndpoint: `ec2.${name}.amazonaws.com`,
          optInStatus: 'opt-in-not-required',
        })),
      }),
  },
  StartInstances: switching('StartInstances', 'running'),
  StopInstances: switching('StopInstances', 'stopped'),
  RunInstances: {
    action: 'ec2:RunInstances',
    readOnly: false,
    needs: (_, call) => [{ action: 'ec2:RunInstances', resource: arn(call, '*') }],
    run: (world, call) => {
      const count = Number(call.params.MaxCount ?? 1);
      if (!Number.isInteger(count) || count < 1 || count > 20) {
        throw wireError('InvalidParameterValue', 400, 'MaxCount must be between 1 and 20.');
      }
      const image = required(call.params, 'ImageId');
      const type = call.params.InstanceType ?? 't3.micro';
      const made = Array.from({ length: count }, () =>
        addInstance(world, { accountId: call.caller.accountId, region: call.region, name: '', type, image }),
      );
      return tree({
        reservationId: hexId('r'),
        ownerId: call.caller.accountId,
        groupSet: [],
        instancesSet: made.map(instanceTree),
      });
    },
    told: (result) => (result && 'tree' in result ? { instancesSet: result.tree.instancesSet } : undefined),
  },
};

export function addInstance(world: World, input: Omit<Instance, 'id' | 'state' | 'launchedAt'>): Instance {
  const instance: Instance = { ...input, id: hexId('i'), state: 'running', launchedAt: world.clock.now() };
  world.database.run(
    'INSERT INTO instances (id, accountId, region, name, type, image, state, launchedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    instance.id,
    instance.accountId,
    instance.region,
    instance.name,
    instance.type,
    instance.image,
    instance.state,
    instance.launchedAt,
  );
  return instance;
}
