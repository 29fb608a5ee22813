import { liveIn } from '@/lib/access/grants/store';
import { unpaidIn } from '@/lib/money/payment-requests/store';
import { wire } from '@/lib/platform/wiring/wired';
import { react } from './reactions';
import { TELLING } from './telling';

/** Hands down what the house needs of everybody. Each process calls it once, before anything else. */
export function wireAll(): void {
  wire({
    react,
    telling: TELLING,
    async stillOpenIn(from, conversationId) {
      return { money: await unpaidIn(from, conversationId), access: await liveIn(from, conversationId) };
    },
  });
}
