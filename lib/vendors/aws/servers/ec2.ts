import {
  DescribeInstancesCommand,
  EC2Client,
  RunInstancesCommand,
  StopInstancesCommand,
} from '@aws-sdk/client-ec2';
import { type AwsConfig, clientOptions } from '../config';

/** Servers of an account in one Region, with whatever these credentials may do: what the demo's people do in AWS. */

async function inRegion<T>(
  access: AwsConfig,
  region: string,
  ask: (client: EC2Client) => Promise<T>,
): Promise<T> {
  const client = new EC2Client(clientOptions({ ...access, region }));
  try {
    return await ask(client);
  } finally {
    client.destroy();
  }
}

/** The ids of all servers there. */
export function listServers(access: AwsConfig, region: string): Promise<string[]> {
  return inRegion(access, region, async (client) => {
    const { Reservations = [] } = await client.send(new DescribeInstancesCommand({}));
    return Reservations.flatMap(({ Instances = [] }) => Instances.map(({ InstanceId = '' }) => InstanceId));
  });
}

export function startServer(access: AwsConfig, region: string, image: string): Promise<unknown> {
  return inRegion(access, region, (client) =>
    client.send(
      new RunInstancesCommand({ ImageId: image, InstanceType: 't3.small', MinCount: 1, MaxCount: 1 }),
    ),
  );
}

export function stopServers(access: AwsConfig, region: string, ids: string[]): Promise<unknown> {
  return inRegion(access, region, (client) => client.send(new StopInstancesCommand({ InstanceIds: ids })));
}
