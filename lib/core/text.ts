import { z } from 'zod';
import { findingsIn, isDoubtful, type Readers, sayFindings, unfit } from './findings';
import { type Say, together } from './together';
import { AS_IS, EMAIL_MAX, lengthOf, tidy, visible } from './visible';

/**
 * C0 and C1 controls but for tab and line feed, halves of surrogate pairs, and what can make a text read as another one
 * or carry a hidden one: bidirectional embeddings and overrides, tags. Marks and isolates pass: Arabic and Hebrew need them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being refused
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u{e0000}-\u{e007f}\p{Cs}]/u;
/** The flags of England, Scotland and Wales, the only emoji that are spelled with tags (Unicode's RGI set). */
const FLAGS =
  /\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/gu;

export function firstLine(text: string, most: number): string {
  const line = [...(text.split('\n', 1)[0] ?? '')];
  return line.length > most ? `${line.slice(0, most - 1).join('')}…` : line.join('');
}

/**
 * A text field with the limits of the guide, counted as people count. `name` opens the sentence a person reads:
 * "Request title needs at least 10 characters; it has 4." Unless nobody reads it yet, a key or a token in it is refused; in
 * what everyone reads, a phone number too.
 */
export function textField(
  name: string,
  limits: { min: number; max: number; lines?: boolean; readers?: Readers },
) {
  return z
    .string({ error: `${name} is missing.` })
    .transform(tidy)
    .check((context) => {
      const { value } = context;
      const length = lengthOf(value);
      const say = (message: string) => context.issues.push({ code: 'custom', message, input: value });
      if (FORBIDDEN.test(value.replace(FLAGS, '')))
        say(`${name} has characters that can't be shown. Type it again, or paste it as plain text.`);
      else if (!limits.lines && value.includes('\n')) say(`${name} must be one line.`);
      else if (length === 0 && limits.min > 0) say(`${name} is missing.`);
      else if (length < limits.min) say(`${name} needs at least ${limits.min} characters; it has ${length}.`);
      else if (length > limits.max)
        say(
          `${name} can have at most ${limits.max.toLocaleString('en')} characters; it has ${length.toLocaleString('en')}.`,
        );
      // What cannot be seen has no limit of its own, and the database counts it too.
      else if ([...value].length > limits.max)
        say(`${name} has too many invisible characters. Type it again, or paste it as plain text.`);
      else {
        const wrong = unfit(value, limits.readers ?? 'sentTo', limits.lines ?? false);
        if (wrong) say(wrong);
      }
    });
}

const ASKED = 'Remove it, or select “Send it as is”.';
/** The tick of "Send it as is", for an object whose texts are read by `askAbout`. */
export const asIsField = z.literal('yes').optional().catch(undefined);

type Texts = Record<string, string | readonly { title: string }[] | undefined>;

/**
 * Says of these texts what in them may be a password or a key, unless their writer wants them sent as they are: each field's
 * own text, or the titles of its rows.
 */
export function askAbout(texts: Texts, asIs: 'yes' | undefined, say: Say): void {
  if (asIs) return;
  for (const [name, given] of Object.entries(texts))
    for (const [text, ...path] of typeof given === 'string'
      ? [[given, name] as const]
      : (given ?? []).map(({ title }, index) => [title, name, index, 'title'] as const)) {
      const asked = sayFindings(findingsIn(text).filter(isDoubtful), text.includes('\n'));
      if (!asked) continue;
      say(asked, path);
      say(ASKED, AS_IS);
    }
}

/**
 * The fields of a form with texts that somebody else reads: what in those named may be a password or a key is asked about
 * once. Their writer takes it out, or sends it as it is.
 */
export function sentForm<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
  texts: readonly (keyof Shape & string)[],
  error?: string,
) {
  type Fields = z.ZodObject<Shape>;
  const object: z.ZodObject = z.object({ ...shape, [AS_IS]: asIsField }, error);
  const form = together(object, [...texts, AS_IS], ({ [AS_IS]: asIs, ...given }, say) => {
    askAbout(given as Texts, asIs as 'yes' | undefined, say);
    return given;
  });
  return form as unknown as z.ZodType<z.output<Fields>, z.input<Fields> & { [AS_IS]?: 'yes' }>;
}

/** One strict form of address, not longer than `EMAIL_MAX`: no quoting, no comments, no lists, nothing to inject. */
const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

export function isAddress(text: string): boolean {
  return text.length <= EMAIL_MAX && ADDRESS.test(text) && !text.includes('..');
}

/**
 * An address as it is kept and compared: in lower case, its domain as DNS has it (bücherei.example is
 * xn--bcherei-n2a.example), without what a paste may bring along unseen.
 */
export function plainAddress(text: string): string {
  const given = visible(text).trim().toLowerCase();
  const [, local, domain] = /^([^@]*)@([\p{L}\p{M}\p{N}.-]+)$/u.exec(given) ?? [];
  if (domain === undefined) return given;
  const address = `http://${domain}`;
  return URL.canParse(address) ? `${local}@${new URL(address).hostname}` : given;
}

/** An email address, in its one form. */
export const addressField = z
  .string({ error: 'Email address is missing.' })
  .transform(plainAddress)
  .check((context) => {
    const { value } = context;
    const say = (message: string) => context.issues.push({ code: 'custom', message, input: value });
    if (!value) say('Email address is missing.');
    else if (value.length > EMAIL_MAX) say(`Email address can have at most ${EMAIL_MAX} characters.`);
    else if (!isAddress(value)) say("This doesn't look like an email address, such as mary@example.com.");
  });

/** A box of a form: it is sent where it is ticked, and not otherwise. */
export const tickedField = z
  .string()
  .optional()
  .transform((value) => value === 'on');
