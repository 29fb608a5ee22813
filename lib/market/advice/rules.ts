import { lengthOf } from '@/lib/core/visible';
import type { Budget, Location } from '@/lib/market/requests/schema';
import { servicesNamedIn } from '@/lib/market/tags/rules';

/** After how long without an answer the customer is told what could be changed. Experts usually need a few days at most. */
export const UNANSWERED_DAYS = 3;

/** What one press changes; everything else is a place in the edit form. */
export type Improvement = 'anywhere' | 'unlimited' | 'services';
export type Advice = {
  says: string;
  /** What a press does, in the words on the button; or the field of the edit form that it leads to. */
  action: { label: string } & ({ does: Improvement } | { field: string });
};

export type Improvable = {
  title: string;
  description: string;
  budget: Budget;
  location: Location;
  services: readonly string[];
  slots: number | null;
};

/** Under this a description seldom says what was tried and by when. */
const SHORT = 200;
/** Fewer places than this, and experts may think that they come too late. */
const FEW_SLOTS = 5;

/** What of a request keeps experts away, the likeliest first. */
export function adviceFor(request: Improvable): Advice[] {
  const { title, description, budget, location, services, slots } = request;
  const advice: Advice[] = [];
  if (isPoorTitle(title))
    advice.push({
      says: 'The title doesn’t say which service it’s about, or what’s wrong.',
      action: { label: 'Change the title', field: 'title' },
    });
  if (lengthOf(description) < SHORT)
    advice.push({
      says: 'The description is short. What do you need done, by when, and what have you tried?',
      action: { label: 'Write more', field: 'description' },
    });
  if (budget === 'unknown')
    advice.push({
      says: 'There’s no budget. Experts choose by budget, even a rough one.',
      action: { label: 'Add a budget', field: 'budget' },
    });
  if (services.length === 0)
    advice.push({
      says: 'No service is chosen, so experts who search by service can’t find it.',
      action: servicesNamedIn(`${title}\n${description}`).length
        ? { label: 'Add the services your text names', does: 'services' }
        : { label: 'Choose services', field: 'services' },
    });
  if (location !== 'anywhere')
    advice.push({
      says: 'It prefers experts from one place. Others may skip it, although they could respond.',
      action: { label: 'Ask experts from anywhere', does: 'anywhere' },
    });
  if (slots !== null && slots < FEW_SLOTS)
    advice.push({
      says: `Only ${slots} ${slots === 1 ? 'response' : 'responses'} can be open at once.`,
      action: { label: 'Remove the limit', does: 'unlimited' },
    });
  return advice;
}

/** The request with the change made; the same where there is nothing to change. */
export function improved<Request extends Improvable>(request: Request, by: Improvement): Request {
  if (by === 'anywhere') return { ...request, location: 'anywhere' };
  if (by === 'unlimited') return { ...request, slots: null };
  const named = servicesNamedIn(`${request.title}\n${request.description}`);
  return request.services.length ? request : { ...request, services: named };
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
