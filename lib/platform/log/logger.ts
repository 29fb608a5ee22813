import pino, { type Logger } from 'pino';
import { env } from '@/lib/platform/env';

const kept = globalThis as { groundcrewLog?: Logger };

/** This process's log: one JSON object a line on standard output, secrets cut out. */
export function log(): Logger {
  kept.groundcrewLog ??= pino({
    level: env.LOG_LEVEL,
    base: { process: env.PROCESS },
    redact: {
      paths: [
        '*.password',
        '*.token',
        '*.secret',
        '*.externalId',
        '*.secretAccessKey',
        '*.sessionToken',
        'authorization',
        'cookie',
        '*.email',
      ],
      censor: '(cut)',
    },
  });
  return kept.groundcrewLog;
}
