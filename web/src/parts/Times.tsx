import { useNow } from '../live/services';
import { age, distance, exactLength, length } from '../words/lengths';
import { dated, day, dayTime, exactTime, utc } from '../words/times';
import { viewerZone } from '../words/zone';

/**
 * An instant in the reader's zone; UTC when pointed at. `exact` shows the seconds of what was today; `dated` is for where past and
 * future stand side by side.
 */
export function Instant({ at, as = 'near' }: { at: string; as?: 'near' | 'exact' | 'dated' }) {
  const instant = Date.parse(at);
  const shown = useNow((now) => {
    if (as === 'exact' && day(instant, viewerZone) === day(now, viewerZone)) {
      return exactTime(instant, viewerZone);
    }
    return as === 'dated' ? dated(instant, viewerZone) : dayTime(instant, now, viewerZone);
  });
  return (
    <time dateTime={at} title={utc(instant)}>
      {shown}
    </time>
  );
}

/** How old a reading is: `now`, `4 min`. */
export function Age({ of }: { of: string }) {
  const instant = Date.parse(of);
  const shown = useNow((now) => age(now - instant));
  return (
    <time dateTime={of} title={utc(instant)}>
      {shown}
    </time>
  );
}

/** How long something has lasted: `1 h 15`; with seconds while it is young. */
export function Lasting({ since, exact = false }: { since: string; exact?: boolean }) {
  const instant = Date.parse(since);
  const shown = useNow((now) => (exact ? exactLength : length)(now - instant));
  return (
    <time dateTime={since} title={utc(instant)}>
      {shown}
    </time>
  );
}

/** `in 2 d 18 h`. */
export function Distance({ to }: { to: string }) {
  const instant = Date.parse(to);
  const shown = useNow((now) => distance(instant - now));
  return (
    <time dateTime={to} title={utc(instant)}>
      {shown}
    </time>
  );
}
