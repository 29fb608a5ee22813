'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { formatMoney, readMoney, sumOf } from '@/lib/core/money';
import { MILESTONES_MAX, percentOf, splitOfAll } from '@/lib/job/proposals/rules';

type MilestoneRowsProps = {
  /** How many rows stand there at first. Those left empty do not count. */
  rows: number;
  currency: string;
  feeBasisPoints: number;
};

/** Rows of milestones; where JavaScript runs, more can be added and the sum is kept. */
export function MilestoneRows({ rows, currency, feeBasisPoints }: MilestoneRowsProps) {
  const [count, setCount] = useState(rows);
  const [amounts, setAmounts] = useState<bigint[]>([]);
  const list = useRef<HTMLOListElement>(null);
  const add = () => {
    const inputs = list.current?.querySelectorAll<HTMLInputElement>('input[name$=".amount"]') ?? [];
    setAmounts([...inputs].map(({ value }) => readMoney('Amount', value, currency).minor ?? 0n));
  };
  const sum = sumOf(amounts);
  const { feeMinor, netMinor } = splitOfAll(amounts, feeBasisPoints);
  const money = (minor: bigint) => formatMoney({ minor, currency });
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-sm font-semibold">Milestones</legend>
      <p className="text-sm text-muted">
        What the customer pays for, step by step. The total is the most they can ever be charged. Empty rows
        don’t count.
      </p>
      <ol ref={list} onInput={add} className="grid gap-3">
        {Array.from({ length: count }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its position
          <li key={at} className="grid gap-x-3 gap-y-2 sm:grid-cols-[minmax(0,1fr)_10rem]">
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
        <Button
          size="sm"
          className="noscript:hidden"
          disabled={count >= MILESTONES_MAX}
          onClick={() => setCount(count + 1)}
        >
          Add a milestone
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
