import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link to a page of ours. Nothing is fetched ahead of a press: each page is made anew for whoever asks, so Next would ask
 * for the frames of all links in sight and throw them away, which was two requests for each card of a list.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />;
}
