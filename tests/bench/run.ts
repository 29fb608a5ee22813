import { generateClient } from '@/lib/platform/migrations/generate';

// Everything else reads the client that this makes, so it is loaded afterwards.
generateClient();
await import('./benches');
