import { html } from './html';
import { type Frame, page } from './look';

/** What a page's request leads to. */
export type Shown = { status: number; text: string; formsLeadTo?: string[] } | { to: string };

export const KINDS = [
  { kind: 'customer', text: 'Customers' },
  { kind: 'payment_method', text: 'Saved cards' },
  { kind: 'payment_intent', text: 'Payments' },
  { kind: 'refund', text: 'Refunds' },
  { kind: 'balance_transaction', text: 'Balance' },
  { kind: 'event', text: 'Events' },
];

/** The frame of a page to look inside. */
export function frame(title: string, current: string): Frame {
  return {
    title: `${title}: Stripe sandbox`,
    banner: 'Sandbox: no real money moves',
    place: 'Stripe sandbox',
    links: [
      { href: '/', text: 'Overview', current: current === 'overview' },
      ...KINDS.map(({ kind, text }) => ({ href: `/list/${kind}`, text, current: current === kind })),
    ],
  };
}

/** The frame of a page in the middle of somebody's errand: nothing to wander off to. */
export function narrowFrame(title: string): Frame {
  return { title, banner: 'Sandbox: no real money moves', place: 'Stripe sandbox', narrow: true };
}

export function notFoundPage(sentence: string): Shown {
  const body = html`<h1>Nothing to show</h1><p>${sentence}</p><p><a href="/">Go to the overview</a></p>`;
  return { status: 404, text: page(frame('Nothing to show', ''), body) };
}
