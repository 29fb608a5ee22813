'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { formatMoney, readMoney, sumOf } from '@/lib/core/money';
import { MILESTONES_MAX, percentOf, splitOfAll } from '@/lib/job/proposals/rules';

type MilestoneRowsProps = {
  /** How many rows there are without JavaScript. Those left empty do not count. */
  rows: number;
  /** How many of them stand open at first: one, or what a draft has. */
  filled: number;
  currency: string;
  feeBasisPoints: number;
};

/** Rows of milestones; where JavaScript runs, one at first, more can be added, and the sum is kept. */
export function MilestoneRows({ rows, filled, currency, feeBasisPoints }: MilestoneRowsProps) {
  const [count, setCount] = useState(filled);
  const [amounts, setAmounts] = useState<bigint[]>([]);
  const list = useRef<HTMLOListElement>(null);
  const add = () => {
    const inputs = [...(list.current?.querySelectorAll('input') ?? [])];
    const sums = inputs.filter(({ name }) => name.endsWith('.amount'));
    setAmounts(sums.map(({ value }) => readMoney('Amount', value, currency).minor ?? 0n));
    // What is put back into a row that is closed opens it.
    const last = inputs.findLastIndex(({ value }) => value !== '');
    setCount((open) => Math.max(open, Math.ceil((last + 1) / 2)));
  };
  const open = () => {
    flushSync(() => setCount(count + 1));
    list.current?.querySelector<HTMLInputElement>(`[name="milestones.${count}.title"]`)?.focus();
  };
  const sum = sumOf(amounts);
  const { feeMinor, netMinor } = splitOfAll(amounts, feeBasisPoints);
  const money = (minor: bigint) => formatMoney({ minor, currency });
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-sm font-medium">Milestones</legend>
      <p className="text-sm text-muted">
        What the customer pays for, step by step. The total is the most they can ever be charged.
        <span className="hidden noscript:inline"> Empty rows don’t count.</span>
      </p>
      <ol ref={list} onInput={add} className="grid gap-3">
        {Array.from({ length: Math.max(rows, count) }, (_, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its position
            key={at}
            className={cn(
              'gap-x-3 gap-y-2 sm:grid-cols-[minmax(0,1fr)_10rem]',
              at < count ? 'grid' : 'hidden noscript:grid',
            )}
          >
            <Field name={`milestones.${at}.title`} label={`Milestone ${at + 1}`} optional={at > 0}>
              <Input placeholder={at === 0 ? 'Find the slow query and explain it' : undefined} />
            </Field>
            <Field name={`milestones.${at}.amount`} label={`Amount ${at + 1}`} optional={at > 0}>
              <Input inputMode="decimal" lead="$" autoComplete="off" />
            </Field>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button size="sm" className="noscript:hidden" disabled={count >= MILESTONES_MAX} onClick={open}>
          Add milestone
        </Button>
        <p role="status" className="text-sm">
          {sum === 0n
            ? `Our fee is ${percentOf(feeBasisPoints)} of each payment, taken from what you receive.`
            : `At most ${money(sum)}. You receive ${money(netMinor)} after our fee of ${money(feeMinor)} (${percentOf(feeBasisPoints)}).`}
        </p>
      </div>
    </fieldset>
  );
}
