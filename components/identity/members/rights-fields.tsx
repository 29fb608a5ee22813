import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import type { Side } from '@/lib/core/lifecycle';
import { COMPANY_RIGHTS, CUSTOMER_RIGHTS } from '@/lib/core/rights';
import { RIGHTS_IN_WORDS, type Right, WITHOUT_RIGHTS } from '@/lib/identity/members/rules';

/** One box for each right of the side, with what it lets somebody do. */
export function RightsFields({ side, rights = [] }: { side: Side; rights?: readonly Right[] }) {
  const all: readonly Right[] = side === 'customer' ? CUSTOMER_RIGHTS : COMPANY_RIGHTS;
  return (
    <Field name="rights" label="Rights" group hint={`Without any: ${WITHOUT_RIGHTS[side]}`}>
      {all.map((right, at) => {
        const words = RIGHTS_IN_WORDS[side][right];
        return (
          <Checkbox
            key={right}
            first={at === 0}
            name="rights[]"
            value={right}
            label={words?.short}
            description={words?.says}
            defaultChecked={rights.includes(right)}
          />
        );
      })}
    </Field>
  );
}
