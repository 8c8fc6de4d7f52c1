import { Link, useParams } from '@tanstack/react-router';
import type { Cycle } from '../api/types';
import { Glyph, StatusGlyph } from '../parts/Glyph';
import { Panel } from '../parts/Panel';
import { Distance, Instant } from '../parts/Times';
import { Commits } from '../release/Commits';
import { some, word } from '../words/status';
import s from './Cycles.module.css';

/** Releases of which nothing but repositories is known: what was last, what has merged since, and when the branch is cut. */
export function Cycles({ cycles }: { cycles: readonly Cycle[] }) {
  return cycles.map((cycle) => <One key={`${cycle.version} ${cycle.repository}`} cycle={cycle} />);
}

function One({ cycle }: { cycle: Cycle }) {
  const { app } = useParams({ from: '/apps/$app' });
  const release = { to: '/apps/$app/releases/$version', params: { app, version: cycle.version } } as const;
  return (
    <Panel
      title={`Release ${cycle.version}`}
      note={cycle.repository}
      end={
        <Link {...release} className="link">
          Open
        </Link>
      }
    >
      <div className={s.say}>
        <StatusGlyph status={cycle.status} size={18} />
        <p>
          <span className="vh">{word(cycle.status)}: </span>
          {cycle.sentence}
          {cycle.robotLine !== '' && (
            <span className={s.robot}>
              <Glyph sign="robot" size={13} />
              {cycle.robotLine}
            </span>
          )}
        </p>
      </div>
      <dl className={s.facts}>
        <div>
          <dt>Last release</dt>
          <dd>
            {cycle.last === undefined ? (
              <span className={s.soft}>none found</span>
            ) : (
              <>
                <b>{cycle.last.version}</b> <Instant at={cycle.last.at} /> <span className={`${s.soft} mono`}>{cycle.last.name}</span>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{cycle.branch === undefined ? 'Merged since the last cut' : 'In this release'}</dt>
          <dd>
            <b>
              {!cycle.whole && 'at least '}
              {some(cycle.commits, 'commit')}
            </b>{' '}
            {cycle.people > 0 && by(cycle)}
          </dd>
        </div>
        <div>
          <dt>Branch cut</dt>
          <dd>
            {cycle.cutAt === undefined ? (
              <>
                <b>
                  <Instant at={cycle.due} />
                </b>{' '}
                <Distance to={cycle.due} />
              </>
            ) : (
              <>
                <b className="mono">{cycle.branch}</b> <Instant at={cycle.cutAt} />
              </>
            )}
          </dd>
        </div>
      </dl>
      <Commits commits={cycle.newest} />
      {cycle.commits > cycle.newest.length && (
        <p className={s.more}>
          <Link {...release} className="link">
            {cycle.commits - cycle.newest.length} more
          </Link>
        </p>
      )}
    </Panel>
  );
}

function by({ authors, people }: Cycle) {
  const others = people - authors.length;
  return `by ${others > 0 ? `${authors.join(', ')} and ${others} more` : authors.join(', ')}`;
}
