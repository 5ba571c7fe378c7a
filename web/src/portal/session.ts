import { createContext, use } from 'react';
import { graphql } from '@/generated/portal';
import type { PortalQuery } from '@/generated/portal/graphql';
import { HttpError, parseErrorBody, preflight, traceIdOf } from '@/ui/http/http';

export const PortalDocument = graphql(`
  query Portal {
    portal {
      companyName
      maxFileBytes
      maxFiles
    }
    me {
      address
      name
      customers {
        id
        name
        language
        timeZone
        preferredContactMethod
      }
      sessions {
        id
        current
        userAgent
        lastSeenAt
      }
    }
  }
`);

export type Me = NonNullable<PortalQuery['me']>;

interface Session {
  /** Undefined until the server has said who is signed in; null for nobody. */
  me: Me | null | undefined;
  reload: () => Promise<void>;
}

export const SessionContext = createContext<Session>({ me: undefined, reload: () => Promise.resolve() });

export function useSession(): Session {
  return use(SessionContext);
}

export interface Refusal {
  code: string;
  triesLeft?: number;
  retryAfterSeconds?: number;
}

/** Signing in and out is plain HTTP. What the server refuses for a reason is told, everything else is thrown. */
export async function postAuth(step: 'code' | 'sign-in' | 'sign-out', body: object): Promise<Refusal | null> {
  let response: Response;
  try {
    response = await fetch(`/portal/auth/${step}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...preflight },
      body: JSON.stringify(body),
    });
  } catch {
    throw new HttpError(0, {});
  }
  if (response.ok) return null;
  const refused = parseErrorBody(await response.text()) as Partial<Refusal>;
  if (response.status >= 500 || !refused.code) throw new HttpError(response.status, refused, traceIdOf(response.headers));
  return { ...refused, code: refused.code };
}
