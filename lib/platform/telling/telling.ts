import type { EventName, EventOf } from '@/lib/core/events';
import { showId } from '@/lib/core/id';
import type { CustomerRight } from '@/lib/core/rights';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Line } from './line';

/** What people choose about: how the news of a topic reach their mailbox. Each one's words stand with the preferences. */
export type TopicName =
  | 'answers'
  | 'edits'
  | 'searches'
  | 'messages'
  | 'proposals'
  | 'money'
  | 'payments'
  | 'asked'
  | 'access'
  | 'security'
  | 'people'
  | 'reviews'
  | 'certifications'
  | 'verification'
  | 'moderation';

/** The names that any sentence may use, as they were when it happened. A noun's own facts come on top. */
export type Detail = { title: string; customer: string; expert: string; company: string };

/** How a kind of notification reads. It is kept by its name and its facts, and put into words whenever it is shown. */
export type Kind<Facts = object> = {
  topic: TopicName;
  /** Whoever causes it may be a stranger to whoever is told: in a mail, nothing of theirs stands in its first lines. */
  stranger?: true;
  /** The headline in the bell. In a mail it is made of roles instead of names: see `mailSubject`. */
  subject(detail: Detail & Facts): string;
  says(detail: Detail & Facts): string;
  /** The words on the button of the e-mail. */
  action: string;
};

/** One thing to tell. */
export type Notice<Facts = object> = {
  /** The job that it belongs to: its parties are named, and hear of it as `to` says. */
  conversationId?: string;
  /** Whom it concerns, where `to` does not say it. */
  people?: readonly string[];
  facts: Facts & Partial<Detail>;
  /** The page that it leads to. */
  path: string;
  /** What is told once: the same is not told a second time. */
  once: string;
};

/** A kind of notification with who hears of it, and when. Whoever did it, and whoever is suspended, never does. */
export type News<Event, Facts = object> = Kind<Facts> & {
  /** Members of a side of the job, of both, its expert, or the admins. Absent: the people whom each notice names. */
  to?: 'customer' | 'company' | 'both' | 'expert' | 'admins';
  /** The right without which it does not concern a customer's member. */
  right?: CustomerRight;
  /** Where not each event of the name is told as this. */
  when?(event: Event): boolean;
  /** Whoever has not read the last one is told of no further one. */
  gathered?: true;
  about(tx: Tx, event: Event): Promise<Notice<Facts>[]>;
};

/** What an event says: its line in the conversation, and its notifications by the names of their kinds. */
export type Tells<Event, Facts = object> = {
  line?: Line<Event>;
  news?: Readonly<Record<string, News<Event, Facts>>>;
};

/** What the events of a noun say. `Facts` is what its sentences need beside the names. */
export type TellingOf<Facts = object> = { [Name in EventName]?: Tells<EventOf<Name>, Facts> };

/** What every event says; null: it is told to nobody. */
export type Telling = { readonly [Name in EventName]: Tells<EventOf<Name>> | null };

/** The one notice of an event of a job. It leads to the conversation where no other page decides it. */
export function ofJob<Event extends { conversationId: string }, Facts extends object = object>(of: {
  once(event: Event, tx: Tx): string;
  path?(event: Event): string;
  facts?(tx: Tx, event: Event): Promise<Facts>;
}) {
  return async (tx: Tx, event: Event): Promise<Notice<Facts>[]> => {
    const { conversationId } = event;
    const facts = of.facts ? await of.facts(tx, event) : ({} as Facts);
    const path = of.path ? of.path(event) : `/conversations/${showId(conversationId)}`;
    return [{ conversationId, facts, path, once: of.once(event, tx) }];
  };
}
