import { Skeleton, Table, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import type { PrivacyRequestKind } from '@/generated/staff/graphql';
import { i18next } from '@/ui/i18n/i18n';
import { WideTable } from '@/ui/controls/WideTable';
import { LoadError } from '@/ui/states/LoadError';

const PrivacyReportQuery = graphql(`
  query PrivacyReport($id: ID!) {
    privacyRequest(id: $id) {
      id
      report {
        module
        things {
          kind
          removed
          anonymised
          kept
          why
        }
      }
    }
  }
`);

/** A word of the server in the reader's language; one that this version of the console does not know is shown as it is. */
function say(t: TFunction, group: 'privacyThing' | 'privacyWhy' | 'privacyModule', word: string): string {
  const key = `${group}.${word}`;
  return i18next.exists(key) ? t(key as 'privacyThing.notes') : word;
}

/** What was done, by module; read when somebody opens it. */
export function PrivacyReport({ id, kind }: { id: string; kind: PrivacyRequestKind }) {
  const { t, i18n } = useTranslation();
  const [{ data, error }, reload] = useQuery({ query: PrivacyReportQuery, variables: { id }, requestPolicy: 'network-only' });
  const modules = data?.privacyRequest?.report;
  const number = (value: number) => (value === 0 ? '—' : value.toLocaleString(i18n.language));
  const erasure = kind === 'ERASURE';
  if (error) return <LoadError compact failure={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  if (!modules) return <Skeleton height={80} role="status" aria-label={t('common.loading')} />;
  if (modules.length === 0) return null;
  return (
    <WideTable label={t('privacy.report')} minWidth={480} maxWidth={720}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('privacy.thing')}</Table.Th>
            {erasure && <Table.Th ta="right">{t('privacy.removed')}</Table.Th>}
            {erasure && <Table.Th ta="right">{t('privacy.anonymised')}</Table.Th>}
            <Table.Th ta="right">{erasure ? t('privacy.kept') : t('privacy.included')}</Table.Th>
            {erasure && <Table.Th>{t('privacy.why')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        {modules.map(({ module, things }) => (
          <Table.Tbody key={module}>
            <Table.Tr>
              <Table.Th colSpan={erasure ? 5 : 2} scope="rowgroup">
                <Text size="sm" fw={600}>
                  {say(t, 'privacyModule', module)}
                </Text>
              </Table.Th>
            </Table.Tr>
            {things.filter((thing) => thing.removed + thing.anonymised + thing.kept > 0).map((thing) => (
              <Table.Tr key={thing.kind}>
                <Table.Td>{say(t, 'privacyThing', thing.kind)}</Table.Td>
                {erasure && <Table.Td ta="right" className="number">{number(thing.removed)}</Table.Td>}
                {erasure && <Table.Td ta="right" className="number">{number(thing.anonymised)}</Table.Td>}
                <Table.Td ta="right" className="number">{number(thing.kept)}</Table.Td>
                {erasure && <Table.Td>{thing.why ? say(t, 'privacyWhy', thing.why) : ''}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        ))}
      </Table>
    </WideTable>
  );
}
