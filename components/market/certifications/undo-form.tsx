import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { undo } from '@/lib/market/verification/actions';

/** Takes a decision back; the page says what it was. */
export function UndoForm({ certificationId }: { certificationId: string }) {
  return (
    <Form
      action={undo}
      id="undo"
      hidden={{ certificationId }}
      label="Undo the decision"
      className="grid justify-items-start gap-2"
    >
      <Submit variant="secondary" size="sm">
        Undo: the claim waits again
      </Submit>
    </Form>
  );
}
