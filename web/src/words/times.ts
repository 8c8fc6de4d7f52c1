const DAY = 24 * 60 * 60 * 1000;

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A wall clock's reading. */
interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) {
    return known;
  }
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone === 'Z' ? 'UTC' : zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

function wall(instant: number, zone: string): Wall {
  const parts = new Map(format(zone).formatToParts(instant).map((part) => [part.type, Number(part.value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: of('year'),
    month: of('month'),
    day: of('day'),
    hour: of('hour'),
    minute: of('minute'),
    second: of('second'),
  };
}

const two = (number: number) => String(number).padStart(2, '0');

function weekday({ year, month, day }: Wall): string {
  return WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
}

/** `14:20`. */
export function clockTime(instant: number, zone: string): string {
  const at = wall(instant, zone);
  return `${two(at.hour)}:${two(at.minute)}`;
}

/** `14:20:05`. */
export function exactTime(instant: number, zone: string): string {
  return `${clockTime(instant, zone)}:${two(wall(instant, zone).second)}`;
}

/** `Tue 1 Oct`. */
export function day(instant: number, zone: string): string {
  const at = wall(instant, zone);
  return `${weekday(at)} ${at.day} ${MONTHS[at.month - 1] ?? ''}`;
}

/** `Wed 2 Oct 03:05`. */
export function dated(instant: number, zone: string): string {
  return `${day(instant, zone)} ${clockTime(instant, zone)}`;
}

/** As short as it stays clear: `14:20` today, `Wed 03:05` within six days, else `Wed 2 Oct 03:05`. */
export function dayTime(instant: number, now: number, zone: string): string {
  const time = clockTime(instant, zone);
  if (day(instant, zone) === day(now, zone) && Math.abs(instant - now) < DAY) {
    return time;
  }
  return Math.abs(instant - now) < 6 * DAY ? `${weekday(wall(instant, zone))} ${time}` : dated(instant, zone);
}

/** `2024-10-01 12:20:05 UTC`, for those who compare with a log. */
export function utc(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** For who points at a time: what their own clock shows then, if it is something else, and UTC. */
export function pointed(instant: number, zone: string, viewer: string): string {
  return sameTime(instant, zone, viewer) ? utc(instant) : `${dated(instant, viewer)} in ${zoneName(viewer)}, ${utc(instant)}`;
}

/** `Stockholm` for `Europe/Stockholm`. */
export function zoneName(zone: string): string {
  const name = zone.split('/').at(-1) ?? zone;
  return name === 'Z' || name === 'Etc' ? 'UTC' : name.replaceAll('_', ' ');
}

/** Whether clocks in the two zones show the same at that instant. */
export function sameTime(instant: number, one: string, other: string): boolean {
  return exactTime(instant, one) === exactTime(instant, other) && day(instant, one) === day(instant, other);
}

/** Whole hours of the wall clock that are a multiple of `every`, after `from` up to `to`. */
export function hours(from: number, to: number, every: number, zone: string): number[] {
  const quarter = 15 * 60 * 1000;
  const found: number[] = [];
  for (let at = Math.ceil(from / quarter) * quarter; at <= to; at += quarter) {
    const { hour, minute } = wall(at, zone);
    if (minute === 0 && hour % every === 0) {
      found.push(at);
    }
  }
  return found;
}

/** An instant from what a person wrote into a field for date and time of that zone, such as `2024-10-01T14:20`. */
export function instantIn(local: string, zone: string): number {
  const asIfUtc = Date.parse(`${local}:00Z`);
  const shown = wall(asIfUtc, zone);
  const offset = Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) - asIfUtc;
  const once = asIfUtc - offset;
  const again = wall(once, zone);
  return once - (Date.UTC(again.year, again.month - 1, again.day, again.hour, again.minute) - asIfUtc);
}

/** What a field for date and time shows for an instant. */
export function localField(instant: number, zone: string): string {
  const at = wall(instant, zone);
  return `${at.year}-${two(at.month)}-${two(at.day)}T${two(at.hour)}:${two(at.minute)}`;
}
