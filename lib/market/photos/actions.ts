'use server';

import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { PHOTO_COMMANDS } from './rights';
import { RemovePhoto } from './schema';

export const removePhoto = action(
  { may: PHOTO_COMMANDS.removePhoto, schema: RemovePhoto, command: commands.removePhoto },
  { to: () => '/profile' },
);
