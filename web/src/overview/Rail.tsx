import type { Status } from '../api/types';
import { tone } from '../words/status';
import s from './Rail.module.css';

const FIRST = 5;
const STEP = 32;
const LAST = FIRST + 4 * STEP;
const TRAIN = 16;

/** Five stations and a train between them. The words beside it say the same. */
export function Rail({ station, progress, status }: { station: number; progress: number; status: Status }) {
  const at = Math.min(LAST, FIRST + STEP * (station + (station < 4 ? progress : 0)));
  const left = Math.min(LAST + FIRST - TRAIN, Math.max(0, at - TRAIN / 2));
  return (
    <svg className={s.rail} viewBox="0 0 138 14" preserveAspectRatio="xMinYMid meet" aria-hidden="true">
      <path className={s.todo} d={`M${FIRST} 7H${LAST}`} />
      {station >= 0 && <path className={s.done} d={`M${FIRST} 7H${at}`} />}
      {[0, 1, 2, 3, 4].map((index) => (
        <circle key={index} className={s.station} data-done={index <= station || undefined} cx={FIRST + STEP * index} cy="7" r="3" />
      ))}
      {station >= 0 && <rect className={s.train} data-status={tone(status)} x={left} y="2" width={TRAIN} height="10" rx="3" />}
    </svg>
  );
}
