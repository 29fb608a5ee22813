import { Mono } from '@/components/ui/code';
import { Proof } from '@/components/ui/proof';
import { CHECK_WORDS, ROLE_WORDS } from '@/lib/access/connections/rules';
import { type Check, CONNECTION_ROLES } from '@/lib/access/connections/schema';

/** What AWS answered to each test, role by role. */
export function Checks({ checks, timeZone }: { checks: readonly Check[]; timeZone: string }) {
  return (
    <div className="grid gap-4">
      {CONNECTION_ROLES.map((role) => {
        const own = checks.filter((check) => check.role === role);
        if (own.length === 0) return null;
        const { name, does } = ROLE_WORDS[role];
        return (
          <div key={role}>
            <h3 className="text-sm font-medium">
              <Mono>{name}</Mono> <span className="font-normal text-muted">{does}</span>
            </h3>
            <Proof
              timeZone={timeZone}
              steps={own.map((check) => ({
                label: CHECK_WORDS[check.kind],
                detail: <Answer check={check} />,
                at: check.at,
                state: check.outcome === 'passed' ? 'done' : 'stop',
              }))}
            />
          </div>
        );
      })}
    </div>
  );
}

function Answer({ check: { outcome, code, kind } }: { check: Check }) {
  if (outcome === 'tooOpen') return 'AWS allowed it.';
  if (outcome === 'wrongAccount') return 'This is a different account.';
  if (code) return <Mono>{code}</Mono>;
  return kind === 'account' ? 'It matches.' : 'AWS allowed it.';
}
