import { execFileSync } from 'node:child_process';
import { registerHooks } from 'node:module';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/core/time';
import { registered } from '@/lib/platform/doors/registry';
import { type DoorLimit, USUAL, WEIGHTY } from '@/lib/platform/limits/defaults';
import { table } from './render-table';

const PERIODS = new Map([
  [MINUTE, 'a minute'],
  [HOUR, 'an hour'],
  [DAY, 'a day'],
]);
const WHOSE = {
  person: 'person',
  network: 'network',
  apart: 'person in one network',
};

const periodOf = (within: number) =>
  within % MINUTE === 0 ? `in ${within / MINUTE} minutes` : `in ${within / SECOND} seconds`;
const often = ({ points, within }: { points: number; within: number }) =>
  `${points.toLocaleString('en')} ${PERIODS.get(within) ?? periodOf(within)}`;
const whose = ({ network }: DoorLimit) => WHOSE[network === true ? 'network' : (network ?? 'person')];

/** Loads every door, so that it registers itself. A plain process has no use for the mark of a server's module. */
export async function loadDoors(): Promise<void> {
  registerHooks({
    resolve: (name, context, next) =>
      name === 'server-only' ? { url: 'data:text/javascript,', shortCircuit: true } : next(name, context),
  });
  const files = execFileSync('git', ['ls-files', 'lib', 'app/api'], { encoding: 'utf8' }).split('\n');
  const doors = files.filter((file) => /^lib\/.*\/(actions[\w-]*|sockets)\.ts$|\/route\.ts$/.test(file));
  for (const door of doors.map((file) => `@/${file.slice(0, -'.ts'.length)}`)) await import(door);
}

/** The limit of every command that has a door, and why where it is not the default. */
export function renderLimits(): string {
  const limits = new Map<string, DoorLimit[]>();
  for (const { call, limits: all } of registered().values()) limits.set(call.may.name, [...all]);
  const rows = [...limits]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([command, all]) =>
      all.map((limit) => [
        `\`${command}\``,
        limit.name === command ? often(limit) : `${often(limit)} (\`${limit.name}\`)`,
        whose(limit),
        limit.closed ? 'refuses' : 'lets through',
        limit.why ?? '',
      ]),
    );
  return [
    `By default, a door lets through ${often(USUAL)}, and ${often(WEIGHTY)} where it asks for a fresh proof.`,
    '',
    table(['Command', 'How often', 'For each', 'When counting fails', 'Why not the default'], rows),
  ].join('\n');
}
