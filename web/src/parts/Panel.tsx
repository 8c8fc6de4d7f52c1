import { useId, type ReactNode } from 'react';
import s from './Panel.module.css';

interface PanelProps {
  readonly title: string;
  /** A few words after the title. */
  readonly note?: ReactNode;
  /** What stands at the right end of the head. */
  readonly end?: ReactNode;
  readonly id?: string;
  readonly children: ReactNode;
}

/** A part of a page under a heading of its own. */
export function Panel({ title, note, end, id, children }: PanelProps) {
  const heading = useId();
  return (
    <section className={s.panel} aria-labelledby={heading} id={id}>
      <div className={s.head}>
        <h2 id={heading}>{title}</h2>
        {note !== undefined && <span className={s.note}>{note}</span>}
        {end !== undefined && <span className={s.end}>{end}</span>}
      </div>
      {children}
    </section>
  );
}
