import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Every file that is, or will be, in the repository: tracked, or new and not ignored. */
export const FILES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
  maxBuffer: 64_000_000,
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));

export const CODE = FILES.filter((path) => /\.(ts|tsx)$/.test(path));
export const read = (path: string): string => readFileSync(path, 'utf8');
