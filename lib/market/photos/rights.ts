import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const PHOTO_COMMANDS = commands('experts', {
  setPhoto: { by: ['person'] },
  removePhoto: { by: ['person'] },
});
