import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import type { UseFormReturnType } from '@mantine/form';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { PrivacyAskedBy, PrivacyAskedVia } from '@/generated/staff/graphql';

const askers: readonly PrivacyAskedBy[] = ['CUSTOMER', 'REPRESENTATIVE', 'AUTHORITY', 'COMPANY'];
const ways: readonly PrivacyAskedVia[] = ['EMAIL', 'PHONE', 'LETTER', 'PORTAL', 'IN_PERSON', 'OTHER'];

export interface Wish {
  askedBy: PrivacyAskedBy;
  askedVia: PrivacyAskedVia;
  reference: string;
  receivedAt: string | null;
  confirmation: string;
}

export const emptyWish: Wish = { askedBy: 'CUSTOMER', askedVia: 'EMAIL', reference: '', receivedAt: null, confirmation: '' };

/** The part of a wish that both dialogs send; without a time it counts as received now. */
export function toInput({ askedBy, askedVia, reference, receivedAt }: Wish) {
  return { askedBy, askedVia, reference: reference.trim(), receivedAt: receivedAt ? dayjs(receivedAt).toISOString() : null };
}

/** Who asked, how, when, and where the wish itself is kept. */
export function WishFields({ form }: { form: UseFormReturnType<Wish> }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        data-autofocus
        required
        label={t('privacy.reference')}
        description={t('privacy.referenceHint')}
        maxLength={300}
        {...form.getInputProps('reference')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        <Select
          label={t('privacy.askedBy')}
          allowDeselect={false}
          data={askers.map((value) => ({ value, label: t(`privacyAskedBy.${value}`) }))}
          {...form.getInputProps('askedBy')}
        />
        <Select
          label={t('privacy.askedVia')}
          allowDeselect={false}
          data={ways.map((value) => ({ value, label: t(`privacyAskedVia.${value}`) }))}
          {...form.getInputProps('askedVia')}
        />
      </SimpleGrid>
      <DateTimePicker
        label={t('privacy.receivedAt')}
        placeholder={t('privacy.receivedNow')}
        clearable
        maxDate={dayjs().format('YYYY-MM-DD HH:mm:ss')}
        {...form.getInputProps('receivedAt')}
      />
    </>
  );
}
