import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { textField } from '@/lib/core/text';

export const CUSTOMER_NAME = { min: 2, max: 80 };

export const Rename = z.object({ customerId: idField, name: textField('Name', CUSTOMER_NAME) });
export type Rename = z.output<typeof Rename>;
