import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `lib`'s areas in their order, as .dependency-cruiser.cjs has them; below the line, what starts and what plays the world. */
const AREAS = [
  ...['core', 'policies', 'legal', 'platform', 'vendors', 'identity', 'market', 'job', 'money', 'access'],
  ...['trust', 'notifications', 'wiring', 'processes'],
];

type Count = Map<string, number>;

/** How many imports lead from each area to each other one, by what the files say. */
export function importsBetweenAreas(): Count {
  const counts: Count = new Map();
  for (const file of sourcesIn('lib')) {
    const from = file.split('/')[1]!;
    for (const [, to] of readFileSync(file, 'utf8').matchAll(/from '@\/lib\/([a-z]+)\//g)) {
      if (to === from || !AREAS.includes(from) || !AREAS.includes(to!)) continue;
      const edge = `${from} ${to}`;
      counts.set(edge, (counts.get(edge) ?? 0) + 1);
    }
  }
  return counts;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !entry.parentPath.includes('generated'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => dirname(file) !== 'lib');
}

/**
 * The picture of areas: an arrow from each to those that it imports from, with how many imports that is. What nearly everybody
 * leans on is left out of the arrows, or nothing else could be seen.
 */
export function renderAreas(): string {
  const counts = importsBetweenAreas();
  const ground = ['core', 'policies', 'legal', 'platform'];
  const arrows = [...counts]
    .map(([edge, count]) => ({ from: edge.split(' ')[0]!, to: edge.split(' ')[1]!, count }))
    .filter(({ from, to }) => !ground.includes(to) && from !== 'processes' && from !== 'wiring')
    .sort(
      (a, b) => AREAS.indexOf(a.from) - AREAS.indexOf(b.from) || AREAS.indexOf(a.to) - AREAS.indexOf(b.to),
    );
  return [
    '```mermaid',
    'flowchart BT',
    `  subgraph ground [everyone leans on these]`,
    `    ${ground.join(' ~~~ ')}`,
    '  end',
    '  vendors --> ground',
    '  identity --> ground',
    ...arrows.map(({ from, to, count }) => `  ${from} -->|${count}| ${to}`),
    '  wiring -->|knows everyone| notifications',
    '  processes -->|hand down| wiring',
    '```',
  ].join('\n');
}
