import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

const CHOICES = [3, 5, 10, 20, 50];

/** How many responses may be open at once. */
export function SlotsField({ slots }: { slots: number | null }) {
  const numbers =
    slots === null || CHOICES.includes(slots) ? CHOICES : [...CHOICES, slots].sort((a, b) => a - b);
  const options = [
    ...numbers.map((number) => ({ value: String(number), label: `At most ${number} at once` })),
    { value: 'none', label: 'Any number' },
  ];
  return (
    <Field
      name="slots"
      label="Responses"
      hint="Experts see how many spots are left. A withdrawn response frees one. You can change this at any time."
    >
      <Select options={options} defaultValue={slots === null ? 'none' : String(slots)} />
    </Field>
  );
}
