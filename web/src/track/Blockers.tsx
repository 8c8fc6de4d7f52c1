import type { Blocker, TrackPage } from '../api/types';
import { ActButton } from '../act/Acts';
import { Chip } from '../parts/Chip';
import { Panel } from '../parts/Panel';
import { Instant } from '../parts/Times';
import { capital, type Tone } from '../words/status';
import s from './Rows.module.css';

const STANDINGS: Record<string, { readonly tone: Tone; readonly word: string }> = {
  open: { tone: 'needs', word: 'Open' },
  'fix-missing': { tone: 'waiting', word: 'Closed, fix not in the candidate' },
  'fix-unknown': { tone: 'needs', word: 'Closed, no fix named' },
  unknown: { tone: 'nodata', word: 'Not known' },
  cleared: { tone: 'ready', word: 'Cleared' },
};

/** Bugs that block, or did. Closed is not fixed: the fix must be in the candidate. */
export function Blockers({ page }: { page: TrackPage }) {
  const open = page.blockers.filter((blocker) => blocker.standing === 'open').length;
  return (
    <Panel title="Blockers" id="blockers" note={page.blockers.length === 0 ? 'none' : `${open} open, ${page.blockers.length - open} closed`}>
      <ul className={s.rows}>
        {page.blockers.map((blocker) => (
          <Row key={blocker.key} blocker={blocker} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ blocker }: { blocker: Blocker }) {
  const { tone, word } = STANDINGS[blocker.standing] ?? { tone: 'nodata', word: capital(blocker.standing.replaceAll('-', ' ')) };
  return (
    <li>
      {blocker.link === undefined ? (
        <span className={s.id}>{blocker.key}</span>
      ) : (
        <a className={`${s.id} link`} href={blocker.link} target="_blank" rel="noreferrer">
          {blocker.key}
        </a>
      )}
      <div>
        {blocker.title}
        <span className={s.more}>
          {blocker.owner === undefined ? 'Nobody owns it' : `Owner: ${blocker.owner}`}. {blocker.standing === 'open' ? 'Open' : 'Closed'} since{' '}
          <Instant at={blocker.since} />.
        </span>
      </div>
      <div className={s.end}>
        <ActButton name="rule-on-bug" target={blocker.key} small>
          Rule…
        </ActButton>
        <Chip tone={tone} small>
          {word}
        </Chip>
      </div>
    </li>
  );
}
