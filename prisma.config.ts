import { defineConfig } from 'prisma/config';

// Only for `prisma generate` and, in live mode, `prisma migrate deploy`: this project applies its migrations itself.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
});
