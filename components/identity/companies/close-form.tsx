import { Details } from '@/components/ui/details';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { close } from '@/lib/identity/companies/actions';

/** Closing is for good; the command refuses while something is agreed and not done. */
export function CloseCompany({ companyId, name }: { companyId: string; name: string }) {
  return (
    <Details summary="Close the company">
      <Form
        action={close}
        id={`close-${companyId}`}
        hidden={{ companyId }}
        label={`Close ${name}`}
        className="grid gap-3"
      >
        <p className="text-sm text-muted">
          Its pages and experts are no longer public. We withdraw open responses and proposals, and nothing
          new can start. Both sides can still read what was agreed, paid and reviewed. You can’t reopen it.
        </p>
        <Submit variant="danger-solid" className="justify-self-start">
          Close <bdi>{name}</bdi> permanently
        </Submit>
      </Form>
    </Details>
  );
}
