import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';

const PossibleDuplicatesQuery = graphql(`
  query PossibleDuplicates($input: PossibleDuplicatesInput!) {
    possibleDuplicates(input: $input) {
      id
      displayName
      primaryEmail
      primaryPhone
    }
  }
`);

interface Typed {
  name: string;
  givenName: string;
  familyName: string;
  email: string;
  phone: string;
  externalId: string;
}

/** Asks while one types, so that the warning stands there before the button is pressed. */
export function usePossibleDuplicates({ name, givenName, familyName, email, phone, externalId }: Typed) {
  const text = (value: string) => value.trim() || null;
  const input = {
    name: text(name),
    givenName: text(givenName),
    familyName: text(familyName),
    emails: /\S+@\S+\.\S+/.test(email) ? [email.trim()] : null,
    phones: phone.trim().length > 5 ? [phone.trim()] : null,
    externalId: text(externalId),
  };
  const [key] = useDebouncedValue(JSON.stringify(input), 300);
  const asked = JSON.parse(key) as typeof input;
  const enough = Boolean(asked.name ?? asked.emails ?? asked.phones ?? asked.externalId ?? (asked.givenName && asked.familyName));
  const [{ data }] = useQuery({
    query: PossibleDuplicatesQuery,
    variables: { input: asked },
    pause: !enough,
    requestPolicy: 'network-only',
  });
  return enough ? (data?.possibleDuplicates ?? []) : [];
}
