import { CLOCK } from '@/lib/core/rights';
import { perform } from '@/lib/platform/doors/perform';
import { seal } from './commands';

export const sweeps = [{ name: 'audit.seal', run: () => perform(CLOCK, (tx) => seal(tx, CLOCK)) }];
