import type { Operations } from './operation';
import { wireError } from './wire';

const HOME = 'us-east-1';

/** Cost and Usage Reports, as far as the access that Billing gives is tried with it. No account here has a report. */
export const cur: Operations = {
  DescribeReportDefinitions: {
    action: 'cur:DescribeReportDefinitions',
    readOnly: true,
    needs: () => [{ action: 'cur:DescribeReportDefinitions', resource: '*' }],
    run: (_, call) => {
      // The service has one endpoint, and takes a signature for its Region alone.
      if (call.region !== HOME)
        throw wireError('InvalidSignatureException', 400, `Credential should be scoped to ${HOME}.`);
      return { json: { ReportDefinitions: [] } };
    },
  },
};
