import { useState } from 'react';
import type { Need } from '../api/types';
import { buttonClass } from '../parts/Button';
import { Glyph } from '../parts/Glyph';
import { SubjectLink } from '../parts/SubjectLink';
import { Lasting } from '../parts/Times';
import s from './NeedsYou.module.css';

const MOST = 5;

/** One row for each decision that waits for a person. The first button is filled. */
export function NeedsYou({ needs }: { needs: readonly Need[] }) {
  const [all, setAll] = useState(false);
  if (needs.length === 0) {
    return null;
  }
  const shown = all ? needs : needs.slice(0, MOST);
  return (
    <section className={s.needs} aria-label="Needs you">
      <ul>
        {shown.map((need, index) => (
          <Row key={`${need.track} ${need.text} ${need.act?.target ?? ''}`} need={need} first={index === 0} />
        ))}
      </ul>
      {needs.length > shown.length && (
        <button type="button" className={s.more} onClick={() => setAll(true)}>
          {needs.length - shown.length} more
        </button>
      )}
    </section>
  );
}

function Row({ need, first }: { need: Need; first: boolean }) {
  return (
    <li className={s.need}>
      <Glyph sign="needs" size={18} />
      <SubjectLink id={need.track} className={s.name}>
        {need.title}
      </SubjectLink>
      <div className={s.what}>
        <b>{need.text}</b>
        {need.evidence !== '' && <span>{need.evidence}</span>}
      </div>
      <div className={s.turn}>
        <b>{need.turn}</b>
        <span>
          for <Lasting since={need.since} />
        </span>
      </div>
      <SubjectLink
        id={need.track}
        search={need.act === undefined ? {} : { act: need.act.name, ...(need.act.target === '' ? {} : { target: need.act.target }) }}
        className={buttonClass(first ? 'filled' : 'plain')}
      >
        {need.label === '' ? 'Open' : need.label}
      </SubjectLink>
    </li>
  );
}
