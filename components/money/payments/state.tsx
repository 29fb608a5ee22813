import { Lamp } from '@/components/ui/lamp';
import type { ShownPayment } from '@/lib/money/payment-requests/queries';

/** The state of a payment request and its payment as one lamp; accent where the viewer is the one to act. */
export function PaymentLamp({
  payment,
  plain,
}: {
  payment: Pick<ShownPayment, 'shown' | 'may' | 'payment'>;
  plain?: boolean;
}) {
  const { shown, may } = payment;
  const mine = may.approve || (may.retry && shown.lamp !== 'stop');
  return (
    <Lamp tone={mine ? 'turn' : shown.lamp} plain={plain}>
      {shown.word}
    </Lamp>
  );
}
