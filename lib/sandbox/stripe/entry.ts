export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

/** What Stripe calls an object. Keys that begin with `_` are the sandbox's own and never leave it. */
export type Entry = { id: string; object: string; created: number; [field: string]: Json | undefined };

/** What an endpoint answers: an object, or a list of them. */
export type Body = { object: string; [field: string]: Json | undefined };
