import { useEffect } from 'react';

/** Keeps an open tab fresh: looks again when it is looked at, and every half minute while it is. */
export function useFresh(load: () => Promise<void>): void {
  useEffect(() => {
    void load();
    const look = () => {
      if (!document.hidden) void load();
    };
    const timer = setInterval(look, 30_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [load]);
}
