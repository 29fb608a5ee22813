import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { tidy } from '@/lib/core/visible';
import { maybe, RequestTexts } from '@/lib/market/requests/schema';
import { MOST_TAGS, regionCode, serviceCode } from '@/lib/market/tags/rules';

const { title, description, budget, location, slots, contactName, contactEmail } = RequestTexts.shape;
/** SHA-256, in hex, of the secret in the browser's draft cookie. The door adds it; a form cannot. */
const draftHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .optional();

/** The two fields of the first page: enough to go on with. */
export const BeginRequest = z.object({
  title,
  description,
  draftHash,
  /** The form began with the draft of this browser, so it goes on with it; else that draft is kept beside this one. */
  continues: maybe(z.literal('yes')),
});
export type BeginRequest = z.output<typeof BeginRequest>;

/** Half a sentence is a draft, too: only what would never fit is refused. */
const half = (name: string, most: number) =>
  z
    .string()
    .max(most, `${name} is too long to save.`)
    .optional()
    .transform((text) => tidy(text ?? '').replaceAll('\u0000', ''));
const known = (codeOf: (text: string) => string | null) =>
  z
    .string()
    .max(4_000)
    .optional()
    .transform((text) => {
      const codes = (text ?? '').split(/[,;\n]/).map(codeOf);
      return [...new Set(codes.filter((code) => code !== null))].slice(0, MOST_TAGS);
    });

export const SaveDraft = z.object({
  draftId: maybe(idField),
  /** Of the form that is being written: it makes one draft, however often it is saved. */
  key: maybe(z.uuid()),
  title: half('Request title', 1_000),
  description: half('Description', 10_000),
  budget: maybe(budget),
  location: maybe(location),
  services: known(serviceCode),
  regions: known(regionCode),
  slots,
  contactName: half('Your name', 200),
  contactEmail: half('Email address', 400),
  toCompanyId: maybe(idField),
  toExpertId: maybe(idField),
  draftHash,
});
export type SaveDraft = z.output<typeof SaveDraft>;

/** On a public profile: whom the request is for, and who asks. */
export const BeginDirect = z.object({
  companyId: idField,
  expertId: maybe(idField),
  contactName,
  contactEmail,
  draftHash,
});
export type BeginDirect = z.output<typeof BeginDirect>;

export const OfDraft = z.object({ draftId: idField });
export type OfDraft = z.output<typeof OfDraft>;

export const PostRequest = RequestTexts.extend({
  /** For which of the person's customers; without it their first, which is made where there is none. */
  customerId: maybe(idField),
  /** For one company alone, or for one of its experts. */
  toCompanyId: maybe(idField),
  toExpertId: maybe(idField),
  /** The draft that it was written in, which has then served: the person's own, or this browser's. */
  draftId: maybe(idField),
  /** Of the form, whose draft may have been saved after it was sent: the form did not know of it yet. */
  key: maybe(z.uuid()),
  draftHash,
});
export type PostRequest = z.output<typeof PostRequest>;
