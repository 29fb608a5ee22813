import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { CodeBlock, Mono } from '@/components/ui/code';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import { Details } from '@/components/ui/details';
import { STACK_NAME, type StackLink } from '@/lib/access/connections/link';
import { showAccount } from '@/lib/access/connections/rules';

type CreateStackProps = { link: StackLink; awsAccountId: string };

const CONSOLE =
  'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/create';

/** The first step: two roles and a boundary, created by the customer's own hand in the customer's own account. */
export function CreateStack({ link, awsAccountId }: CreateStackProps) {
  if (!link.ok)
    return (
      <Callout tone="stop" title="We can't show the stack values">
        {link.message}
      </Callout>
    );
  const { externalId, templateUrl, reviewUrl, command } = link;
  return (
    <Card title="1. Create the stack in AWS" level={2}>
      <div className="grid gap-4">
        <p className="text-sm">
          This creates two roles in account <Mono>{showAccount(awsAccountId)}</Mono>. One can create an
          expert's role, but only within the boundary in the template. The other can only end access and read
          CloudTrail. Neither can read your data.
        </p>
        {reviewUrl ? (
          <div>
            <ButtonLink href={reviewUrl} variant="primary" target="_blank" rel="noopener">
              Review and create the stack
            </ButtonLink>
          </div>
        ) : (
          <ol className="grid list-decimal gap-1 pl-5 text-sm">
            <li>
              <a href={templateUrl} download className="underline">
                Download the template
              </a>{' '}
              and read it.
            </li>
            <li>
              In the AWS console, signed in to this account,{' '}
              <a href={CONSOLE} target="_blank" rel="noopener noreferrer" className="underline">
                create a stack
              </a>{' '}
              and upload the template.
            </li>
            <li>
              Enter the two values below, check the box about IAM resources with custom names, and create the
              stack.
            </li>
          </ol>
        )}
        <DescriptionList
          items={[
            { term: 'Stack name', value: <Mono>{STACK_NAME}</Mono> },
            {
              term: 'ExternalId',
              value: (
                <span className="flex flex-wrap items-center gap-2">
                  <Mono className="break-all">{externalId}</Mono>
                  <CopyButton text={externalId} label="Copy ExternalId" />
                </span>
              ),
            },
          ]}
        />
        <p className="text-sm text-muted">
          The ExternalId ties the roles to you. Without it, no one can send us into your account, not even
          another customer. We show it until the account is connected.
        </p>
        <Details summary={reviewUrl ? 'Template and AWS CLI command' : 'Use the AWS CLI instead'}>
          <div className="grid gap-3">
            {reviewUrl ? (
              <p className="text-sm">
                <a href={templateUrl} download className="underline">
                  Download the template
                </a>{' '}
                to read it first.
              </p>
            ) : null}
            <CodeBlock label="AWS CLI" action={<CopyButton text={command} />}>
              {command}
            </CodeBlock>
          </div>
        </Details>
      </div>
    </Card>
  );
}
