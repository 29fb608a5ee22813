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
          Its pages and its experts are public no longer, open answers and proposals are withdrawn, and
          nothing can be begun in it. What was agreed, paid and reviewed stays readable for both sides. It
          cannot be opened again.
        </p>
        <Submit variant="danger-solid" className="justify-self-start">
          Close <bdi>{name}</bdi> for good
        </Submit>
      </Form>
    </Details>
  );
}
