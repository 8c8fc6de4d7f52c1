import type { Robot } from '../api/types';
import { ActButton } from '../act/Acts';
import { Glyph } from '../parts/Glyph';
import { Instant } from '../parts/Times';
import s from './RobotOff.module.css';

/** Says who turned the Robot off, when and why. */
export function RobotOff({ robot }: { robot: Robot }) {
  if (robot.on) {
    return null;
  }
  return (
    <p className={s.note}>
      <Glyph sign="robot" />
      <span>
        <b>Robot is off for everything.</b> {robot.by}
        {robot.since !== undefined && (
          <>
            , <Instant at={robot.since} />
          </>
        )}
        {robot.reason ? `: “${robot.reason}”` : '.'}
      </span>
      <span className={s.end}>
        <ActButton name="switch-on" small>
          Turn on…
        </ActButton>
      </span>
    </p>
  );
}
