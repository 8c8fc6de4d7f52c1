import type { TrackPage } from '../api/types';
import { ActButton } from '../act/Acts';
import { Glyph } from '../parts/Glyph';
import { Panel } from '../parts/Panel';
import s from './Parcel.module.css';

/** What goes to the stores beside the build: release notes and obligatory answers. */
export function Parcel({ page }: { page: TrackPage }) {
  const { notes, answers } = page.submission;
  const missing = notes.filter((note) => note.text === '').length + answers.filter((answer) => !answer.given).length;
  return (
    <Panel
      title="Notes for the stores"
      id="package"
      note={missing === 0 ? undefined : `${missing} missing`}
      end={
        <ActButton name="write-package" small>
          Write…
        </ActButton>
      }
    >
      <dl className={s.notes}>
        {notes.map((note) => (
          <div key={note.locale}>
            <dt>{note.locale}</dt>
            <dd>{note.text === '' ? 'not written yet' : note.text}</dd>
          </div>
        ))}
      </dl>
      {answers.length > 0 && (
        <ul className={s.answers}>
          {answers.map((answer) => (
            <li key={answer.name}>
              <Glyph sign={answer.given ? 'ready' : 'na'} size={12} />
              {answer.name}
              {!answer.given && ': not given'}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
