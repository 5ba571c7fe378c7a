import { useEffect, useRef } from 'react';

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="combobox"], [role="menu"]') !== null;
}

/** The name of a key: as printed, except that on a Cyrillic layout the key of the letter j is still "j". */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (event.key.length === 1 && event.key.charCodeAt(0) > 127 && event.code.startsWith('Key')) {
    return event.code.slice(3).toLowerCase();
  }
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

/** Single-key shortcuts for a page. They rest while somebody types, a dialog is open, or a modifier is held. */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('[aria-modal="true"]')) return;
      const name = keyName(event);
      // Enter and Space on a button or link belong to it.
      if (name === 'Enter' && (event.target as HTMLElement).closest('button, a, [role="checkbox"]')) return;
      const action = latest.current[name];
      if (!action) return;
      event.preventDefault();
      action(event);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}
