import { env } from '@/lib/platform/env';
import { connectionTemplate } from '@/lib/policies/template';

/** The CloudFormation template that connects an account: public, the same for everybody, without any secret. */
export function GET(): Response {
  const template = connectionTemplate({ brokerRoleArn: env.AWS_BROKER_ROLE_ARN, platformName: 'Groundcrew' });
  return new Response(`${JSON.stringify(template, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="groundcrew.template.json"',
      'cache-control': 'no-cache',
    },
  });
}
