'use client';

import { controls, write } from './problem-chips';
import type { Problem } from './problems';

/**
 * Puts an example's title into the form above and goes there. What somebody has written as their description stays; where
 * nothing is written, the example's stands in. Without JavaScript the link brings the page with the example in the form.
 */
export function StartWith({ formId, example }: { formId: string; example: Problem }) {
  return (
    <a
      href={`/?problem=${example.slug}`}
      aria-label={`Start with this: ${example.title}`}
      className="link"
      onClick={(event) => {
        const found = controls(formId);
        if (event.metaKey || event.ctrlKey || event.shiftKey || !found) return;
        event.preventDefault();
        const { title, description } = example;
        write(formId, {
          title,
          description: found.description.value.trim() ? found.description.value : description,
        });
        found.description.focus();
        found.description.scrollIntoView({ block: 'center' });
      }}
    >
      Start with this
    </a>
  );
}
