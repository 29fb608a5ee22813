/** A section of a document: what an address can name (`/legal/terms#payments`). A list stands as an array. */
export type Section = { id: string; title: string; text: readonly (string | readonly string[])[] };

/** One text of a document as it held from a day on. A version that was published is never changed: another one follows. */
export type Version = {
  number: number;
  /** From this day on, as `YYYY-MM-DD`. */
  date: string;
  /** What is different from the version before, for whoever has read that one. */
  changed: string;
  sections: readonly Section[];
};

export type LegalDocument = {
  slug: 'terms' | 'privacy' | 'agreement';
  title: string;
  /** What it is, in a sentence. */
  about: string;
  /** The newest first. */
  versions: readonly Version[];
};

/** The sections of a version with the text of some of them written anew; the others stand as they were. */
export function revised(before: Version, texts: Record<string, Section['text']>): Section[] {
  return before.sections.map((section) => ({ ...section, text: texts[section.id] ?? section.text }));
}
