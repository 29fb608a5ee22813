import { z } from 'zod';

// C0 and C1 controls but for tab and line feed, and the bidirectional overrides that can make a text read as another.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being refused
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Trimmed, CRLF and CR to LF: how every text is kept. Line breaks stay (AWS IQ dropped them). */
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** Length as a person counts it: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

export function firstLine(text: string, most: number): string {
  const line = [...(text.split('\n', 1)[0] ?? '')];
  return line.length > most ? `${line.slice(0, most - 1).join('')}…` : line.join('');
}

/**
 * A text field with the limits of the guide, in code points after tidying. `name` opens the sentence a person reads:
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
      if (FORBIDDEN.test(value))
        say(`${name} has characters that cannot be shown. Type it anew, or paste it as plain text.`);
      else if (!limits.lines && value.includes('\n')) say(`${name} must be one line.`);
      else if (length === 0 && limits.min > 0) say(`${name} is missing.`);
      else if (length < limits.min) say(`${name} needs at least ${limits.min} characters; it has ${length}.`);
      else if (length > limits.max)
        say(
          `${name} can have at most ${limits.max.toLocaleString('en')} characters; it has ${length.toLocaleString('en')}.`,
        );
    });
}

/** One strict form of address, ≤ 254 characters (the guide's limit): no quoting, no comments, no lists, nothing to inject. */
const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text) && !text.includes('..');
}

/** An e-mail address, kept in lower case. */
export const addressField = z
  .string({ error: 'E-mail address is missing.' })
  .transform((text) => text.trim().toLowerCase())
  .check((context) => {
    const { value } = context;
    const say = (message: string) => context.issues.push({ code: 'custom', message, input: value });
    if (!value) say('E-mail address is missing.');
    else if (value.length > 254) say('E-mail address can have at most 254 characters.');
    else if (!isAddress(value)) say('This does not look like an e-mail address, such as mary@example.com.');
  });
