import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells a process from any other that ever had its number: when it began, and since which start of the machine.
 * Null where there is no such process.
 */
export function identify(pid: number): string | null {
  try {
    process.kill(pid, 0);
    if (process.platform === 'linux') {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      // A zombie has ended; only its parent has not looked yet. proc(5): state is field 3, the start time field 22.
      if (fields[0] === 'Z') return null;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
    }
    if (process.platform === 'win32') return 'alive';
    return execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).trim() || null;
  } catch (error) {
    // Another account's process: it lives, and it is not one of ours.
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'of another account' : null;
  }
}

/** Sends a signal to a process and everything that it started (each of ours leads a group). */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // Gone already.
  }
}
