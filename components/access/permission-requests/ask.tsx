import { KeepDraft } from '@/components/job/drafts/keep-draft';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { RadioCards } from '@/components/ui/radio-cards';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { requestAccess } from '@/lib/access/permission-requests/actions';
import { REASON } from '@/lib/access/permission-requests/schema';
import type { Draft } from '@/lib/job/drafts/queries';
import { PERMISSION_LEVELS, type PermissionLevel } from '@/lib/policies/levels';

/** What each level is for, in a line for the expert; what it means, the customer reads on the request. Narrowest first. */
const FOR: Record<PermissionLevel, string> = {
  ViewOnlyAccess: 'See which resources exist. Enough for a first look.',
  SecurityAudit: 'Read how services are set up, including users and policies.',
  SupportUser: 'Look into a problem, and contact AWS Support.',
  Billing: 'Costs, budgets and payment methods.',
  NetworkAdministrator: 'Networks, routes, firewalls, DNS and load balancers.',
  DatabaseAdministrator: 'Databases and their backups; all of S3.',
  SystemAdministrator: 'Servers, storage, queues, alarms and deployments; all of S3.',
  PowerUserAccess: 'Almost everything except users, groups and policies.',
  AdministratorAccess: 'Everything, within the boundary. Rarely needed.',
};

type AskProps = {
  proposalId: string;
  title: string;
  conversationId: string;
  draft: Draft | null;
  timeZone: string;
};

export function AskForAccess({ proposalId, title, conversationId, draft, timeZone }: AskProps) {
  return (
    <Form
      action={requestAccess}
      creates
      draft={draft?.fields}
      hidden={{ proposalId }}
      label="Request access"
      className="grid gap-5"
    >
      <p className="text-sm text-muted">
        For the proposal “<bdi>{title}</bdi>”.
      </p>
      <RadioCards
        name="level"
        label="Permission level"
        hint="Request the narrowest level that does the job. Wide levels are declined more often."
        columns={2}
        options={[...PERMISSION_LEVELS].reverse().map((level) => ({
          value: level,
          label: level,
          description: FOR[level],
        }))}
      />
      <Field
        name="reason"
        label="Reason"
        limit={REASON.max}
        hint="What you'll do with it, and what you'll leave alone."
        className="max-w-2xl"
      >
        <Textarea rows={5} grows />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Submit pendingLabel="Requesting…">Request access</Submit>
        <KeepDraft
          of="permission"
          conversationId={conversationId}
          savedAt={draft?.updatedAt ?? null}
          timeZone={timeZone}
        />
      </div>
      <p className="max-w-2xl text-sm text-muted">
        Access is for you only, in one-hour sessions. Everything you do shows in CloudTrail and here. It ends
        with the job or sooner.
      </p>
    </Form>
  );
}
