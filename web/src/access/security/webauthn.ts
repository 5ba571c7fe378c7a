import { requestJson } from '@/ui/http/http';
import type { Me } from '../session';

/** A passkey belongs to a domain; an address in numbers has none. */
const isNumeric = (host: string) => /^[\d.]+$|:/.test(host);

/** Whether this browser, at this address, can make and use passkeys. It cannot where the connection is not secure. */
export const hasPasskeys = () =>
  window.isSecureContext && typeof window.PublicKeyCredential === 'function' && !isNumeric(window.location.hostname);

/** The person closed the browser's dialog, or nothing fitting was found: no fault, and nothing to report. */
export class PasskeyCancelled extends Error {}

interface Descriptor {
  id: string;
  type: PublicKeyCredentialType;
  transports?: AuthenticatorTransport[];
}

type CreationOptions = Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> & {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials?: Descriptor[];
};

type RequestOptions = Omit<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'> & {
  challenge: string;
  allowCredentials?: Descriptor[];
};

export function fromBase64Url(text: string): ArrayBuffer {
  const bytes = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(bytes, (char) => char.charCodeAt(0)).buffer;
}

export function toBase64Url(buffer: ArrayBuffer): string {
  const text = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

const descriptors = (list: Descriptor[] | undefined) => (list ?? []).map((one) => ({ ...one, id: fromBase64Url(one.id) }));

// The browsers' own toJSON() and parse…FromJSON() are younger than browsers that are in use.
function common(credential: PublicKeyCredential) {
  return {
    id: credential.id,
    rawId: toBase64Url(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: {},
  };
}

async function ask(asking: Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await asking;
    if (credential) return credential as PublicKeyCredential;
  } catch (failure) {
    if (!(failure instanceof DOMException)) throw failure;
    // InvalidStateError: the device has a passkey of this account already; the browser has said so.
    if (!['NotAllowedError', 'AbortError', 'InvalidStateError'].includes(failure.name)) throw failure;
  }
  throw new PasskeyCancelled();
}

export interface MadePasskey {
  id: string;
  name: string;
  /** Only with the first factor. */
  recoveryCodes: string[] | null;
}

export async function makePasskey(name: string, password: string | undefined): Promise<MadePasskey> {
  const options = await requestJson<CreationOptions>('POST', '/auth/passkeys/options', { password });
  const credential = await ask(
    navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: fromBase64Url(options.challenge),
        user: { ...options.user, id: fromBase64Url(options.user.id) },
        excludeCredentials: descriptors(options.excludeCredentials),
      },
    }),
  );
  const response = credential.response as AuthenticatorAttestationResponse;
  return requestJson<MadePasskey>('POST', '/auth/passkeys', {
    name,
    credential: {
      ...common(credential),
      response: {
        clientDataJSON: toBase64Url(response.clientDataJSON),
        attestationObject: toBase64Url(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      },
    },
  });
}

export async function signInWithPasskey(remember: boolean): Promise<Me> {
  const options = await requestJson<RequestOptions>('POST', '/auth/passkey-sign-in/options');
  const credential = await ask(
    navigator.credentials.get({
      publicKey: { ...options, challenge: fromBase64Url(options.challenge), allowCredentials: descriptors(options.allowCredentials) },
    }),
  );
  const response = credential.response as AuthenticatorAssertionResponse;
  return requestJson<Me>('POST', '/auth/passkey-sign-in', {
    remember,
    credential: {
      ...common(credential),
      response: {
        clientDataJSON: toBase64Url(response.clientDataJSON),
        authenticatorData: toBase64Url(response.authenticatorData),
        signature: toBase64Url(response.signature),
        userHandle: response.userHandle ? toBase64Url(response.userHandle) : undefined,
      },
    },
  });
}
