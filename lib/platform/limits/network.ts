/** Whom a limit counts as one: an IPv4 address, or an IPv6 /64, which is what one household or server is given. */
export function networkOf(address: string | null | undefined): string {
  const text = (address ?? '').trim().replace(/^\[([^\]]*)\](:\d+)?$/, '$1');
  const four = ipv4(text);
  if (four) return four;
  const groups = ipv6(text);
  if (!groups) return 'unknown';
  // IPv4 in IPv6's clothes (::ffff:192.0.2.1) is that IPv4 address, not a /64 that all of IPv4 shares.
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255].join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The same, as coarse as a person needs to tell one place from another: without the last part of an IPv4 address. */
export function coarseNetwork(network: string): string {
  return network.replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1.x');
}

function ipv4(text: string): string | null {
  // Some proxies name the port as well.
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?::\d+)?$/.exec(text);
  const parts = match?.slice(1, 5).map(Number);
  return parts?.every((part) => part <= 255) ? parts.join('.') : null;
}

/** Eight groups of 16 bits, or null where the text is no IPv6 address. */
function ipv6(text: string): number[] | null {
  const bare = text.replace(/%.*$/, '');
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(bare);
  const four = tail && ipv4(tail[2]!);
  if (tail && !four) return null;
  const [a, b, c, d] = (four ?? '').split('.').map(Number);
  const hex = tail ? `${tail[1]}${((a! << 8) | b!).toString(16)}:${((c! << 8) | d!).toString(16)}` : bare;
  const halves = hex.split('::');
  if (halves.length > 2) return null;
  const read = (half: string | undefined) => (half ? half.split(':') : []);
  const [front, back] = [read(halves[0]), read(halves[1])];
  const left = 8 - front.length - back.length;
  if (halves.length === 2 ? left < 1 : left !== 0) return null;
  const all = [...front, ...Array<string>(left).fill('0'), ...back];
  return all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? all.map((group) => Number.parseInt(group, 16))
    : null;
}
