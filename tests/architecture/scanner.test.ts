import { expect, test } from 'vitest';
import { z } from 'zod';
import { textField } from '@/lib/core/text';
import { together } from '@/lib/core/together';
import { registered } from '@/lib/platform/doors/registry';

/** Loading a module registers its doors. */
import.meta.glob(['/lib/**/actions*.ts', '/lib/**/sockets.ts', '/app/api/**/route.ts'], { eager: true });

const TOKEN = `ghp_${'a1B2'.repeat(9)}`;
/** One of these fits every limit that a text for people has. */
const LEAKS = [TOKEN, `Use ${TOKEN} to get in.`, `${'Some words before it. '.repeat(3)}${TOKEN}`];

/** Fields that take such a text all the same: who looks at it, or why nobody can read it. */
const EXEMPT: Readonly<Record<string, readonly string[]>> = {
  'the door or the browser adds it': [
    ...['auth.askPasskeyFactor before', 'auth.giveFactor before', 'auth.giveFactorByPasskey before'],
    ...['auth.askSignIn network', 'people.askChange network', 'people.askContact network'],
    ...['auth.enterDemo address', 'auth.enterDemo before', 'auth.enterDemo userAgent'],
    ...['auth.signIn address', 'auth.signIn before', 'auth.signIn tab', 'auth.signIn userAgent'],
    ...['auth.signInByPasskey address', 'auth.signInByPasskey before', 'auth.signInByPasskey tab'],
    'auth.signInByPasskey userAgent',
  ],
  'Stripe says it': [
    ...['payments.recordMethod method.brand', 'payments.recordMethod method.id'],
    'payments.recordMethod stripeCustomerId',
  ],
  'compared, and kept nowhere': ['auth.confirm code', 'auth.giveFactor code'],
  'only an amount, a word of a list, or an id comes out': [
    ...['demo.moveClock minutes', 'payments.request amount', 'payments.request milestoneId'],
    ...['proposals.propose milestones[].amount', 'marks.set ', 'members.askRight right'],
    ...['members.invite rights[]', 'members.setRights rights[]', 'savedSearches.save query'],
  ],
  'read by a text field when the whole form is': [
    ...['experts.register companyName', 'proposals.propose milestones[].title'],
  ],
  'a draft: its writer alone reads it': [
    ...['requests.begin description', 'requests.begin title', 'responses.saveDraft text'],
    ...['requests.saveDraft contactEmail', 'requests.saveDraft contactName'],
    ...['requests.saveDraft description', 'requests.saveDraft title'],
  ],
  'read by canPublish': [
    ...[
      'requests.edit description',
      'requests.edit title',
      'requests.post description',
      'requests.post title',
    ],
  ],
  'read by judge': ['reviews.write text'],
};

/** The fields of a schema that take a text with a token in it, by their paths. */
function taking(schema: z.ZodType, path = ''): string[] {
  const together = schema.meta()?.reads;
  if (together instanceof z.ZodObject) return taking(together, path);
  const { def } = schema as unknown as { def: Record<string, unknown> & { type: string } };
  if (def.type === 'pipe') {
    const inside = taking(def.in as z.ZodType, path);
    // What comes out is checked as well: a text that it refuses is refused.
    return path && inside.includes(path) && !takes(schema) ? [] : inside;
  }
  if (def.type === 'object')
    return Object.entries(def.shape as Record<string, z.ZodType>).flatMap(([name, field]) =>
      taking(field, path ? `${path}.${name}` : name),
    );
  if (def.type === 'array') return taking(def.element as z.ZodType, `${path}[]`);
  if (
    ['optional', 'default', 'nullable', 'prefault'].includes(def.type) &&
    isNest(def.innerType as z.ZodType)
  )
    return taking(def.innerType as z.ZodType, path);
  return takes(schema) ? [path] : [];
}

const isNest = (schema: z.ZodType): boolean => {
  const { def } = schema as unknown as { def: Record<string, unknown> & { type: string } };
  if (def.type === 'pipe') return isNest(def.in as z.ZodType);
  if (['optional', 'default', 'nullable', 'prefault'].includes(def.type))
    return isNest(def.innerType as z.ZodType);
  return def.type === 'object' || def.type === 'array';
};

function takes(schema: z.ZodType): boolean {
  return LEAKS.some((text) => {
    const read = schema.safeParse(text);
    return (
      read.success &&
      JSON.stringify(read.data ?? null)
        .toLowerCase()
        .includes(TOKEN.toLowerCase())
    );
  });
}

test('every text that people write is read by the scanner, or says why not', () => {
  const found = [...registered().values()].flatMap(({ call }) =>
    taking(call.schema).map((field) => `${call.may.name} ${field}`),
  );
  expect([...new Set(found)].sort()).toEqual(Object.values(EXEMPT).flat().sort());
});

test('a field that nobody reads is found, wherever it stands', () => {
  const read = textField('Note', { min: 0, max: 500, lines: true });
  const form = z.object({
    read,
    also: read.default(''),
    open: z.string(),
    rows: z.array(z.object({ title: z.string().optional(), read })).default([]),
  });
  expect(taking(form)).toEqual(['open', 'rows[].title']);
  expect(taking(form.transform((value) => value))).toEqual(['open', 'rows[].title']);
  expect(taking(together(form, ['open'], (fields) => fields))).toEqual(['open', 'rows[].title']);
});

test('a message is read by the same schema, whichever way it is sent', () => {
  const [form, socket] = ['action', 'socket'].map(
    (kind) => registered().get(`${kind} messages.send`)?.call.schema,
  );
  expect(form).toBeDefined();
  expect(socket).toBe(form);
});
