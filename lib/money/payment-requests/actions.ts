'use server';

import { showId } from '@/lib/core/id';
import { HOUR } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { PAYMENT_REQUEST_COMMANDS } from './rights';
import { DeclinePayment, OfPaymentRequest, RequestPayment } from './schema';

const toJob = ({ conversationId }: commands.OfJob) => `/conversations/${showId(conversationId)}`;

export const request = action(
  { may: PAYMENT_REQUEST_COMMANDS.request, schema: RequestPayment, command: commands.request, creates: true },
  { to: toJob, limit: { points: 30, within: HOUR, why: 'each sends the customer an email' } },
);

export const approve = action(
  {
    may: PAYMENT_REQUEST_COMMANDS.approve,
    schema: OfPaymentRequest,
    command: commands.approve,
    creates: true,
  },
  { to: toJob },
);

export const decline = action(
  { may: PAYMENT_REQUEST_COMMANDS.decline, schema: DeclinePayment, command: commands.decline },
  { to: toJob },
);

export const withdraw = action(
  { may: PAYMENT_REQUEST_COMMANDS.withdraw, schema: OfPaymentRequest, command: commands.withdraw },
  { to: toJob },
);

export const retry = action(
  { may: PAYMENT_REQUEST_COMMANDS.retry, schema: OfPaymentRequest, command: commands.retry, creates: true },
  {
    to: toJob,
    limit: { points: 10, within: HOUR, closed: true, why: 'each retries a card that was refused' },
  },
);
