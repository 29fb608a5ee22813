import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { type AwsConfig, clientOptions } from './config';
import { type AwsOutcome, outcome } from './problem';

/**
 * The Regions that are on in every account of the partition `aws` (docs.aws.amazon.com, "AWS Regions": opt-in not
 * required). What is looked at where an account does not tell which it has.
 */
export const DEFAULT_REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ap-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
];

/** The Regions that are enabled in the account: the ones in which anything can be done. */
export function enabledRegions(access: AwsConfig): Promise<AwsOutcome<string[]>> {
  return outcome(async () => {
    const client = new EC2Client(clientOptions(access));
    try {
      // Without AllRegions these are the enabled ones.
      const { Regions = [] } = await client.send(new DescribeRegionsCommand({}));
      return Regions.flatMap(({ RegionName }) => RegionName ?? []);
    } finally {
      client.destroy();
    }
  });
}
