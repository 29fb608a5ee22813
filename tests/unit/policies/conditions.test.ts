import { describe, expect, it } from 'vitest';
import { conditionsHold, isConditionOperator } from '@/lib/policies/evaluation/conditions';

const holds = (operator: string, wanted: string | string[], given?: string | string[], variables = false) =>
  conditionsHold({ [operator]: { k: wanted } }, given === undefined ? {} : { k: given }, variables);

describe('an operator', () => {
  const LESS = '2026-01-01T00:00:00Z';
  it.each([
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a', 'A', false],
    ['StringEqualsIgnoreCase', 'a', 'A', true],
    ['StringEqualsIgnoreCase', 'a', 'b', false],
    ['StringNotEquals', 'a', 'b', true],
    ['StringNotEquals', 'a', 'a', false],
    ['StringNotEqualsIgnoreCase', 'a', 'A', false],
    ['StringLike', 'a*c?', 'abcd', true],
    ['StringLike', 'a*c?', 'abc', false],
    ['StringNotLike', 'a*', 'abc', false],
    ['ArnEquals', 'arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/a:b', true],
    ['ArnLike', 'arn:aws:iam::1:role/*', 'arn:aws:iam::2:role/a', false],
    ['ArnNotEquals', 'arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/a', false],
    ['ArnNotLike', 'arn:aws:iam::1:role/*', 'arn:aws:iam::2:role/a', true],
    ['NumericEquals', '3', '3.0', true],
    ['NumericEquals', '3', '4', false],
    ['NumericNotEquals', '3', '4', true],
    ['NumericLessThan', '3', '2', true],
    ['NumericLessThan', '3', '3', false],
    ['NumericLessThanEquals', '3', '3', true],
    ['NumericLessThanEquals', '3', '4', false],
    ['NumericGreaterThan', '3', '4', true],
    ['NumericGreaterThan', '3', '3', false],
    ['NumericGreaterThan', '3', '2', false],
    ['NumericGreaterThanEquals', '3', '3', true],
    ['NumericGreaterThanEquals', '3', '2', false],
    ['DateEquals', LESS, '1767225600', true],
    ['DateEquals', LESS, '1767225601.5', false],
    ['DateEquals', '1767225600.25', '2026-01-01T00:00:00.250Z', true],
    ['DateNotEquals', LESS, '2026-01-02T00:00:00Z', true],
    ['DateLessThanEquals', LESS, LESS, true],
    ['DateGreaterThan', LESS, '2026-01-01T00:00:01Z', true],
    ['DateGreaterThan', LESS, LESS, false],
    ['DateGreaterThanEquals', LESS, LESS, true],
    ['DateGreaterThanEquals', LESS, '2025-12-31T23:59:59Z', false],
    ['DateLessThan', LESS, 'no date', false],
    ['Bool', 'true', 'True', true],
    ['Bool', 'true', 'false', false],
    ['BinaryEquals', 'QQ==', 'QQ==', true],
    ['IpAddress', '10.1.2.3', '10.1.2.3', true],
    ['IpAddress', '10.1.2.3', '10.1.2.4', false],
    ['IpAddress', '10.1.2.0/24', '10.1.2.255', true],
    ['IpAddress', '10.1.2.0/24', '10.1.3.0', false],
    ['IpAddress', '10.1.2.0/23', '10.1.3.255', true],
    ['IpAddress', '0.0.0.0/0', '255.255.255.255', true],
    ['IpAddress', '10.1.2.3/32', '10.1.2.3', true],
    ['IpAddress', '10.1.2.3/33', '10.1.2.3', false],
    ['IpAddress', '10.1.2.3/-1', '10.1.2.3', false],
    ['IpAddress', '10.1.2.0/24', '10.1.2.256', false],
    ['IpAddress', '10.1.2.0/24', '10.1.2.1000', false],
    ['IpAddress', '10.1.2.0/24', '10.1.2', false],
    ['IpAddress', '10.1.2.0/24', '10.1.2.3.4', false],
    ['IpAddress', '10.1.2.0/24', '10.1.2.x', false],
    ['IpAddress', '10.1.2.0/24', '10.1.2.', false],
    ['IpAddress', '::1', '::1', true],
    ['IpAddress', '::1', '::2', false],
    ['IpAddress', '::1', '10.1.2.3', false],
    ['NotIpAddress', '10.1.2.0/24', '10.1.3.0', true],
  ])('%s %s of %s: %s', (operator, wanted, given, outcome) => {
    expect(holds(operator, wanted, given)).toBe(outcome);
  });

  it('holds for one of its values, and a negated one for none of them', () => {
    expect(holds('StringEquals', ['a', 'b'], 'b')).toBe(true);
    expect(holds('StringNotEquals', ['a', 'b'], 'b')).toBe(false);
    expect(holds('StringNotEquals', ['a', 'b'], 'c')).toBe(true);
  });

  it('holds where one of several given values does, and a negated one where all do', () => {
    expect(holds('StringEquals', 'a', ['a', 'b'])).toBe(true);
    expect(holds('StringEquals', 'a', ['b', 'c'])).toBe(false);
    expect(holds('StringNotEquals', 'a', ['a', 'b'])).toBe(false);
    expect(holds('StringNotEquals', 'a', ['b', 'c'])).toBe(true);
  });

  it.each([
    ['StringEquals', false],
    ['StringNotEquals', true],
    ['StringEqualsIfExists', true],
    ['ForAllValues:StringEquals', true],
    ['ForAnyValue:StringEquals', false],
    ['ForAnyValue:StringEqualsIfExists', true],
    ['ForAnyValue:StringNotEquals', false],
  ])('%s of a key that is absent, or empty: %s', (operator, outcome) => {
    expect(holds(operator, 'a')).toBe(outcome);
    expect(holds(operator, 'a', [])).toBe(outcome);
  });

  it.each([
    ['ForAllValues:StringEquals', ['a', 'b'], true],
    ['ForAllValues:StringEquals', ['a', 'c'], false],
    ['ForAnyValue:StringEquals', ['c', 'b'], true],
    ['ForAnyValue:StringEquals', ['c', 'd'], false],
    ['ForAnyValue:StringNotEquals', ['a', 'c'], true],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], false],
    ['StringEqualsIfExists', ['c'], false],
  ])('%s of a and b, given %j: %s', (operator, given, outcome) => {
    expect(holds(operator, ['a', 'b'], given)).toBe(outcome);
  });

  it.each([
    ['true', undefined, true],
    ['True', undefined, true],
    ['false', undefined, false],
    ['true', 'x', false],
    ['false', 'x', true],
    ['true', [], true],
    [['true', 'false'], 'x', true],
  ])('Null %s of %s: %s', (wanted, given, outcome) => {
    expect(holds('Null', wanted, given)).toBe(outcome);
  });

  it('is one that IAM knows, or the document is refused', () => {
    const known = ['StringEquals', 'NotIpAddress', 'Null', 'BoolIfExists', 'ForAnyValue:StringLike'];
    expect(known.filter((name) => !isConditionOperator(name))).toEqual([]);
    const unknown = [
      'Equals',
      'NullIfExists',
      'toString',
      'ForSomeValue:StringLike',
      'xForAnyValue:StringLike',
    ];
    expect(unknown.filter(isConditionOperator)).toEqual([]);
    expect(() => holds('Equals', 'a', 'a')).toThrow('Unknown condition operator Equals');
  });
});

describe('a block', () => {
  it('holds only if all of its operators and keys do', () => {
    const block = { StringEquals: { a: '1', b: '2' }, Bool: { c: true } };
    const all = { A: '1', b: '2', c: 'true' };
    expect(conditionsHold(block, all, true)).toBe(true);
    for (const key of Object.keys(all))
      expect(conditionsHold(block, { ...all, [key]: 'x' }, true)).toBe(false);
    expect(conditionsHold(undefined, {}, true)).toBe(true);
  });

  it('fills variables where its document knows them, and one that is missing matches nothing', () => {
    const own = '$' + '{who}';
    const block = { StringEquals: { k: own } };
    expect(conditionsHold(block, { k: 'ada', who: 'ada' }, true)).toBe(true);
    expect(conditionsHold(block, { k: 'ada', who: 'ada' }, false)).toBe(false);
    expect(conditionsHold(block, { k: own }, false)).toBe(true);
    expect(conditionsHold(block, { k: 'undefined' }, true)).toBe(false);
    expect(conditionsHold({ StringLike: { k: [own, 'b*'] } }, { k: 'bob' }, true)).toBe(true);
  });
});
