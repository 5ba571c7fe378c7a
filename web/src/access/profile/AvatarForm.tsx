import { Button, FileButton, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '@/ui/controls/PersonAvatar';
import { uploadFile } from '@/ui/http/upload';
import { problemsOf } from '@/ui/states/failure';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useSetAvatar } from '../mutations/useSetAvatar';
import { SettingsSection } from '../settings/SettingsSection';
import { squarePicture } from './squarePicture';

export function AvatarForm({ name, url }: { name: string; url: string | null }) {
  const { t } = useTranslation();
  const set = useSetAvatar();
  const [busy, setBusy] = useState(false);

  const save = async (fileId: string | null) => {
    const outcome = await set.run({ fileId });
    if (outcome.ok) notifyDone(t('common.saved'));
    else notifyProblems(outcome.problems);
  };
  const choose = async (file: File | null) => {
    if (!file) return;
    setBusy(true);
    try {
      const picture = await squarePicture(file).catch(() => null);
      if (!picture) return notifyProblems([{ code: 'INVALID_INPUT', message: t('profile.photoUnreadable'), field: null, traceId: null, currentVersion: null }]);
      await save((await uploadFile('/files', picture, () => undefined)).id);
    } catch (error) {
      notifyProblems(problemsOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <SettingsSection title={t('profile.photo')} text={t('profile.photoHint')}>
      <Group gap="sm">
        <PersonAvatar name={name} url={url} size={64} />
        <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={busy || set.running}>
              {t('profile.photoChoose')}
            </Button>
          )}
        </FileButton>
        {url && (
          <Button variant="subtle" color="gray" onClick={() => void save(null)}>
            {t('profile.photoRemove')}
          </Button>
        )}
      </Group>
    </SettingsSection>
  );
}
