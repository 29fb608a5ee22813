import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const KEPT_BYTES = 20_000_000;

/** Lines for the person at the terminal. A reader that went away (`| head`) must not end the installation. */
export function say(line: string): void {
  if (process.stdout.writable) process.stdout.write(`${line}\n`);
}
process.stdout.on('error', () => undefined);

/** Does a step of the start and says how long it took, and what came of it where that is a text. */
export async function step<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const began = performance.now();
  const value = await work();
  say(stepLine(name, performance.now() - began, typeof value === 'string' ? value : ''));
  return value;
}

const stepLine = (name: string, milliseconds: number, told: string) =>
  `  ${name.padEnd(12)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${told}`.trimEnd();

/**
 * Where a process's lines go. Live: to our own output as they are, for whatever collects logs. Demo: to a file, and to
 * the terminal what is a warning or worse. In development all of it, with the name in front.
 */
export function outputOf(name: string, options: { dataDir: string; live: boolean; dev: boolean }) {
  if (options.live) return (text: Buffer) => void process.stdout.write(text);
  const folder = join(options.dataDir, 'logs');
  const file = join(folder, `${name}.log`);
  mkdirSync(folder, { recursive: true });
  if (existsSync(file) && statSync(file).size > KEPT_BYTES) renameSync(file, `${file}.old`);
  const stream = createWriteStream(file, { flags: 'a' });
  stream.on('error', () => undefined);
  let rest = '';
  return (text: Buffer) => {
    stream.write(text);
    const lines = (rest + text.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const shown = options.dev ? line : warningIn(line);
      if (shown.trim() !== '') say(`  ${name}: ${shown}`);
    }
  };
}

/** The message of a log line at level warn (40) or above; nothing for any other line. */
function warningIn(line: string): string {
  if (!line.startsWith('{')) return '';
  try {
    const entry = JSON.parse(line) as { level?: number; msg?: string; err?: { message?: string } };
    if ((entry.level ?? 0) < 40) return '';
    return [entry.msg, entry.err?.message].filter(Boolean).join(': ');
  } catch {
    return '';
  }
}
