import type { Env } from '@/lib/platform/env';
import { OWN } from './mode';
import type { Address } from './reach';
import type { Role } from './roles';

/** The settings' addresses of one database, each under the name that a sentence calls it by. */
export function addressesOf(env: Env): { owner: Address; roles: Record<Role, Address> } {
  const demo = env.DEMO_DATABASE_URL ? 'DEMO_DATABASE_URL' : OWN;
  const named = (setting: string) => (env.MODE === 'demo' ? demo : setting);
  return {
    owner: { url: env.DATABASE_URL, named: named('DATABASE_URL') },
    roles: {
      web: { url: env.WEB_DATABASE_URL, named: named('WEB_DATABASE_URL') },
      worker: { url: env.WORKER_DATABASE_URL, named: named('WORKER_DATABASE_URL') },
      broker: { url: env.BROKER_DATABASE_URL, named: named('BROKER_DATABASE_URL') },
    },
  };
}
