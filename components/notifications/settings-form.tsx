import { Choice } from '@/components/ui/choice';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { choose } from '@/lib/notifications/preferences/actions';
import type { ShownTopic } from '@/lib/notifications/preferences/queries';
import { PACE_LABELS, PACES, topicOf } from '@/lib/notifications/topics/rules';

/** A row for each topic, with its paces side by side. Native radios: no script is needed. */
export function MailSettingsForm({ topics }: { topics: readonly ShownTopic[] }) {
  return (
    <Form action={choose} label="Email notifications" className="grid gap-4">
      <div className="divide-y divide-line border-y border-line">
        {topics.map(({ name, pace }) => {
          const topic = topicOf(name);
          const id = `topic-${name}`;
          return (
            <fieldset
              key={name}
              id={name}
              aria-describedby={`${id}-about`}
              className="grid scroll-mt-24 gap-x-6 gap-y-2 py-3.5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
            >
              <legend className="sr-only">{topic.label}</legend>
              <div className="min-w-0">
                <p aria-hidden="true" className="font-medium">
                  {topic.label}
                </p>
                <p id={`${id}-about`} className="text-sm text-muted">
                  {topic.about}
                  {topic.why ? ` ${topic.why}` : ''}
                </p>
              </div>
              {topic.paces.length === 1 ? (
                <p className="text-sm font-medium">Always right away</p>
              ) : (
                <div className="flex flex-wrap gap-x-1">
                  {PACES.filter((one) => topic.paces.includes(one)).map((one, index) => (
                    // biome-ignore lint/a11y/noLabelWithoutControl: `Choice` is the control
                    <label
                      key={one}
                      className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 text-sm outline-offset-2 outline-accent hover:bg-sunken has-focus-visible:outline-2"
                    >
                      <Choice
                        type="radio"
                        name={`pace.${name}`}
                        id={index === 0 ? `field-pace-${name}` : undefined}
                        value={one}
                        defaultChecked={one === pace}
                        className="outline-none"
                      />
                      {PACE_LABELS[one]}
                    </label>
                  ))}
                </div>
              )}
            </fieldset>
          );
        })}
      </div>
      <Submit className="justify-self-start">Save</Submit>
    </Form>
  );
}
