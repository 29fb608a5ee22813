'use client';

import { useContext, useEffect, useRef, useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormContext } from '@/components/ui/form-context';
import { Input } from '@/components/ui/input';
import { SERVICES } from '@/lib/market/tags/aws-services';
import { REGIONS, regionChoice } from '@/lib/market/tags/regions';
import { MOST_TAGS, regionsNamedIn, serviceName, servicesNamedIn } from '@/lib/market/tags/rules';
import { TagPicker } from './tag-picker';

export type TagKind = 'services' | 'regions';

const KINDS = {
  services: {
    label: 'Services',
    one: 'service',
    hint: `At most ${MOST_TAGS}. Experts use them to search and to hear about new requests.`,
    plain: 'Separate with commas: EC2, RDS, CloudFront.',
    nameOf: serviceName,
    namedIn: servicesNamedIn,
    options: SERVICES.map(({ code, name, also }) => ({
      code,
      name,
      words: [code, name, ...(also ?? [])].join('\n').toLowerCase(),
    })),
  },
  regions: {
    label: 'Regions',
    one: 'Region',
    hint: `At most ${MOST_TAGS}. Which AWS Regions does this run in?`,
    plain: 'Separate with commas: eu-west-1, us-east-1.',
    nameOf: (code: string) => code,
    namedIn: regionsNamedIn,
    options: REGIONS.map((region) => ({
      code: region.code,
      name: regionChoice(region),
      words: regionChoice(region).toLowerCase(),
    })),
  },
} as const;

/** Services or Regions of a request. A plain field with commas where no script runs, a list to search in where one does. */
export function TagField({ kind, defaultValue }: { kind: TagKind; defaultValue: readonly string[] }) {
  const { label, one, hint, plain, nameOf, namedIn, options } = KINDS[kind];
  const form = useContext(FormContext);
  const [scripted, setScripted] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>(defaultValue);
  const [named, setNamed] = useState<readonly string[]>([]);
  const sent = useRef<HTMLInputElement>(null);
  const [titleId, descriptionId] = [form?.idOf('title'), form?.idOf('description')];

  useEffect(() => setScripted(true), []);

  // What the text names is suggested as it is typed.
  useEffect(() => {
    const controls = [titleId, descriptionId]
      .map((id) => (id ? document.getElementById(id) : null))
      .filter((control) => control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => setNamed(namedIn(controls.map(({ value }) => value).join('\n')));
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, 300);
    };
    look();
    for (const control of controls) control.addEventListener('input', soon);
    return () => {
      clearTimeout(timer);
      for (const control of controls) control.removeEventListener('input', soon);
    };
  }, [titleId, descriptionId, namedIn]);

  function change(next: readonly string[]) {
    setCodes(next.slice(0, MOST_TAGS));
    // Whoever listens to the form hears of it as of any other field.
    queueMicrotask(() => sent.current?.dispatchEvent(new Event('input', { bubbles: true })));
  }

  return (
    <Field name={kind} label={label} optional hint={scripted ? hint : `${plain} ${hint}`}>
      {scripted ? (
        <>
          <input ref={sent} type="hidden" name={kind} value={codes.join(',')} readOnly />
          <TagPicker
            one={one}
            options={options}
            chosen={codes}
            suggested={named.filter((code) => !codes.includes(code))}
            nameOf={nameOf}
            most={MOST_TAGS}
            onChange={change}
          />
        </>
      ) : (
        <Input
          defaultValue={defaultValue.map(kind === 'services' ? nameOf : (code) => code).join(', ')}
          autoComplete="off"
        />
      )}
    </Field>
  );
}
