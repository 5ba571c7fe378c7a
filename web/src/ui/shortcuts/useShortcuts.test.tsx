import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { keyName, useShortcuts } from './useShortcuts';

function Page({ onSolve, dialog = false }: { onSolve: () => void; dialog?: boolean }) {
  useShortcuts({ e: onSolve, Enter: onSolve });
  return (
    <>
      <input aria-label="Search" />
      <textarea aria-label="Answer" />
      <div role="textbox" aria-label="Rich" contentEditable suppressContentEditableWarning tabIndex={0} ref={(node) => {
        // jsdom knows the attribute but not what follows from it.
        if (node) Object.defineProperty(node, 'isContentEditable', { value: true, configurable: true });
      }} />
      <button type="button">Reload</button>
      {dialog && <div role="dialog" aria-modal="true" />}
    </>
  );
}

test('a key does its work when nobody types', async () => {
  const solve = vi.fn();
  render(<Page onSolve={solve} />);
  await userEvent.keyboard('e');
  expect(solve).toHaveBeenCalledTimes(1);
});

test.each(['Search', 'Answer', 'Rich'])('a key typed into %s is a letter', async (label) => {
  const solve = vi.fn();
  render(<Page onSolve={solve} />);
  await userEvent.click(screen.getByLabelText(label));
  await userEvent.keyboard('e');
  expect(solve).not.toHaveBeenCalled();
});

test('a key with a modifier belongs to the browser', async () => {
  const solve = vi.fn();
  render(<Page onSolve={solve} />);
  await userEvent.keyboard('{Control>}e{/Control}{Alt>}e{/Alt}{Meta>}e{/Meta}');
  expect(solve).not.toHaveBeenCalled();
});

test('keys rest while a dialog is open', async () => {
  const solve = vi.fn();
  render(<Page onSolve={solve} dialog />);
  await userEvent.keyboard('e');
  expect(solve).not.toHaveBeenCalled();
});

test('Enter on a button belongs to the button', async () => {
  const solve = vi.fn();
  render(<Page onSolve={solve} />);
  screen.getByRole('button').focus();
  await userEvent.keyboard('{Enter}');
  expect(solve).not.toHaveBeenCalled();
});

test.each([
  [{ key: 'о', code: 'KeyJ' }, 'j'],
  [{ key: 'J', code: 'KeyJ' }, 'j'],
  [{ key: '?', code: 'Slash' }, '?'],
  [{ key: 'Escape', code: 'Escape' }, 'Escape'],
])('the key %o is named %s', (event, name) => {
  expect(keyName(event)).toBe(name);
});
