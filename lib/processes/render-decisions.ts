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

Why the house is as it is, where another way was open. One page each: what was decided, why, and what it costs. A decision is
not rewritten when it falls: its second line says by which it was replaced. Numbers that are missing were never used. Rendered by
\`npm run docs\`.

| | Decision | Day | |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
