'use client';

import type { ComponentProps } from 'react';
import { Form } from '@/components/ui/form';
import { checkRequest } from './check';

/** A form over a whole request: what it lacks is said before it is sent. */
export function RequestForm<T>(props: Omit<ComponentProps<typeof Form<T>>, 'check'>) {
  return <Form {...props} check={checkRequest} />;
}
