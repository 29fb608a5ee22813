import { Refusal } from '@/lib/core/refusal';
import type { Person } from '@/lib/core/rights';
import { askForExternalId } from '@/lib/platform/broker-line/ask';
import { env } from '@/lib/platform/env';
import type { ConnectionView } from './queries';

export const STACK_NAME = 'Groundcrew';

/** What a customer needs to create the stack: the values, and a way that suits where the template can lie. */
export type StackLink =
  | {
      ok: true;
      externalId: string;
      templateUrl: string;
      /** Opens the page where the stack is reviewed and created. In the demo that is the sandbox's. */
      reviewUrl: string | null;
      command: string;
    }
  | { ok: false; message: string };

/**
 * The ExternalId comes from the broker at each look; this process keeps nothing of it. AWS takes a quick-create template
 * from S3 alone, so outside the demo the template is downloaded and uploaded by hand, or created by the AWS CLI.
 */
export async function stackLinkOf(viewer: Person, connection: ConnectionView): Promise<StackLink> {
  let externalId: string;
  try {
    externalId = await askForExternalId({ connectionId: connection.id, personId: viewer.personId });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
  const templateUrl = `${env.APP_URL}/api/aws-template`;
  return {
    ok: true,
    externalId,
    templateUrl,
    reviewUrl: env.SANDBOX_AWS_URL
      ? sandboxUrl(env.SANDBOX_AWS_URL, connection.awsAccountId, templateUrl, externalId)
      : null,
    command: [
      `curl -fsSo groundcrew.template.json ${templateUrl}`,
      `aws cloudformation create-stack --stack-name ${STACK_NAME} --region us-east-1 \\`,
      '  --template-body file://groundcrew.template.json --capabilities CAPABILITY_NAMED_IAM \\',
      `  --parameters ParameterKey=ExternalId,ParameterValue=${externalId}`,
    ].join('\n'),
  };
}

function sandboxUrl(base: string, account: string, templateURL: string, externalId: string): string {
  const url = new URL('/cloudformation/create', base);
  url.search = new URLSearchParams({
    account,
    templateURL,
    stackName: STACK_NAME,
    param_ExternalId: externalId,
  }).toString();
  return url.href;
}
