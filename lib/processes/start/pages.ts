import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { signalGroup } from './identity';
import { startProblem } from './problem';

const STAMP = '.next/made-from';
/** What the pages are built from. The processes and the sandbox are bundled apart, and the client is made of the schema. */
const FOLDERS = ['app', 'components', 'lib', 'public', 'prisma/schema'];
const NOT = ['lib/platform/db/generated', 'lib/processes', 'lib/sandbox'];
const FILES =
  /^(package-lock\.json|tsconfig\.json|proxy\.ts|instrumentation(-client)?\.ts|.+\.config\.(ts|mjs|js))$/;

/** Next's own program. It is run with our Node, and not through a shell, so that signals reach it. */
export const nextProgram = () =>
  join(dirname(createRequire(resolve('package.json')).resolve('next/package.json')), 'dist/bin/next');

export function pagesSource(): string {
  const hash = createHash('sha256');
  const read = (path: string): void => {
    if (NOT.includes(path)) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) read(join(path, name));
    else hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  };
  for (const folder of FOLDERS) if (existsSync(folder)) read(folder);
  for (const name of readdirSync('.').sort()) if (FILES.test(name)) read(name);
  return hash.digest('hex');
}

export const pagesAreFresh = (source: string) =>
  existsSync('.next/BUILD_ID') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === source;

/** Builds the pages. A build that was cut off leaves no stamp, so the next start builds again. */
export async function buildPages(options: {
  source: string;
  environment: Record<string, string | undefined>;
  dataDir: string;
  note: (pid: number) => void;
  abandon: AbortSignal;
}): Promise<void> {
  rmSync(STAMP, { force: true });
  mkdirSync(join(options.dataDir, 'logs'), { recursive: true });
  const log = join(options.dataDir, 'logs', 'build.log');
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, [nextProgram(), 'build'], {
    env: { ...options.environment, NODE_ENV: 'production' },
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  if (child.pid) options.note(child.pid);
  const stop = () => child.pid && signalGroup(child.pid, 'SIGTERM');
  options.abandon.addEventListener('abort', stop);
  const code = await new Promise((done, fail) => child.once('error', fail).once('exit', done));
  options.abandon.removeEventListener('abort', stop);
  options.abandon.throwIfAborted();
  if (code !== 0) throw startProblem(`Couldn’t build the pages. The reasons are in ${log}.`);
  writeFileSync(STAMP, options.source);
}
