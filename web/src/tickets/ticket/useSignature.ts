import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';

const SignatureQuery = graphql(`
  query OwnSignature {
    viewer {
      id
      name
      jobTitle
      phone
      signature
    }
  }
`);

interface Person {
  name: string;
  jobTitle?: string | null;
  phone?: string | null;
  signature?: string | null;
}

/** The signature with name, job title and phone filled in; lines that stay empty by that are left out. */
export function fillSignature(person: Person): string {
  const values: Record<string, string> = { name: person.name, jobTitle: person.jobTitle ?? '', phone: person.phone ?? '' };
  return (person.signature ?? '')
    .split('\n')
    .map((line) => ({ line, filled: line.replace(/\{\{\s*(name|jobTitle|phone)\s*\}\}/g, (_, key: string) => values[key] ?? '') }))
    .filter(({ line, filled }) => filled.trim() !== '' || line.trim() === '')
    .map(({ filled }) => filled)
    .join('\n')
    .trim();
}

/** What stands below answers to customers; empty where there is none. */
export function useSignature(): string {
  const [{ data }] = useQuery({ query: SignatureQuery, requestPolicy: 'cache-first' });
  return data?.viewer ? fillSignature(data.viewer) : '';
}
