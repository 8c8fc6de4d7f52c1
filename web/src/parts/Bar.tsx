import s from './Bar.module.css';

/** A share of the whole as a bar; the number stands beside it. */
export function Bar({ share }: { share: number }) {
  return (
    <svg className={s.bar} height="6" aria-hidden="true">
      <rect className={s.whole} width="100%" height="6" rx="2" />
      <rect className={s.part} width={`${(Math.min(1, Math.max(0, share)) * 100).toFixed(1)}%`} height="6" rx="2" />
    </svg>
  );
}
