import dayjs from 'dayjs';
import 'dayjs/locale/de';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { age, exactTime, fromWallClock, isPast, relative, setTimeZone, timeOrDate, toWallClock } from './time';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-10T22:30:00Z') });
  setTimeZone('Europe/Berlin');
});
afterEach(() => {
  vi.useRealTimers();
  dayjs.locale('en');
});

describe('the age of a thing', () => {
  test.each([
    [20, 'en', '1 min'],
    [5 * 60, 'en', '5 min'],
    [3 * 3600, 'de', '3 Std.'],
    [2 * 86_400, 'de', '2 Tg.'],
    [15 * 86_400, 'en', '2 wks'],
  ])('%d seconds in %s is %s', (seconds, language, text) => {
    expect(age(new Date(Date.now() - seconds * 1000).toISOString(), language).replace(/\s/g, ' ')).toBe(text);
  });

  test('is said like a person says it, in the language chosen', () => {
    expect(relative('2026-03-10T19:30:00Z')).toBe('3 hours ago');
    dayjs.locale('de');
    expect(relative('2026-03-10T19:30:00Z')).toBe('vor 3 Stunden');
  });
});

describe('the zone of the viewer', () => {
  test('decides which day is today', () => {
    expect(timeOrDate('2026-03-10T08:05:00Z')).toBe('9:05 AM');
    expect(timeOrDate('2026-03-09T22:30:00Z')).toBe('9 Mar');
    setTimeZone('Asia/Tokyo');
    expect(timeOrDate('2026-03-10T14:59:00Z')).toBe('10 Mar');
    expect(timeOrDate('2026-03-10T15:01:00Z')).toBe('12:01 AM');
  });

  test('stands beside the exact time', () => {
    expect(exactTime('2026-07-01T10:00:00Z')).toBe('Wednesday, July 1, 2026, 12:00:00 PM (Europe/Berlin)');
  });

  test('that nobody knows changes nothing', () => {
    setTimeZone('Middle-earth/Shire');
    expect(exactTime('2026-07-01T10:00:00Z')).toContain('(Europe/Berlin)');
  });

  test.each(['2026-01-15T12:00:00.000Z', '2026-07-15T12:00:00.000Z'])('takes %s to its wall clock and back', (instant) => {
    expect(fromWallClock(toWallClock(instant))).toBe(instant);
  });

  test('is summer time when it is summer', () => {
    expect(toWallClock('2026-01-15T12:00:00Z')).toBe('2026-01-15 13:00:00');
    expect(toWallClock('2026-07-15T12:00:00Z')).toBe('2026-07-15 14:00:00');
  });
});

test('what is due a second ago is past', () => {
  expect(isPast('2026-03-10T22:29:59Z')).toBe(true);
  expect(isPast('2026-03-10T22:30:01Z')).toBe(false);
});
