import type { ReactNode } from 'react';
import { Choice } from './choice';
import { Field } from './field';
import { starPath } from './star-shape';

const words = ['poor', 'fair', 'good', 'very good', 'excellent'];

type StarInputProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultValue?: number;
  className?: string;
};

/** One to five stars: native radios, so the arrow keys choose. A star fills when it, or one to its right, is chosen. */
export function StarInput({ defaultValue, hint = '1 is poor, 5 is excellent.', ...field }: StarInputProps) {
  return (
    <Field group hint={hint} {...field}>
      <div className="-ml-1 flex w-fit gap-0.5">
        {words.map((word, index) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: `Choice` is the control
          <label
            key={word}
            className="rounded-md p-1 text-edge outline-accent has-checked:text-star has-focus-visible:outline-2 has-[~label_input:checked]:text-star [&:not(:has(input:checked)):not(:has(~label_input:checked))_path]:fill-transparent"
          >
            <Choice
              type="radio"
              first={index === 0}
              value={index + 1}
              defaultChecked={defaultValue === index + 1}
              className="sr-only"
            />
            <svg
              viewBox="0 0 20 20"
              width="30"
              height="30"
              aria-hidden="true"
              className="fill-current stroke-current"
            >
              <path d={starPath} strokeWidth="1.2" strokeLinejoin="round" />
            </svg>
            <span className="sr-only">
              {index + 1} {index === 0 ? 'star' : 'stars'}, {word}
            </span>
          </label>
        ))}
      </div>
    </Field>
  );
}
