import { DescriptionList } from '@/components/ui/description-list';
import type { Side } from '@/lib/core/lifecycle';
import { COMPANY_RIGHTS, CUSTOMER_RIGHTS } from '@/lib/core/rights';
import { RIGHTS_IN_WORDS, type Right, WITHOUT_RIGHTS } from '@/lib/identity/members/rules';

/** Every right of one side and what it lets a member do: the same words as beside the boxes where it is given. */
export function RightsTable({ side }: { side: Side }) {
  const rights: readonly Right[] = side === 'customer' ? CUSTOMER_RIGHTS : COMPANY_RIGHTS;
  return (
    <DescriptionList
      layout="rows"
      items={[
        ...rights.map((right) => ({
          term: RIGHTS_IN_WORDS[side][right]?.short,
          value: RIGHTS_IN_WORDS[side][right]?.says,
        })),
        { term: 'None of them', value: WITHOUT_RIGHTS[side] },
      ]}
    />
  );
}
