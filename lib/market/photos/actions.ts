'use server';

import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { RemovePhoto } from './schema';

export const removePhoto = action(
  { name: 'experts.removePhoto', schema: RemovePhoto, command: commands.removePhoto },
  { to: () => '/profile' },
);
