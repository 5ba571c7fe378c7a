import { act, renderHook } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, test } from 'vitest';
import { useSelection } from './useSelection';

const rows = ['a', 'b', 'c', 'd', 'e'];

function select(ids: readonly string[] = rows) {
  return renderHook(({ shown }) => useSelection(shown), { initialProps: { shown: ids }, wrapper: StrictMode });
}

describe('the ticked rows', () => {
  test('come and go one by one', () => {
    const { result } = select();
    act(() => result.current.toggle('b'));
    act(() => result.current.toggle('d'));
    expect([...result.current.selected]).toEqual(['b', 'd']);
    act(() => result.current.toggle('b'));
    expect([...result.current.selected]).toEqual(['d']);
  });

  test.each([['b', 'd'], ['d', 'b']])('with Shift reach from %s to %s', (from, to) => {
    const { result } = select();
    act(() => result.current.toggle(from));
    act(() => result.current.toggle(to, true));
    expect([...result.current.selected]).toEqual(['b', 'c', 'd']);
  });

  test('with Shift and nothing before are only the one', () => {
    const { result } = select();
    act(() => result.current.toggle('c', true));
    expect([...result.current.selected]).toEqual(['c']);
  });

  test('are no longer ticked once they have left the list, and a range is of the list as it is now', () => {
    const { result, rerender } = select();
    act(() => result.current.toggle('b'));
    act(() => result.current.toggle('a'));
    rerender({ shown: ['e', 'b', 'd', 'c'] });
    expect([...result.current.selected]).toEqual(['b']);
    act(() => result.current.toggle('e'));
    act(() => result.current.toggle('d', true));
    expect([...result.current.selected]).toEqual(['e', 'b', 'd']);
  });

  test('can be all and none', () => {
    const { result } = select();
    act(() => result.current.all());
    expect(result.current.selected.size).toBe(5);
    act(() => result.current.clear());
    expect(result.current.selected.size).toBe(0);
  });
});
