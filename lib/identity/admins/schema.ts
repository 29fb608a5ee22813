import { z } from 'zod';
import { linkSecret } from '@/lib/identity/sessions/schema';

export const BecomeAdmin = z.object({ token: linkSecret });
export type BecomeAdmin = z.output<typeof BecomeAdmin>;
