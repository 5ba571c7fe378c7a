import { useEffect, useState } from 'react';
import { requestJson } from '@/ui/http/http';

export interface Providers {
  /** Whether everybody may sign in with a password. */
  passwords: boolean;
  providers: { key: string; name: string }[];
}

/** The ways to sign in; undefined until they are known, and as if there were passwords alone when they cannot be read. */
export function useProviders(): Providers | undefined {
  const [known, setKnown] = useState<Providers>();
  useEffect(() => {
    let here = true;
    requestJson<Providers>('GET', '/auth/providers').then(
      (answer) => here && setKnown(answer),
      () => here && setKnown({ passwords: true, providers: [] }),
    );
    return () => {
      here = false;
    };
  }, []);
  return known;
}
