import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { trainQuery } from '../api/queries';
import type { TrainPage } from '../api/types';
import { ActButton } from '../act/Acts';
import { RobotOff } from '../overview/RobotOff';
import { Glyph } from '../parts/Glyph';
import { Loaded } from '../parts/Loaded';
import { LogOf } from '../parts/LogOf';
import { Panel } from '../parts/Panel';
import { Distance, Instant } from '../parts/Times';
import s from './Train.module.css';
import { capital, modeName, moveName } from '../words/status';

/** The train of an app: what departs next, what departed, and how far the Robot may go. */
export function Train() {
  const { app } = useParams({ from: '/apps/$app/train' });
  const query = useQuery(trainQuery(app));
  useEffect(() => {
    document.title = 'Train · Signalbox';
  }, []);
  return (
    <Loaded query={query} what="The train">
      {(page) => <Whole page={page} />}
    </Loaded>
  );
}

function Whole({ page }: { page: TrainPage }) {
  return (
    <>
      <header className={s.head}>
        <h1>
          {page.next === undefined ? (
            'No departure is planned.'
          ) : (
            <>
              {page.next.version} departs <Distance to={page.next.at} />.
            </>
          )}
        </h1>
        {page.next !== undefined && (
          <p>
            <Instant at={page.next.at} />
            <ActButton name="postpone" target={page.next.date} small always>
              Postpone…
            </ActButton>
            <ActButton name="skip" target={page.next.date} small always>
              Skip…
            </ActButton>
          </p>
        )}
      </header>
      <RobotOff robot={page.robot} />
      <div className={s.columns}>
        <div className={s.stack}>
          <Robot page={page} />
          <Departures page={page} />
        </div>
        <LogOf lines={page.log} />
      </div>
    </>
  );
}

/** How far the Robot may go with each move. A policy may ask for less, never for more. */
function Robot({ page }: { page: TrainPage }) {
  return (
    <Panel
      title="What the Robot may do"
      note="a policy may allow less, never more"
      end={
        page.robot.on ? (
          <ActButton name="switch-off" small always>
            Turn Robot off…
          </ActButton>
        ) : undefined
      }
    >
      <ul className={s.rows}>
        {page.robot.moves.map((armed) => (
          <li key={armed.move}>
            <b>{moveName(armed.move)}</b>
            <span>
              <Glyph sign={armed.mode === 'AUTOMATIC' ? 'robot' : armed.mode === 'OBSERVE' ? 'na' : 'person'} size={13} />
              {capital(modeName(armed.mode))}
            </span>
            <ActButton name="arm" target={armed.move} small always label={`Change how far the Robot goes: ${moveName(armed.move)}`}>
              Change…
            </ActButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Departures({ page }: { page: TrainPage }) {
  return (
    <>
      {page.exceptions.length > 0 && (
        <Panel title="Exceptions">
          <ul className={s.rows}>
            {page.exceptions.map((changed) => (
              <li key={changed.date}>
                <b>{changed.date}</b>
                <span>
                  {changed.movedTo === undefined ? 'Skipped' : <>Moved to <Instant at={changed.movedTo} /></>}, {changed.by}: “{changed.reason}”
                </span>
                <span />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title="Departed" note={page.departed.length === 0 ? 'nothing yet' : undefined}>
        <ul className={s.rows}>
          {page.departed.toReversed().map((departed) => (
            <li key={departed.date}>
              <b>
                <Link to="/apps/$app/releases/$version" params={{ app: page.app, version: departed.version }} className="link">
                  {departed.version}
                </Link>
              </b>
              <span>
                <Instant at={departed.at} as="dated" />
              </span>
              <span />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
