import type { Station, TrackPage } from '../api/types';
import { useNow } from '../live/services';
import { Bar } from '../parts/Bar';
import { Glyph } from '../parts/Glyph';
import { Panel } from '../parts/Panel';
import { Instant } from '../parts/Times';
import { who } from '../parts/who';
import { length } from '../words/lengths';
import { capital, tone } from '../words/status';
import s from './Way.module.css';

const LINE = 5;

/** The seven states with the time that each took: five in a line, paused and cancelled beside it. */
export function Way({ page }: { page: TrackPage }) {
  const line = page.stations.slice(0, LINE);
  const at = line.findIndex((station) => station.current);
  const longest = Math.max(1, ...page.stations.map((station) => station.seconds));
  return (
    <Panel title="Way to everyone" end="bar: time spent, to scale">
      <ol className={s.way}>
        {page.stations.map((station, index) => {
          const side = index >= LINE;
          const place = side ? (station.current ? 'at' : 'side') : index < at ? 'past' : index === at ? 'at' : 'ahead';
          return <State key={station.name} station={station} place={place} side={side} page={page} longest={longest} />;
        })}
      </ol>
    </Panel>
  );
}

interface StateProps {
  readonly station: Station;
  readonly place: 'past' | 'at' | 'ahead' | 'side';
  readonly side: boolean;
  readonly page: TrackPage;
  readonly longest: number;
}

function State({ station, place, side, page, longest }: StateProps) {
  const asOf = Date.parse(page.asOf);
  const seconds = useNow((now) => (station.current ? station.seconds + Math.max(0, Math.floor((now - asOf) / 60_000) * 60) : station.seconds));
  const entered = station.enteredAt;
  const last = place === 'ahead' && station.name.includes('100');
  return (
    <li className={s.state} data-place={place} data-side={side || undefined} data-last={last || undefined} aria-current={station.current ? 'step' : undefined}>
      <svg className={s.line} height="14" aria-hidden="true">
        <line x1="0" x2="100%" y1="7" y2="7" className={s.todo} />
        {(place === 'past' || (place === 'at' && !side)) && (
          <line x1="0" x2={place === 'past' ? '100%' : `${progressOf(page)}%`} y1="7" y2="7" className={s.done} />
        )}
        <circle cx="6" cy="7" r="4" />
      </svg>
      {place === 'at' && (
        <svg className={s.train} height="14" overflow="visible" aria-hidden="true">
          <svg x={side ? '0' : `${progressOf(page)}%`} overflow="visible">
            <rect x={side ? 0 : -2} y="0" width="26" height="14" rx="4" data-status={tone(page.row.status)} />
            <svg x={side ? 8 : 6} y="2" width="10" height="10" viewBox="0 0 14 14" className={s.sign}>
              <Glyph sign={side ? 'pause' : page.row.status === 'NEEDS' ? 'bang' : tone(page.row.status)} plain />
            </svg>
          </svg>
        </svg>
      )}
      <b>{shortened(station.name)}</b>
      {entered === undefined ? (
        <span className={s.when}>{side ? 'not in this release' : 'not yet'}</span>
      ) : (
        <>
          <span className={s.when} title={`${station.by}`}>
            <Glyph sign={who(station.by, page.destinations.map((destination) => destination.key))} size={13} />
            {station.times > 1 && 'again '}
            <Instant at={entered} />
          </span>
          <Bar share={seconds / longest} />
          <span className={s.time}>
            <strong>{length(seconds * 1000)}</strong>
            {station.times > 1 && ` in ${station.times} tries`}
          </span>
        </>
      )}
    </li>
  );
}

/** How far the train is on its way to the next station, kept clear of both. */
function progressOf(page: TrackPage): number {
  return Math.round(8 + page.row.progress * 76);
}

function shortened(name: string): string {
  return capital(name.replace(/^rolled out to /, '').replace(/^(rollout|release) (paused|cancelled)$/, '$2'));
}
