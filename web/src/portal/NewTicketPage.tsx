import { type FormEvent, useEffect, useRef, useState } from 'react';
import { graphql } from '@/generated/portal';
import { uuid } from '@/ui/http/uuid';
import { Field } from './Field';
import { FilePicker } from './FilePicker';
import type { PortalLimits } from './PortalApp';
import { ask } from './portalClient';
import { PortalFailure } from './PortalFailure';
import { placeErrors } from './requestForm';
import { goTo } from './router';
import type { Me } from './session';
import { useTexts } from './texts';
import { useFiles } from './useFiles';

const OpenMyTicket = graphql(`
  mutation OpenMyTicket($input: OpenMyTicketInput!) {
    openMyTicket(input: $input) {
      ticket {
        id
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

const fields = ['subject', 'text'] as const;

/** A new request of somebody who is signed in: name and address are known. */
export function NewTicketPage({ me, limits }: { me: Me; limits: PortalLimits }) {
  const { t } = useTexts();
  const [values, setValues] = useState({ subject: '', text: '' });
  const [customerId, setCustomerId] = useState(me.customers[0]?.id ?? '');
  const [errors, setErrors] = useState<Partial<Record<'subject' | 'text', string>>>({});
  const [elsewhere, setElsewhere] = useState<string[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const files = useFiles(limits);
  const form = useRef<HTMLFormElement>(null);
  const key = useRef(uuid());
  useEffect(() => {
    document.title = t('requestTitle');
  }, [t]);

  const show = (found: typeof errors) => {
    setErrors(found);
    const first = fields.find((field) => found[field]);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    setElsewhere([]);
    const missing: typeof errors = {};
    if (values.subject.trim() === '') missing.subject = t('subjectMissing');
    if (values.text.trim() === '') missing.text = t('textMissing');
    show(missing);
    if (Object.keys(missing).length > 0 || files.uploading) return;
    setBusy(true);
    try {
      const { openMyTicket } = await ask(OpenMyTicket, { input: { ...values, customerId, fileIds: files.fileIds } }, key.current);
      if (openMyTicket.ticket) goTo(`/portal/my/${openMyTicket.ticket.id}`);
      else {
        const placed = placeErrors(openMyTicket.errors);
        show(placed.atFields);
        setElsewhere(placed.elsewhere);
        key.current = uuid();
      }
    } catch (failed) {
      setFailure(failed);
    } finally {
      setBusy(false);
    }
  };
  const input = (field: 'subject' | 'text') => ({
    name: field,
    label: t(field),
    value: values[field],
    error: errors[field],
    required: true,
    onChange: (event: { target: { value: string } }) => {
      key.current = uuid();
      setValues({ ...values, [field]: event.target.value });
      if (errors[field]) setErrors({ ...errors, [field]: undefined });
    },
  });
  return (
    <>
      <h1>{t('requestTitle')}</h1>
      <p className="muted lead">{t('newLead', { email: me.address })}</p>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate aria-label={t('newRequest')}>
        {me.customers.length > 1 && (
          <div className="field">
            <label htmlFor="customer">{t('forCustomer')}</label>
            <select id="customer" value={customerId} onChange={(event) => setCustomerId(event.target.value)}>
              {me.customers.map((customer) => (
                <option key={customer.id} value={customer.id}>
                  {customer.name}
                </option>
              ))}
            </select>
          </div>
        )}
        <Field {...input('subject')} maxLength={200} />
        <Field {...input('text')} rows={8} hint={t('textHint')} />
        <FilePicker files={files} limits={limits} />
        {elsewhere.map((message) => (
          <p key={message} className="error" role="alert">
            {message}
          </p>
        ))}
        {failure !== null && <PortalFailure failure={failure} />}
        <button type="submit" className="button" disabled={busy || files.uploading}>
          {busy ? t('sending') : files.uploading ? t('filesWait') : t('submit')}
        </button>
      </form>
    </>
  );
}
