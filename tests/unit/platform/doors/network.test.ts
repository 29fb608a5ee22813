import { expect, test } from 'vitest';
import { coarseNetwork, networkOf } from '@/lib/platform/limits/network';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  [' 192.0.2.7:51234 ', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:0002:ffff::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8::2', '2001:db8:0:0::/64'],
  ['[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:c000:207', '192.0.2.7'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  null,
  undefined,
  '',
  'unknown',
  '256.1.1.1',
  '1:2',
  '1::2::3',
  '1:2:3:4:5:6:7:8:9',
  'g::1',
  '::1.2.3',
])('what is no address (%s) counts as one unknown network', (address) => {
  expect(networkOf(address)).toBe('unknown');
});

test('a person reads an IPv4 network without its last part', () => {
  expect(coarseNetwork('192.0.2.7')).toBe('192.0.2.x');
  expect(coarseNetwork('2001:db8:1:2::/64')).toBe('2001:db8:1:2::/64');
});
