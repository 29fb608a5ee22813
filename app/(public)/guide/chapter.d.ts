declare module '*.mdx' {
  import type { ComponentType } from 'react';

  export const chapter: {
    slug: string;
    side: 'customers' | 'experts' | 'both';
    title: string;
    /** What it answers, in a line. */
    about: string;
    parts: readonly { id: string; title: string }[];
  };
  /** The text of a chapter, drawn with these elements. */
  const Text: ComponentType<{ components: typeof import('./elements').ELEMENTS }>;
  export default Text;
}

declare module '*/chapter-loader.mjs' {
  /** A chapter's file as the code of a module. */
  export function compileChapter(source: string, path: string): Promise<string>;
  export function chapters(): {
    name: string;
    transform(source: string, path: string): Promise<string> | undefined;
  };
}
