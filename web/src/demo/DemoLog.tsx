import { usePointed, useZone } from '../live/zone';
import { Button } from '../parts/Button';
import { Glyph } from '../parts/Glyph';
import { dayTime } from '../words/times';
import s from './Bar.module.css';
import type { Told } from './state';

/** What the story did, and which of its claims held. */
export function DemoLog({ log, now, close }: { log: readonly Told[]; now: number; close: () => void }) {
  const zone = useZone();
  const pointedAt = usePointed();
  return (
    <section className={s.log} aria-label="Story of the demo">
      <header>
        <h2>Story so far</h2>
        <Button look="text" onPress={close}>
          Close
        </Button>
      </header>
      <ol>
        {log.map((told, index) => (
          <li key={`${told.at} ${told.text} ${log.length - index}`}>
            <time dateTime={told.at} title={pointedAt(Date.parse(told.at))}>
              {dayTime(Date.parse(told.at), now, zone)}
            </time>
            <Glyph sign={told.ok === true ? 'ready' : told.ok === false ? 'needs' : 'person'} size={13} />
            <span>
              {told.ok === true && <span className="vh">Held: </span>}
              {told.ok === false && <b>Failed: </b>}
              {told.text}
            </span>
          </li>
        ))}
      </ol>
      {log.length === 0 && <p>Nothing has happened yet. Run time, or go to the next event.</p>}
    </section>
  );
}
