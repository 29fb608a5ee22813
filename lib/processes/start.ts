import { type Application, startApplication } from './start/application';
import { whenToldToStop } from './start/end';
import { isProblem, sayFileProblem } from './start/problem';

/** `npm start` and, with `--dev`, `npm run dev`: starts the whole installation and keeps it running until told to stop. */
const dev = process.argv.includes('--dev');
const abandon = new AbortController();
let application: Application | null = null;

async function finish(): Promise<void> {
  if (abandon.signal.aborted) return;
  abandon.abort();
  process.stdout.write('\nStopping.\n');
  // Before everything runs, the start itself undoes what it has done.
  if (!application) return;
  await application.stop();
  process.exit(0);
}
whenToldToStop(() => void finish());

try {
  process.stdout.write('Groundcrew\n');
  application = await startApplication({ dev, abandon: abandon.signal });
} catch (caught) {
  if (abandon.signal.aborted) process.exit(130);
  const error = sayFileProblem(caught);
  const text = isProblem(error) ? error.message : `The start failed: ${(error as Error).message ?? error}`;
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}
