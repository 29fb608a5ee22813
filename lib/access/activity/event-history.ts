/**
 * CloudTrail's own list of what one session did in a Region, in AWS's console. The form of this address is not documented;
 * it is AWS's console that writes it so (2026). There is no filter by role: the user name is the session's.
 * `sandbox`: the address of the demo's AWS, whose page takes the same words as a query.
 */
export function eventHistoryUrl(of: {
  region: string;
  accountId: string;
  sessionName: string;
  from: Date;
  to: Date;
  sandbox?: string;
}): string {
  const filter = new URLSearchParams({
    Username: of.sessionName,
    StartTime: of.from.toISOString(),
    EndTime: of.to.toISOString(),
  });
  const { region, accountId, sandbox } = of;
  if (sandbox)
    return `${new URL('/cloudtrailv2/home', sandbox)}?${new URLSearchParams({ region, account: accountId })}&${filter}`;
  return `https://${region}.console.aws.amazon.com/cloudtrailv2/home?region=${region}#/events?${filter}`;
}
