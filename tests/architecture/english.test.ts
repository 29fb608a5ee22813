import { expect, test } from 'vitest';
import { FILES, read } from './source';
import { type Spoken, spokenIn, spokenOf } from './spoken';

// How people read us: words that no native product writer would use, each with what stands in its place.

const WORDS: [RegExp, string][] = [
  [/\bby (?:itself|themselves)\b/i, 'automatically'],
  [/\banew\b/i, 'again'],
  [/\bwho(?:m)?ever\b/i, 'anyone who'],
  [/\bsomebody\b/i, 'someone'],
  [/\bnobody\b/i, 'no one'],
  [/\beverybody\b/i, 'everyone'],
  [/\banybody\b/i, 'anyone'],
  [/\bof (?:yours|ours|theirs)\b/i, 'your, our, their'],
  [/\b(?:is|are|was|were|be|been) let in\b/i, 'gets access'],
  [/\btold of\b/i, 'told about'],
  [/\bbeside\b/i, 'next to, besides'],
  [/\be-mails?\b/i, 'email'],
  [/(?<![-\w/.:])mail(?:s|ed|ing)?\b(?!to:|box| address)/i, 'email'],
  [/\banswer(?:s|ed|ing)?\b/i, 'response, respond; reply'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\brather not\b/i, 'avoid'],
  [/\bat hand\b/i, 'available'],
  [/\ba member no longer\b/i, 'removed'],
  [/\b(?:is|are) to be\b/i, 'will be'],
  [/\bone press\b/i, 'one click'],
  [/\bby that\b/i, 'that way'],
  [/\bborne by\b/i, 'paid by'],
  [/\bby its own account\b/i, 'self-declared'],
  [/\bany more\b/i, 'no longer'],
  [/\bat the latest\b/i, 'by, no later than'],
  [/\bmeanwhile\b/i, 'since then'],
];

const PAGES = /^(?:app|components|lib)\/.*\.(?:tsx?|mdx)$/;
/** What the machine wrote, samples for those who draw, and legal texts: what people accepted is not edited afterwards. */
const OUT = /^lib\/(?:platform\/db\/generated|legal)\/|^app\/dev\//;
/** Words for programs that look like sentences, by their first ones. */
const NOT_READ = [
  'a about an and any as', // words that a title may lack
  'about access account admin', // handles that nobody may take
  'bulk e-mail', // what people search for
  'CREATE TABLE',
  'seq IN (',
  ':root{', // a style sheet
  'Name an address (to)', // names a parameter
];

/** A key or a name for programs has neither a space nor a capital. */
const isSentence = (text: string) => / /.test(text) || /^[A-Z]/.test(text);

const foundIn = (texts: Spoken[]): string[] =>
  texts
    .filter(({ text }) => isSentence(text) && !NOT_READ.some((words) => text.startsWith(words)))
    .flatMap(({ path, text }) =>
      WORDS.flatMap(([word, instead]) => {
        const found = word.exec(text);
        return found ? [`${path}: “${found[0]}” (${instead}) in “${text.slice(0, 120)}”`] : [];
      }),
    );

test('no text that people read has a word that they would not use', async () => {
  const paths = FILES.filter((path) => PAGES.test(path) && !OUT.test(path));
  const texts = (await Promise.all(paths.map(spokenOf))).flat();
  expect(texts.length).toBeGreaterThan(5_000);
  expect(foundIn(texts)).toEqual([]);
});

test('no page for those who run or read Groundcrew has one either', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];
  const texts = pages.flatMap((path) =>
    read(path)
      .replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
      .split('\n')
      .map((text) => ({ path, text })),
  );
  expect(foundIn(texts)).toEqual([]);
});

test('such a word is seen where it stands', () => {
  const code = `const says = \`\${name} is approved by itself\`; const key = 'answer'; <p>Send me an e-mail</p>; html\`<p class="answer">It is \${what} anew</p>\`;`;
  expect(foundIn(spokenIn('x.tsx', code)).map((found) => found.slice(0, 30))).toEqual([
    'x.tsx: “by itself” (automatica',
    'x.tsx: “e-mail” (email) in “Se',
    'x.tsx: “anew” (again) in “It i',
  ]);
});
