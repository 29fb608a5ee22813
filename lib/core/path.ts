/** A search with every filter, and text that takes nine characters for each of its own in an address. */
const MOST_PATH = 2_000;

/** A path of ours to go to afterwards, or null: nothing that a browser would take for another site, and no door to sign-in itself. */
export function ownPath(text: string | null | undefined): string | null {
  if (!text || text.length > MOST_PATH || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\'))
    return null;
  const base = 'https://own.invalid';
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (url.origin !== base || /^\/(api|sign-in|sign-out)(\/|$)/.test(url.pathname)) return null;
  // A path such as "/x/..//elsewhere" comes out as "//elsewhere".
  return url.pathname.startsWith('//') ? null : url.pathname + url.search + url.hash;
}

/**
 * Where somebody comes back to who must sign in first: the address that was asked for, with its query, where it is the
 * page's own; what the page says of itself otherwise.
 */
export function wayBack(asked: string | null, page: string): string {
  const path = (address: string) => address.split('?')[0];
  return asked && path(asked) === path(page) && ownPath(asked) ? asked : page;
}
