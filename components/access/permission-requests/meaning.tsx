import { DescriptionList } from '@/components/ui/description-list';
import { Lamp } from '@/components/ui/lamp';
import { Meter, type MeterPart } from '@/components/ui/meter';
import type { PermissionLevel } from '@/lib/policies/levels';
import { type Extent, meaning } from '@/lib/policies/meaning';

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={lines.length > 1 ? 'list-disc space-y-0.5 pl-4 marker:text-faint' : undefined}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const TONES = { yes: 'stop', some: 'wait', no: 'go' } as const;

function Answer({ extent, words }: { extent: Extent; words: Record<Extent, string> }) {
  return (
    <Lamp tone={TONES[extent]} plain>
      {words[extent]}
    </Lamp>
  );
}

/** What a level means, to somebody who does not know AWS: before any name of a policy. */
export function LevelMeaning({ level, name }: { level: PermissionLevel; name: string }) {
  const { can, cannot, worthKnowing, readsData, spendsMoney, changesAccess } = meaning(level);
  return (
    <DescriptionList
      layout="rows"
      items={[
        { term: `${name} can`, value: <Lines lines={can} /> },
        { term: `${name} cannot`, value: <Lines lines={cannot} /> },
        { term: 'Worth knowing', value: <Lines lines={worthKnowing} /> },
        {
          term: 'Reads data?',
          value: <Answer extent={readsData} words={{ yes: 'Yes', some: 'Some of it', no: 'No' }} />,
        },
        {
          term: 'Spends money?',
          value: <Answer extent={spendsMoney} words={{ yes: 'Can', some: 'A little', no: 'No' }} />,
        },
        {
          term: 'Changes who has access?',
          value: (
            <Answer extent={changesAccess} words={{ yes: 'Yes', some: 'A little (see notes)', no: 'No' }} />
          ),
        },
      ]}
    />
  );
}

/** How the level's document is made up, counted in its own action patterns. */
export function LevelShare({ level }: { level: PermissionLevel }) {
  const { share } = meaning(level);
  if (share.reach === 'everything')
    return <p className="text-sm text-muted">This level allows every action of every service.</p>;
  if (share.reach === 'everythingExcept')
    return (
      <p className="text-sm text-muted">
        This level allows every action of every service except {share.exceptServices.join(', ')}.
      </p>
    );
  const part = (label: string, value: number, tone: MeterPart['tone']): MeterPart => ({
    label,
    value,
    tone,
    shown: String(value),
  });
  return (
    <Meter
      label="Actions this level names, by type"
      parts={[
        part('list', share.list, 'plain'),
        part('read', share.read, 'soft'),
        part('change', share.write, 'accent'),
        part('change permissions', share.permissions, 'stop'),
      ]}
    />
  );
}

/** What ending the access does not undo: said before, and again after. */
export function Residual({ level }: { level: PermissionLevel }) {
  return (
    <ul className="grid list-disc gap-1 pl-5 text-sm">
      {meaning(level).residual.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
