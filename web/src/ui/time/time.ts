import dayjs from 'dayjs';
import localizedFormat from 'dayjs/plugin/localizedFormat';
import relativeTime from 'dayjs/plugin/relativeTime';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(relativeTime);
dayjs.extend(localizedFormat);

let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every time on screen is the viewer's; the profile names the zone. */
export function setTimeZone(name: string): void {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    zone = name;
  } catch {
    // An unknown zone in a profile must not take the console down: the browser's own zone stays.
  }
}

export function inZone(instant: string): dayjs.Dayjs {
  return dayjs(instant).tz(zone);
}

/** Full date and time with the zone, for tooltips. */
export function exactTime(instant: string): string {
  const at = inZone(instant);
  return `${at.format('dddd, LL, LTS')} (${zone})`;
}

export function shortDate(instant: string): string {
  const at = inZone(instant);
  return at.year() === dayjs().tz(zone).year() ? at.format('D MMM') : at.format('D MMM YYYY');
}

export function dateOnly(date: string): string {
  return dayjs(date).format('LL');
}

/** Like a person says it: the hour for today, else the day. */
export function timeOrDate(instant: string): string {
  const at = inZone(instant);
  return at.isSame(dayjs().tz(zone), 'day') ? at.format('LT') : shortDate(instant);
}

export function relative(instant: string): string {
  return dayjs(instant).fromNow();
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000], ['month', 2_592_000], ['week', 604_800], ['day', 86_400], ['hour', 3_600], ['minute', 60],
];

/** The shortest readable age: "5 min", "3 hr", "2 days" in the reader's language. */
export function age(instant: string, language: string, now = Date.now()): string {
  const seconds = Math.abs(now - Date.parse(instant)) / 1000;
  const [unit, length] = steps.find(([, size]) => seconds >= size) ?? ['minute', 60];
  const count = Math.max(1, Math.floor(seconds / length));
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}

export function isPast(instant: string): boolean {
  return Date.parse(instant) < Date.now();
}

/** The wall clock of the viewer's zone, as the date picker speaks it, to an instant and back. */
export function toWallClock(instant: string): string {
  return inZone(instant).format('YYYY-MM-DD HH:mm:ss');
}

export function fromWallClock(wallClock: string): string {
  return dayjs.tz(wallClock, zone).toISOString();
}
