import type { SourceState } from '../api/types';
import { Chip } from '../parts/Chip';
import { Panel } from '../parts/Panel';
import { Age, Lasting } from '../parts/Times';
import type { Tone } from '../words/status';
import s from './Sources.module.css';

const STATES: Record<SourceState['state'], { readonly tone: Tone; readonly word: string }> = {
  FRESH: { tone: 'ready', word: 'Fresh' },
  STALE: { tone: 'nodata', word: 'Stale' },
  FAILING: { tone: 'nodata', word: 'Failing' },
};

/** Where the data comes from, and how old it is. Silent ones first. */
export function Sources({ sources }: { sources: readonly SourceState[] }) {
  const fresh = sources.filter((source) => source.state === 'FRESH').length;
  const sorted = [...sources].sort((one, other) => Number(one.state === 'FRESH') - Number(other.state === 'FRESH'));
  if (sources.length === 0) {
    return null;
  }
  return (
    <Panel title="Sources" note={`${fresh} of ${sources.length} fresh`} id="sources">
      <ul className={s.sources}>
        {sorted.map((source) => (
          <li key={source.name}>
            <b>{source.name}</b>
            <Chip tone={STATES[source.state].tone} small>
              {STATES[source.state].word}
            </Chip>
            <span>
              {source.asOf === undefined ? 'never read' : <>oldest reading <Age of={source.asOf} /></>}
              {source.failingSince !== undefined && (
                <>
                  , failing for <Lasting since={source.failingSince} />: {source.message}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
