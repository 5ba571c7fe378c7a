import { useCallback } from 'react';
import { requestJson } from '@/ui/http/http';
import { problemsOf } from '@/ui/states/failure';
import { notifyProblems } from '@/ui/states/notify';

/** Shows the console as a role sees it, or as oneself again (null). The page starts anew: nothing of the other view may be left in the cache. */
export function useViewAs(): (role: string | null) => Promise<void> {
  return useCallback(async (role) => {
    try {
      await requestJson('POST', '/auth/view-as', { role });
      window.location.assign('/');
    } catch (failure) {
      notifyProblems(problemsOf(failure));
    }
  }, []);
}
