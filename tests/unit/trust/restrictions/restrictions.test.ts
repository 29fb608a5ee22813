import { describe, expect, test } from 'vitest';
import { judge } from '@/lib/trust/restrictions/rules';

describe('what has to come out of a text', () => {
  test.each([
    ['a phone number', 'Call me at +1 415 555 0100.', 'Take out a phone number (+1 415 555 0100).'],
    ['a letter box', 'Write to ana@shop.example.com.', 'ana@shop.example.com'],
    [
      'a link',
      'See https://cheap-experts.io/now for more.',
      'Take out the link (https://cheap-experts.io/now).',
    ],
    [
      'a site without its beginning',
      'Better prices at cheap-experts.com',
      'Take out the link (cheap-experts.com).',
    ],
    ['a street', 'He sits at 12 Baker Street.', 'Take out the mailing address.'],
    ['a street of Germany', 'Mauerstraße 12, dritter Stock', 'Take out the mailing address.'],
    ['a post box', 'Send it to P.O. Box 4471', 'Take out the mailing address.'],
    ['a tag', '<b>Great</b> work', 'Take out the formatting (<b>).'],
    ['a link of Markdown', 'Great [work](here)', 'Take out the formatting ([work](here)).'],
    ['broken characters', 'She’s great and itâ€™s done', 'Take out the formatting (â€).'],
    ['a secret', 'The password: Tr0ub4dor&3 was shared', 'Take out a password'],
    ['profanity', 'Total bullshit, he knew nothing.', 'Say it without “bullshit”.'],
  ])('%s', (_what, text, says) => {
    expect(judge(text).refused).toContain(says);
  });

  test('everything is said at once', () => {
    const { refused } = judge('Total bullshit… call me at +1 415 555 0100 or see www.cheap.example.com');
    for (const part of ['“bullshit”', '+1 415 555 0100', 'www.cheap.example.com'])
      expect(refused).toContain(part);
  });
});

test.each([
  'Found the query in an hour, fixed it the next day, and the notes are clear.',
  'He moved 3 services from us-east-1 to eu-central-1 in 2 days, 4 hours less than planned.',
  'As https://aws.amazon.com/blogs/aws/ says it should be done.',
  'Node.js 22 on eks.amazonaws.com, with package.json pinned.',
  'The class passed its assessment in Scunthorpe; great analysis.',
  'Cost fell from $1,200 to $310 a month (−74 %).',
  'Slow for a week, then EC2, RDS and IAM in one day.',
  'Très bien fait, merci à toute l’équipe.',
  '',
])('a text that says how it was stays as it is: %j', (text) => {
  expect(judge(text)).toEqual({ refused: null, suspicious: [] });
});

describe('what an admin looks at first', () => {
  test.each([
    ['profanity written around', 'What a b*llsh1t job', 'profane'],
    ['shouting', 'NEVER AGAIN WITH THIS COMPANY, PLEASE BELIEVE ME', 'formatting'],
    ['one character without end', 'Goooooooooood work', 'formatting'],
    ['a number in words', 'Ring four one five five five five oh one', 'contact'],
  ])('%s', (_what, text, reason) => {
    expect(judge(text)).toEqual({ refused: null, suspicious: [reason] });
  });
});
