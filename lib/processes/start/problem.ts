/** Why the start ends, in one sentence for the person at the terminal. */
export function startProblem(message: string): Error {
  const error = new Error(message);
  error.name = 'StartProblem';
  return error;
}

/** Whether the message was written for a person: such an error is shown as it is, without a stack. */
export const isProblem = (error: unknown): error is Error =>
  error instanceof Error && error.name.endsWith('Problem');

/** What the file system refuses, as a sentence; every other error as it was. */
export function sayFileProblem(error: unknown): unknown {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return startProblem('The disk is full. Free some space and start again.');
  // Linux answers so where a folder is to be made in a read-only place.
  const noFolder = code === 'ENOENT' && syscall === 'mkdir';
  if (noFolder || code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return startProblem(`Can’t write to ${path ?? 'a file'}. Start this from a folder you can write to.`);
  return error;
}

/** Runs a command of the owner's. What it cannot do is one sentence and an exit code, as at the start. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (caught) {
    const error = sayFileProblem(caught);
    process.stderr.write(`${isProblem(error) ? error.message : ((error as Error).stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
