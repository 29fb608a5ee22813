export type Region = {
  code: string;
  /** AWS's name of the place, as its console shows it beside the code. */
  place: string;
};

/** AWS's Regions (docs.aws.amazon.com, "AWS Regions"), of all its partitions that a customer may be in. */
export const REGIONS: readonly Region[] = [
  { code: 'us-east-1', place: 'US East (N. Virginia)' },
  { code: 'us-east-2', place: 'US East (Ohio)' },
  { code: 'us-west-1', place: 'US West (N. California)' },
  { code: 'us-west-2', place: 'US West (Oregon)' },
  { code: 'af-south-1', place: 'Africa (Cape Town)' },
  { code: 'ap-east-1', place: 'Asia Pacific (Hong Kong)' },
  { code: 'ap-east-2', place: 'Asia Pacific (Taipei)' },
  { code: 'ap-south-1', place: 'Asia Pacific (Mumbai)' },
  { code: 'ap-south-2', place: 'Asia Pacific (Hyderabad)' },
  { code: 'ap-southeast-1', place: 'Asia Pacific (Singapore)' },
  { code: 'ap-southeast-2', place: 'Asia Pacific (Sydney)' },
  { code: 'ap-southeast-3', place: 'Asia Pacific (Jakarta)' },
  { code: 'ap-southeast-4', place: 'Asia Pacific (Melbourne)' },
  { code: 'ap-southeast-5', place: 'Asia Pacific (Malaysia)' },
  { code: 'ap-southeast-6', place: 'Asia Pacific (New Zealand)' },
  { code: 'ap-southeast-7', place: 'Asia Pacific (Thailand)' },
  { code: 'ap-northeast-1', place: 'Asia Pacific (Tokyo)' },
  { code: 'ap-northeast-2', place: 'Asia Pacific (Seoul)' },
  { code: 'ap-northeast-3', place: 'Asia Pacific (Osaka)' },
  { code: 'ca-central-1', place: 'Canada (Central)' },
  { code: 'ca-west-1', place: 'Canada West (Calgary)' },
  { code: 'eu-central-1', place: 'Europe (Frankfurt)' },
  { code: 'eu-central-2', place: 'Europe (Zurich)' },
  { code: 'eu-west-1', place: 'Europe (Ireland)' },
  { code: 'eu-west-2', place: 'Europe (London)' },
  { code: 'eu-west-3', place: 'Europe (Paris)' },
  { code: 'eu-south-1', place: 'Europe (Milan)' },
  { code: 'eu-south-2', place: 'Europe (Spain)' },
  { code: 'eu-north-1', place: 'Europe (Stockholm)' },
  { code: 'eusc-de-east-1', place: 'European Sovereign Cloud (Germany)' },
  { code: 'il-central-1', place: 'Israel (Tel Aviv)' },
  { code: 'mx-central-1', place: 'Mexico (Central)' },
  { code: 'me-south-1', place: 'Middle East (Bahrain)' },
  { code: 'me-central-1', place: 'Middle East (UAE)' },
  { code: 'sa-east-1', place: 'South America (São Paulo)' },
  { code: 'us-gov-east-1', place: 'AWS GovCloud (US-East)' },
  { code: 'us-gov-west-1', place: 'AWS GovCloud (US-West)' },
  { code: 'cn-north-1', place: 'China (Beijing)' },
  { code: 'cn-northwest-1', place: 'China (Ningxia)' },
];

/** A Region goes by its code wherever it is a fact, as in AWS's console and logs. Where one chooses: "eu-central-1 · Europe (Frankfurt)". */
export function regionChoice({ code, place }: Region): string {
  return `${code} · ${place}`;
}
