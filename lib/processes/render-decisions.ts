import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'docs/decisions';
export const DECISIONS = `${FOLDER}/README.md`;

/** The index of decisions: each by its number, with the day and the word that its second line gives. */
export function renderDecisions(): string {
  const rows = readdirSync(FOLDER)
    .filter((name) => /^\d{4}-.*\.md$/.test(name))
    .sort()
    .map((name) => {
      const [head = '', , told = ''] = readFileSync(`${FOLDER}/${name}`, 'utf8').split('\n');
      const [, number, title] = /^# (\d+)\. (.+)$/.exec(head) ?? [];
      const [, day, status] = /^\*(\d{4}-\d\d-\d\d), (in force|replaced by \d+)\*$/.exec(told) ?? [];
      if (!number || Number(number) !== Number(name.slice(0, 4)) || !day)
        throw new Error(
          `${FOLDER}/${name} begins with "# number. title" and "*day, in force*", or it should`,
        );
      return `| ${number} | [${title}](${name}) | ${day} | ${status} |`;
    });
  return `# Decisions

Why Groundcrew is the way it is, where another way was open. Each page says what was decided, why, and what it costs. When a
decision falls, it isn't rewritten: its second line says which one replaced it. Missing numbers were never used. Rendered by
\`npm run docs\`.

| | Decision | Day | |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
