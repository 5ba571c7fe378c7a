import classes from './PersonAvatar.module.css';

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

/** The picture, or initials on a quiet ground; the name itself always stands beside it or in its label. */
export function PersonAvatar({ name, url, size = 22, label = false }: { name: string; url?: string | null; size?: number; label?: boolean }) {
  return (
    <span
      className={classes.avatar}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.42) }}
      {...(label ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
    >
      {url ? <img src={url} alt="" width={size} height={size} className={classes.picture} /> : initials(name)}
    </span>
  );
}
