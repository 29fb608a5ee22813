import { z } from 'zod';

/** Puts a sentence at a field, by its name or its path, or at the form where none is named. */
export type Say = (message: string, field?: string | readonly (string | number)[]) => never;

type Shape = z.core.$ZodLooseShape;

/**
 * An object of which some fields are read together: a reason that only one choice needs, a rate that must not be below
 * another. zod asks an object's own checks only once every field is sound, so a form would get its last error on the second
 * try. Here these fields are read whenever they themselves are sound, whatever is wrong elsewhere, and all errors come at
 * once. What `read` answers takes the place of the fields that it read.
 */
export function together<
  Fields extends Shape,
  Config extends z.core.$ZodObjectConfig,
  const Name extends keyof Fields & string,
  Read extends object,
>(
  object: z.ZodObject<Fields, Config>,
  names: readonly Name[],
  read: (fields: Pick<z.output<z.ZodObject<Fields, Config>>, Name>, say: Say) => Read,
) {
  const some = object.pick(Object.fromEntries(names.map((name) => [name, true])) as never);
  const schema = z.unknown().transform((raw, context) => {
    const say: Say = (message, field = []) => {
      context.issues.push({ code: 'custom', message, path: [field].flat(), input: raw });
      return z.NEVER;
    };
    const whole = object.safeParse(raw);
    for (const { path, message } of whole.error?.issues ?? [])
      context.issues.push({ code: 'custom', message, path, input: raw });
    const apart = some.safeParse(raw);
    const answer = apart.success ? read(apart.data as never, say) : null;
    if (!whole.success || context.issues.length > 0) return z.NEVER;
    const rest: Record<string, unknown> = { ...whole.data };
    for (const name of names) delete rest[name];
    return { ...rest, ...answer };
  });
  // A program that walks schemas sees through to the fields by this.
  return schema.meta({ reads: object }) as unknown as z.ZodType<
    Omit<z.output<z.ZodObject<Fields, Config>>, Name> & Read,
    z.input<z.ZodObject<Fields, Config>>
  >;
}
