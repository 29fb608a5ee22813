import { RESTRICTIONS } from '@/lib/trust/restrictions/rules';

/** Why a review may be removed, as the admin chooses it and the author reads it. */
export function Restrictions() {
  return (
    <ul>
      {Object.entries(RESTRICTIONS).map(([name, words]) => (
        <li key={name}>{words}</li>
      ))}
    </ul>
  );
}
