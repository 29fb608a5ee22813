import { DraftKeeper } from '@/components/market/drafts/draft-keeper';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { postRequest } from '@/lib/market/drafts/actions';
import { RequestFields, type RequestTexts } from './request-fields';
import { RequestForm } from './request-form';

type PostFormProps = {
  texts: RequestTexts;
  /** The customers that one may post for. With one there is nothing to choose; without any, one's own is made. */
  customers: readonly { id: string; name: string }[];
  ownEmail: string;
  /** For one company alone. */
  direct?: {
    companyId: string;
    companyName: string;
    expertId: string | null;
    expertName: string | null;
  } | null;
  /** What it was kept in until now; `claims`: begun by nobody. */
  draft: { id: string | null; claims?: boolean; saved?: boolean };
};

/** The whole request, ready to be posted. */
export function PostForm({ texts, customers, ownEmail, draft, direct }: PostFormProps) {
  const only = customers.length === 1 ? customers[0]!.id : null;
  const hidden: Record<string, string> = {
    ...(only ? { customerId: only } : {}),
    ...(direct ? { toCompanyId: direct.companyId } : {}),
    ...(direct?.expertId ? { toExpertId: direct.expertId } : {}),
  };
  const whom = direct ? (direct.expertName ?? direct.companyName) : null;
  return (
    <RequestForm
      id="request"
      action={postRequest}
      creates
      hidden={hidden}
      label="Request"
      className="grid gap-8"
    >
      <RequestFields texts={texts} ownEmail={ownEmail} direct={Boolean(direct)} />
      {customers.length > 1 ? (
        <Field name="customerId" label="Post for" hint="Its members see the request and its responses.">
          <Select options={customers.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
      ) : null}
      <div className="grid justify-items-start gap-2">
        <Submit size="lg" pendingLabel="Posting…">
          {whom ? `Send to ${whom}` : 'Post request'}
        </Submit>
        <DraftKeeper draftId={draft.id} claims={draft.claims} saved={draft.saved} />
        <p className="text-sm text-muted">
          {direct
            ? `Only ${direct.companyName} can read it, and a conversation with ${whom} opens right away. You can open it to all experts later. You can’t delete it.`
            : 'Certified experts can read it right away and respond. You can edit it and stop responses at any time, but you can’t delete it.'}
        </p>
      </div>
    </RequestForm>
  );
}
