import { lifecycle } from '@/lib/core/lifecycle';
import { type No, no } from '@/lib/core/refusal';
import type { Person } from '@/lib/core/rights';
import { memberOf, tenantsOf } from '@/lib/core/scope';
import type { EditRequest } from './schema';
import { findingsIn, isSecret, sayFindings } from './warning-rules';

/** A request is never deleted (the guide): its customer turns **Accepting new responses** off, and on again. */
export const REQUEST = lifecycle({
  name: 'request',
  initial: 'accepting',
  states: {
    accepting: { pause: { to: 'paused', by: ['customer:member'] } },
    paused: {
      resume: { to: 'accepting', by: ['customer:member'] },
      // Settled with a response that is withdrawn: the search goes on.
      reopen: { to: 'accepting', by: ['company:member', 'clock'] },
    },
  },
  words: {
    accepting: { word: 'Open', lamp: 'go' },
    paused: { word: 'Paused', lamp: 'ended' },
  },
});
export type RequestStatus = keyof typeof REQUEST.states;

/** What nobody signed in for is kept as long as the cookie that leads to it: over a weekend and a holiday. */
export const DRAFT_DAYS = 14;
/** More half-written requests than anybody needs; a script that fills the table is stopped. */
export const MOST_DRAFTS = 30;

/** Whether the person may post in this customer's name. */
export function canPostFor(person: Person, customerId: string): No | null {
  if (!memberOf(person, { customerId }))
    return no('not_found', 'There is no such customer, or you are not a member of it.');
  if (!tenantsOf(person).customers.includes(customerId))
    return no('forbidden', 'This account is suspended. Nothing can be changed in it.');
  return null;
}

/** Whether a request can be settled with a response: once, and with one that stands. */
export function canSettle(facts: { settled: boolean; response: 'open' | 'withdrawn' }): No | null {
  if (facts.settled)
    return no('conflict', 'This request is settled already. Accept new responses again to choose anew.');
  if (facts.response !== 'open')
    return no('conflict', 'This response was withdrawn, so its expert cannot be chosen.');
  return null;
}

/** What experts read of a request. Name and address are the customer's own affair, and have no history. */
const TOLD = ['title', 'description', 'budget', 'location', 'services', 'regions'] as const;
export type Told = Pick<EditRequest, (typeof TOLD)[number]>;

/** Whether an edit changes what experts have read. */
export function tellsOtherwise(before: Told, after: Told): boolean {
  return TOLD.some((field) => String(before[field]) !== String(after[field]));
}

/**
 * Whether the texts may be published as they are. Contact details and what looks like a password are a warning that the
 * writer may wave through; keys and tokens are refused, because nobody can take back what experts have read.
 */
export function canPublish(texts: { title: string; description: string; asIs?: boolean }): No | null {
  const found = { title: findingsIn(texts.title), description: findingsIn(texts.description) };
  const all = [...found.title, ...found.description];
  if (all.length === 0) return null;
  const secret = all.some(isSecret);
  if (!secret && texts.asIs) return null;
  const fields: Record<string, string> = {};
  const title = sayFindings(found.title, false);
  const description = sayFindings(found.description, true);
  if (title) fields.title = title;
  if (description) fields.description = description;
  if (secret)
    return no(
      'invalid',
      'There is a secret in the text. Take it out: every expert could read it, and a request cannot be deleted. If it is real, make it invalid now.',
      fields,
    );
  // Last, so that the list of what to mend begins with what was found.
  fields.asIs = 'Take it out, or tick “Post it as it is”.';
  return no(
    'invalid',
    'Every expert can read this text, and a request cannot be deleted. Should this stand in it?',
    fields,
  );
}

const VAGUE = new Set(
  (
    'a about an and any as asap at aws be blocked can cloud do expert experts feedback for from get have help hire i in is ' +
    'issue issues it looking me my need needed needs of on our please problem problems question questions quick request ' +
    'somebody someone something stuck support the there this to urgent urgently us want wanted we with work you your'
  ).split(' '),
);

/** Whether a title says nothing that an expert could tell by ("Need help urgently"): the guide's advice. */
export function isPoorTitle(title: string): boolean {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 && words.filter((word) => !VAGUE.has(word)).length < 2;
}

/** An edit stands on the text its writer saw. */
export function canEdit(seenEdits: number, edits: number): No | null {
  if (seenEdits === edits) return null;
  return no(
    'conflict',
    'Somebody else has edited this request since you opened it. Open it in another tab, then bring your text over.',
  );
}
