export type Arn = { partition: string; service: string; region: string; accountId: string; resource: string };

/** The one partition in which the broker, its policies and its tests live (decision 55). */
export const PARTITION = 'aws';

const NAMES: Record<string, string> = {
  'aws-cn': 'AWS China',
  'aws-us-gov': 'AWS GovCloud (US)',
  'aws-eusc': 'the AWS European Sovereign Cloud',
};

/** An ARN in its parts; null where the text is none. */
export function readArn(text: string): Arn | null {
  const parts = /^arn:([\w-]+):([\w-]+):([\w-]*):(\d{12}|aws|):(.+)$/.exec(text.trim());
  if (!parts) return null;
  const [, partition = '', service = '', region = '', accountId = '', resource = ''] = parts;
  return { partition, service, region, accountId, resource };
}

/** Why nothing in that partition can be reached, in a sentence; null where it can. */
export function refusedPartition(partition: string): string | null {
  if (partition === PARTITION) return null;
  const name = NAMES[partition] ?? `the partition ${partition}`;
  return `We don't support ${name}. Use an account in the standard AWS partition.`;
}

/** The partition that a Region belongs to, by the prefix that AWS gives its codes. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  return PARTITION;
}
