import { Modal, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import { useMe } from '../session';
import { Explanation } from './Explanation';

const ColleaguesQuery = graphql(`
  query Colleagues($search: String) {
    users(search: $search, first: 20) {
      nodes {
        id
        name
        email
        active
      }
    }
  }
`);

interface Props {
  /** A ticket or a customer. */
  nodeId: string;
  name: string;
  onClose: () => void;
}

/** Why somebody can or cannot see and do things with this one, by the words of the code that decides it. */
export function ExplainDialog({ nodeId, name, onClose }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [text, setText] = useState('');
  const [person, setPerson] = useState<{ id: string; name: string } | null>({ id: me.id, name: me.name });
  const [search] = useDebouncedValue(text.trim(), 180);
  const typed = search !== '' && search !== person?.name;
  const [{ data, fetching }] = useQuery({ query: ColleaguesQuery, variables: { search: typed ? search : null } });
  const found = data?.users?.nodes ?? [];
  const options = found.map((user) => ({ value: user.id, label: user.active ? user.name : `${user.name} (${t('users.inactive')})` }));
  if (person && !typed && !found.some((user) => user.id === person.id)) options.unshift({ value: person.id, label: person.name });
  return (
    <Modal opened size="xl" onClose={onClose} title={t('explain.title', { name })} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('explain.text')}
        </Text>
        <Select
          data-autofocus
          label={t('explain.who')}
          searchable
          allowDeselect={false}
          data={options}
          filter={({ options: all }) => all}
          nothingFoundMessage={fetching ? t('common.loading') : t('explain.nobody')}
          value={person?.id ?? null}
          onSearchChange={setText}
          onChange={(id, option) => setPerson(id ? { id, name: option.label } : null)}
        />
        {person && <Explanation userId={person.id} nodeId={nodeId} />}
      </Stack>
    </Modal>
  );
}
