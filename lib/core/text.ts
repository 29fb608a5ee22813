import { z } from 'zod';
import { EMAIL_MAX, lengthOf, tidy, visible } from './visible';

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
 * "Request title needs at least 10 characters; it has 4."
 */
export function textField(name: string, limits: { min: number; max: number; lines?: boolean }) {
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
    });
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
