'use client';

import type { ComponentProps } from 'react';
import { checkRequest } from '@/components/market/advice/check';
import { Form } from '@/components/ui/form';

/** A form over a whole request: what it lacks is said before it is sent. */
export function RequestForm<T>(props: Omit<ComponentProps<typeof Form<T>>, 'check'>) {
  return <Form {...props} check={checkRequest} />;
}
