import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { boardQuery, releaseQuery, trackNamed } from '../api/queries';
import type { ReleasePage } from '../api/types';
import { ActButton, type Given } from '../act/Acts';
import { useObserved, useServices } from '../live/services';
import { Chip } from '../parts/Chip';
import { Loaded } from '../parts/Loaded';
import { LogOf } from '../parts/LogOf';
import { OnRecord } from '../parts/OnRecord';
import { Panel } from '../parts/Panel';
import { Instant } from '../parts/Times';
import { ConditionTable } from '../track/ConditionTable';
import { modeSentence, tone, word } from '../words/status';
import { Goals } from './Goals';
import s from './Release.module.css';
import { ReleaseActs } from './ReleaseActs';
import { RepositoryPanel } from './RepositoryPanel';

const RELEASE = '/apps/$app/releases/$version';

/** One release: its plan against what happened, its repositories, and what is in it. */
export function Release() {
  const { app, version } = useParams({ from: RELEASE });
  const query = useQuery(releaseQuery(app, version));
  useObserved(query.data?.asOf);
  const [given, setGiven] = useState<Given>();
  useEffect(() => {
    document.title = `Release ${version} · Signalbox`;
  }, [version]);
  return (
    <Loaded query={query} what={`Release ${version}`}>
      {(page) => (
        <ReleaseActs app={app} page={page} given={setGiven}>
          <Whole page={page} app={app} />
          {given !== undefined && <OnRecord given={given} hide={() => setGiven(undefined)} />}
        </ReleaseActs>
      )}
    </Loaded>
  );
}

function Whole({ page, app }: { page: ReleasePage; app: string }) {
  return (
    <>
      <nav className={s.crumb} aria-label="Breadcrumb">
        <Link to="/apps/$app" params={{ app }} className="link">
          Overview
        </Link>
        <span>/</span>
        <span>{page.version}</span>
      </nav>
      <header className={s.head}>
        <h1>Release {page.version}</h1>
        <p>
          Cycle opened <Instant at={page.head.opened} />. {said(page)}
        </p>
        <Tracks app={app} version={page.version} />
      </header>
      <div className={s.columns}>
        <div className={s.stack}>
          {page.moves.map((move) => (
            <Panel key={`${move.move} ${move.place}`} title={`Before the Robot ${move.verb}`} note={move.place}>
              <p className={s.mode}>
                {modeSentence(move.mode)}
                {move.acts && ': now'}. {move.inTheWay.join(' ')}{' '}
                {move.proposal !== undefined && (
                  <ActButton name="confirm" target={move.proposal} small always>
                    Confirm…
                  </ActButton>
                )}
                <ActButton name="cut-anyway" small>
                  Cut anyway…
                </ActButton>
              </p>
              <ConditionTable conditions={move.conditions} />
            </Panel>
          ))}
          {page.repositories.map((repository) => (
            <RepositoryPanel key={repository.key} repository={repository} />
          ))}
        </div>
        <div className={s.stack}>
          <Goals head={page.head} />
          <LogOf lines={page.log} />
        </div>
      </div>
    </>
  );
}

function said(page: ReleasePage): string {
  const cut = page.repositories.filter((repository) => repository.cutAt !== undefined).length;
  return cut === page.repositories.length ? 'Every branch is cut.' : `${cut} of ${page.repositories.length} branches are cut.`;
}

/** The release's tracks as the overview shows them. */
function Tracks({ app, version }: { app: string; version: string }) {
  const { queries } = useServices();
  const board = useQuery(boardQuery(app, queries));
  const rows = board.data?.data.sections.flatMap((section) => section.rows).filter((row) => row.version === version) ?? [];
  return (
    <ul className={s.tracks}>
      {rows.map((row) => (
        <li key={row.track}>
          <Link to="/apps/$app/releases/$version/tracks/$platform" params={trackNamed(row.track)}>
            <Chip tone={tone(row.status)}>
              <span className="vh">{word(row.status)}: </span>
              {row.title}
            </Chip>
          </Link>
        </li>
      ))}
    </ul>
  );
}
