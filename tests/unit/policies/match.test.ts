import { describe, expect, it } from 'vitest';
import {
  contextValues,
  matchesAction,
  matchesArn,
  matchesGlob,
  withVariables,
} from '@/lib/policies/evaluation/match';

describe('a pattern', () => {
  it.each([
    ['a*', 'a', true],
    ['a**c', 'abbc', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a?c', 'abbc', false],
    ['a.c', 'abc', false],
    ['a.c', 'a.c', true],
    ['(a|b)[c]+$', '(a|b)[c]+$', true],
    ['abc', 'xabc', false],
    ['abc', 'abcx', false],
    ['a*c', 'a\nc', true],
    ['ABC', 'abc', false],
  ])('%s of %j: %s', (pattern, value, hit) => {
    expect(matchesGlob(pattern, value)).toBe(hit);
    // A second time, as it was kept.
    expect(matchesGlob(pattern, value)).toBe(hit);
  });

  it('of an action has no case, which is not forgotten for resources', () => {
    expect(matchesAction('S3:get*', 's3:GetObject')).toBe(true);
    expect(matchesGlob('S3:get*', 's3:GetObject')).toBe(false);
    expect(matchesAction('s3:Get?', 's3:GetXY')).toBe(false);
  });
});

it.each([
  ['*', 'anything', true],
  ['arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/a', true],
  ['arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/a:b:c', true],
  ['arn:aws:iam::1:role/a:?', 'arn:aws:iam::1:role/a:b', true],
  ['arn:*:iam::1:role/a', 'arn:aws:s3:iam::1:role/a', false],
  ['arn:aws:iam::2:role/a', 'arn:aws:iam::1:role/a', false],
  ['arn:aws:iam::1', 'arn:aws:iam::1', false],
  ['arn:aws:iam::1:role/*', 'arn:aws:iam::1', false],
  ['arn:aws:*', 'arn:aws:iam::1:role/a', false],
])('the ARN %s of %s: %s', (pattern, value, hit) => {
  expect(matchesArn(pattern, value)).toBe(hit);
});

it('a value is found under its key in any case, and is a list', () => {
  const context = { other: 'z', 'AWS:Username': 'ada', 'aws:TagKeys': ['a', 'b'] };
  expect(contextValues(context, 'aws:username')).toEqual(['ada']);
  expect(contextValues(context, 'AWS:TAGKEYS')).toEqual(['a', 'b']);
  expect(contextValues(context, 'aws:none')).toBeUndefined();
});

describe('variables', () => {
  const of = (name: string) => '$'.concat('{', name, '}');
  const context = { who: 'ada', many: ['a', 'b'] };
  it.each([
    [`x/${of('who')}/y`, 'x/ada/y'],
    [`${of('*')}${of('?')}${of('$')}`, '*?$'],
    [of('none'), undefined],
    [of('many'), undefined],
    [of("none, 'all'"), 'all'],
    [of("none, 'a'b'"), "a'b"],
    [of("who, 'all'"), 'ada'],
    [of(' who '), 'ada'],
    [`${of('none')}${of('who')}`, undefined],
    ['plain', 'plain'],
  ])('%s is filled as %s', (text, filled) => {
    expect(withVariables(text, context)).toBe(filled);
  });
});
