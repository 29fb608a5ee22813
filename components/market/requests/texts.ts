import type { Draft } from '@/lib/market/drafts/queries';
import { CONTACT_NAME, SLOTS } from '@/lib/market/requests/schema';
import type { RequestTexts } from './request-fields';

type Given = { name: string; email: string; title?: string; services?: readonly string[] };

/** What a new request's form begins with: a draft, or a title and a service from a link; name and address are the person's. */
export function textsOf(draft: Draft | null, { name, email, title, services }: Given): RequestTexts {
  return {
    title: draft?.title ?? title ?? '',
    description: draft?.description ?? '',
    budget: draft?.budget ?? null,
    location: draft?.location ?? null,
    services: draft?.services ?? services ?? [],
    regions: draft?.regions ?? [],
    slots: draft ? draft.slots : SLOTS.usual,
    contactName: draft?.contactName ?? [...name].slice(0, CONTACT_NAME.max).join(''),
    contactEmail: draft?.contactEmail ?? email,
  };
}
