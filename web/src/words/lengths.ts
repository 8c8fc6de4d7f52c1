const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** `40 s`, `42 min`, `11 h 15`, `3 d 4 h`; from minutes on the same as the server writes. */
export function length(milliseconds: number): string {
  const all = Math.max(0, milliseconds);
  const minutes = Math.floor(all / MINUTE);
  if (minutes < 1) {
    return `${Math.floor(all / SECOND)} s`;
  }
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${String(minutes % 60).padStart(2, '0')}`;
  }
  return hours % 24 === 0 ? `${hours / 24} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** As `length`, with the seconds of the first minutes: `1 min 40 s`. */
export function exactLength(milliseconds: number): string {
  const seconds = Math.floor(Math.max(0, milliseconds) / SECOND);
  if (seconds < 60 || seconds >= 600 || seconds % 60 === 0) {
    return length(milliseconds);
  }
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** How old something is: `now` within five seconds, then its length. */
export function age(milliseconds: number): string {
  return milliseconds < 5 * SECOND ? 'now' : length(milliseconds);
}

/** When something is due, seen from now: `in 2 d 18 h`, `now`, `1 h 05 ago`. */
export function distance(milliseconds: number): string {
  if (Math.abs(milliseconds) < SECOND) {
    return 'now';
  }
  return milliseconds >= 0 ? `in ${length(milliseconds)}` : `${length(-milliseconds)} ago`;
}
