import { trackNamed } from '../api/queries';
import type { Board, Next } from '../api/types';
import { useNow } from '../live/services';
import { usePointed, useZone } from '../live/zone';
import { Glyph } from '../parts/Glyph';
import { Panel } from '../parts/Panel';
import { SubjectLink } from '../parts/SubjectLink';
import { Instant } from '../parts/Times';
import { clockTime, day, dayTime, hours } from '../words/times';
import { lanes, words, type Lane, type Placed } from './lanes';
import s from './NextDay.module.css';

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;
const LINE = 26;

/** What is coming within a day, a lane a platform. */
export function NextDay({ board }: { board: Board }) {
  const now = useNow((instant) => Math.floor(instant / MINUTE) * MINUTE);
  const zone = useZone();
  const shown = lanes(board.next, now);
  if (shown.length === 0) {
    return (
      <Panel title="Next 24 h">
        <p className={s.none}>
          Nothing is due by the clock.{' '}
          {board.departure !== undefined && (
            <>
              The next cycle, {board.departure.version}, begins <Instant at={board.departure.at} />.
            </>
          )}
        </p>
      </Panel>
    );
  }
  const ticks = hours(now, now + DAY, 3, zone);
  return (
    <section className={s.panel} aria-label="Next 24 hours">
      <div className={s.grid}>
        <h2>Next 24 h</h2>
        <Axis now={now} ticks={ticks} />
        {shown.map((lane) => (
          <LaneOf key={lane.name} lane={lane} now={now} ticks={ticks} />
        ))}
      </div>
      <p className={s.foot}>Dashed: not by time alone. Dashed red: held by a person’s answer.</p>
    </section>
  );
}

const share = (at: number, now: number) => `${(((at - now) / DAY) * 100).toFixed(2)}%`;

function Axis({ now, ticks }: { now: number; ticks: readonly number[] }) {
  const zone = useZone();
  return (
    <svg className={s.axis} height="18" aria-hidden="true">
      <text x="0" y="12" className={s.now}>
        now {clockTime(now, zone)}
      </text>
      {ticks
        .filter((tick) => tick - now > 1.6 * 60 * MINUTE && now + DAY - tick > 40 * MINUTE)
        .map((tick) => (
          <text key={tick} x={share(tick, now)} y="12" textAnchor="middle">
            {clockTime(tick, zone) === '00:00' ? `${day(tick, zone).slice(0, 3)} 00:00` : clockTime(tick, zone)}
          </text>
        ))}
    </svg>
  );
}

const whole = (next: Next) => (next.after.length === 0 ? next.text : `${next.text} after: ${next.after.join(', ')}`);

/** What depends on nothing of ours is the store's own doing. */
const byStore = (next: Next) => next.certainty === 'DEPENDS' && next.after.length === 0 && trackNamed(next.track).platform !== '';

function LaneOf({ lane, now, ticks }: { lane: Lane; now: number; ticks: readonly number[] }) {
  const zone = useZone();
  return (
    <>
      <h3 className={s.name}>{lane.name}</h3>
      <div className={s.lane}>
        <svg height={lane.lines * LINE} aria-hidden="true">
          {ticks.map((tick) => (
            <line key={tick} className={s.hour} x1={share(tick, now)} x2={share(tick, now)} y1="0" y2="100%" />
          ))}
          <rect className={s.nowLine} x="0" y="0" width="2" height="100%" />
          {lane.events.map((event) => (
            <Event key={`${event.next.track} ${event.next.text}`} event={event} />
          ))}
        </svg>
        <ul className="vh">
          {lane.events.map(({ next }) => (
            <li key={`${next.track} ${next.text}`}>
              <SubjectLink id={next.track}>
                {dayTime(Date.parse(next.at), now, zone)}: {whole(next)}
              </SubjectLink>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function Event({ event }: { event: Placed }) {
  const { next, at, line, left } = event;
  const pointedAt = usePointed();
  return (
    <svg x={`${at.toFixed(2)}%`} y={line * LINE} overflow="visible" className={s.event} data-certainty={next.certainty.toLowerCase()}>
      <title>{`${whole(next)}, ${pointedAt(Date.parse(next.at))}`}</title>
      <circle cx="0" cy="13" r="9.5" />
      <svg x="-6.5" y="6.5" width="13" height="13" overflow="visible">
        <Glyph sign={byStore(next) ? 'store' : 'robot'} size={13} />
      </svg>
      <text x={left ? -15 : 15} y="17" textAnchor={left ? 'end' : 'start'}>
        {words(next)}
      </text>
    </svg>
  );
}
