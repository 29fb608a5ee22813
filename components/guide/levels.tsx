import { Details } from '@/components/ui/details';
import { PERMISSION_LEVELS } from '@/lib/policies/levels';
import { meaning } from '@/lib/policies/meaning';

const EXTENT = { yes: 'yes', some: 'a little', no: 'no' } as const;

/** The nine levels, in the same words in which a customer reads them before deciding. */
export function Levels() {
  return (
    <div className="grid gap-2">
      {PERMISSION_LEVELS.map((level) => {
        const { can, cannot, worthKnowing, readsData, spendsMoney, changesAccess } = meaning(level);
        return (
          <Details
            key={level}
            frame
            summary={level}
            aside={
              <span className="text-right text-xs text-muted">
                reads data: {EXTENT[readsData]} · can spend: {EXTENT[spendsMoney]} · changes who has access:{' '}
                {EXTENT[changesAccess]}
              </span>
            }
          >
            <div className="grid gap-3 text-sm">
              <Words title="Can" words={can} />
              <Words title="Cannot" words={cannot} />
              <Words title="Worth knowing" words={worthKnowing} />
            </div>
          </Details>
        );
      })}
    </div>
  );
}

function Words({ title, words }: { title: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <div>
      <p className="font-medium">{title}</p>
      <ul>
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}
