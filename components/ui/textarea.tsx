'use client';

import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { useControl } from './form-context';

type TextareaProps = ComponentProps<'textarea'> & {
  /** Grows with the text where the browser can (`field-sizing`), up to half the window. */
  grows?: boolean;
};

/** `field-sizing` ignores `rows`, so the least height is said again. */
function least(rows: number): string {
  if (rows < 2) return 'min-h-9 py-1.5 leading-5.5';
  return rows < 4 ? 'min-h-16 py-1.75' : 'min-h-29 py-1.75';
}

export function Textarea({ className, defaultValue, grows, rows = 4, ...props }: TextareaProps) {
  const { typed, attributes } = useControl(props);
  return (
    <textarea
      dir="auto"
      {...props}
      {...attributes}
      rows={rows}
      defaultValue={props.value === undefined ? (typed ?? defaultValue) : undefined}
      className={clsx(
        'control h-auto',
        grows ? `field-sizing-content max-h-[50dvh] resize-none ${least(rows)}` : 'resize-y py-1.75',
        className,
      )}
    />
  );
}
