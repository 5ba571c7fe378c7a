import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconMail, IconPhone, IconPlus, IconStar, IconStarFilled, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { Hidden } from '@/ui/controls/Hidden';
import { InlineText } from '@/ui/controls/InlineText';
import { PropertyRow } from '@/ui/controls/PropertyRow';
import classes from './ContactList.module.css';
import type { CustomerChange, SaveCustomer } from './useSaveCustomer';

const ContactListFragment = graphql(`
  fragment ContactList on Customer {
    id
    emails {
      address
      type
      primary
    }
    phones {
      number
      type
      primary
    }
  }
`);

interface Contact {
  value: string;
  primary: boolean;
}

interface Props {
  customer: FragmentType<typeof ContactListFragment>;
  save: SaveCustomer;
  readOnly: boolean;
}

/** The lists are replaced as a whole, as the server takes them. */
export function ContactList({ customer: masked, save, readOnly }: Props) {
  const { t } = useTranslation();
  const { emails, phones } = readFragment(ContactListFragment, masked);
  if (!emails || !phones) {
    return (['email', 'phone'] as const).map((kind) => (
      <PropertyRow key={kind} label={t(`field.${kind}`)}>
        <Hidden />
      </PropertyRow>
    ));
  }
  return (
    <>
      <Contacts
        kind="email"
        label={t('field.email')}
        addLabel={t('customer.addEmail')}
        contacts={emails.map((one) => ({ ...one, value: one.address }))}
        readOnly={readOnly}
        save={save}
        toChange={(contacts) => ({
          emails: contacts.map(({ value, primary }, index) => ({ address: value, primary, type: emails[index]?.type ?? 'WORK' })),
        })}
      />
      <Contacts
        kind="tel"
        label={t('field.phone')}
        addLabel={t('customer.addPhone')}
        contacts={phones.map((one) => ({ ...one, value: one.number }))}
        readOnly={readOnly}
        save={save}
        toChange={(contacts) => ({
          phones: contacts.map(({ value, primary }, index) => ({ number: value, primary, type: phones[index]?.type ?? 'MOBILE' })),
        })}
      />
    </>
  );
}

interface ContactsProps {
  kind: 'email' | 'tel';
  label: string;
  addLabel: string;
  contacts: Contact[];
  readOnly: boolean;
  save: SaveCustomer;
  toChange: (contacts: Contact[]) => CustomerChange;
}

function Contacts({ kind, label, addLabel, contacts, readOnly, save, toChange }: ContactsProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(0);
  const Picture = kind === 'email' ? IconMail : IconPhone;
  const keep = (list: Contact[]) => {
    const primary = Math.max(0, list.findIndex((one) => one.primary));
    return save(toChange(list.map((one, index) => ({ ...one, primary: index === primary }))));
  };
  return (
    <ul className={classes.list} aria-label={label}>
      {contacts.map((contact, index) => (
        <li key={contact.value} className={classes.item}>
          <Picture size={14} stroke={1.6} aria-hidden />
          <div className={classes.value}>
            <InlineText
              label={label}
              type={kind}
              value={contact.value}
              readOnly={readOnly}
              onSave={(value) =>
                keep(value === '' ? contacts.filter((one) => one !== contact) : contacts.map((one) => (one === contact ? { ...one, value } : one)))
              }
            />
          </div>
          {!readOnly && (
            <Group gap={0} wrap="nowrap" className={classes.tools}>
              {contacts.length > 1 && (
                <Tooltip label={contact.primary ? t('customer.primary') : t('customer.makePrimary')}>
                  <ActionIcon
                    size="sm"
                    aria-label={t('customer.makePrimaryOf', { value: contact.value })}
                    aria-pressed={contact.primary}
                    onClick={() => void keep(contacts.map((one, position) => ({ ...one, primary: position === index })))}
                  >
                    {contact.primary ? <IconStarFilled size={13} aria-hidden /> : <IconStar size={13} aria-hidden />}
                  </ActionIcon>
                </Tooltip>
              )}
              <ActionIcon
                size="sm"
                aria-label={t('customer.removeContact', { value: contact.value })}
                onClick={() => void keep(contacts.filter((one) => one !== contact))}
              >
                <IconX size={13} aria-hidden />
              </ActionIcon>
            </Group>
          )}
        </li>
      ))}
      {!readOnly && (
        <li className={classes.item}>
          {adding > 0 ? (
            <InlineText
              key={adding}
              label={addLabel}
              type={kind}
              value=""
              startOpen
              onClose={() => setAdding(0)}
              onSave={(value) => keep([...contacts, { value, primary: contacts.length === 0 }])}
            />
          ) : (
            <Button variant="subtle" color="gray" px={6} ml={-6} leftSection={<IconPlus size={13} aria-hidden />} onClick={() => setAdding(Date.now())}>
              {addLabel}
            </Button>
          )}
        </li>
      )}
    </ul>
  );
}
