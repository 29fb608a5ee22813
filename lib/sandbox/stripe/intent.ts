import type { Entry } from './entry';
import type { StripeError } from './failure';
import type { Metadata } from './form';

export type Intent = Entry & {
  amount: number;
  amount_received: number;
  currency: string;
  customer: string | null;
  payment_method: string | null;
  latest_charge: string | null;
  description: string | null;
  transfer_group: string | null;
  status:
    | 'requires_payment_method'
    | 'requires_confirmation'
    | 'requires_action'
    | 'processing'
    | 'succeeded'
    | 'canceled';
  metadata: Metadata;
  last_payment_error: StripeError | null;
  /** Where the bank's page sends the person afterwards. */
  _return: string | null;
};
