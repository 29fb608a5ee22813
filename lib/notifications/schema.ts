import { z } from 'zod';
import { idField } from '@/lib/core/id';

/** One, or where none is named all. */
export const MarkNotifications = z.object({ notificationId: idField.optional() });
