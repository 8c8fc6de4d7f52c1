import { useNow } from '../live/services';
import { usePointed, useZone } from '../live/zone';
import { age, distance, exactLength, length } from '../words/lengths';
import { dated, day, dayTime, exactTime } from '../words/times';

/**
 * An instant in the page's zone; the reader's time and UTC when pointed at. `exact` shows the seconds of what was today; `dated` is for where past and
 * future stand side by side.
 */
export function Instant({ at, as = 'near' }: { at: string; as?: 'near' | 'exact' | 'dated' }) {
  const instant = Date.parse(at);
  const pointedAt = usePointed();
  const zone = useZone();
  const shown = useNow((now) => {
    if (as === 'exact' && day(instant, zone) === day(now, zone)) {
      return exactTime(instant, zone);
    }
    return as === 'dated' ? dated(instant, zone) : dayTime(instant, now, zone);
  });
  return (
    <time dateTime={at} title={pointedAt(instant)}>
      {shown}
    </time>
  );
}

/** How old a reading is: `now`, `4 min`. */
export function Age({ of }: { of: string }) {
  const instant = Date.parse(of);
  const pointedAt = usePointed();
  const shown = useNow((now) => age(now - instant));
  return (
    <time dateTime={of} title={pointedAt(instant)}>
      {shown}
    </time>
  );
}

/** How long something has lasted: `1 h 15`; with seconds while it is young. */
export function Lasting({ since, exact = false }: { since: string; exact?: boolean }) {
  const instant = Date.parse(since);
  const pointedAt = usePointed();
  const shown = useNow((now) => (exact ? exactLength : length)(now - instant));
  return (
    <time dateTime={since} title={pointedAt(instant)}>
      {shown}
    </time>
  );
}

/** `in 2 d 18 h`. */
export function Distance({ to }: { to: string }) {
  const instant = Date.parse(to);
  const pointedAt = usePointed();
  const shown = useNow((now) => distance(instant - now));
  return (
    <time dateTime={to} title={pointedAt(instant)}>
      {shown}
    </time>
  );
}
