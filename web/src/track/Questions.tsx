import type { QuestionView, TrackPage } from '../api/types';
import { ActButton, useAct } from '../act/Acts';
import { Panel } from '../parts/Panel';
import { Instant, Lasting } from '../parts/Times';
import { capital } from '../words/status';
import s from './Questions.module.css';

/** What takes judgement. Open ones come first and large; only a person can answer. */
export function Questions({ page }: { page: TrackPage }) {
  const answered = page.questions.filter((question) => question.answer !== undefined);
  return (
    <>
      {page.questions
        .filter((question) => question.answer === undefined)
        .map((question) => (
          <Open key={question.id} question={question} />
        ))}
      {answered.length > 0 && (
        <Panel title="Answered questions">
          <ul className={s.answered}>
            {answered.map((question) => (
              <li key={question.id}>
                <b>{question.text}</b>{' '}
                <span>
                  {capital((question.answer ?? '').toLowerCase())}, {question.by}: “{question.reason}”
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Open({ question }: { question: QuestionView }) {
  const act = useAct('answer', question.id);
  return (
    <section className={s.ask} aria-label="Open question">
      <div>
        <p className={s.cap}>
          Asked <Instant at={question.askedAt} />, <Lasting since={question.askedAt} /> ago. Only a person can answer.
        </p>
        <h2>{question.text}</h2>
        <p className={s.evidence}>{question.evidence}</p>
      </div>
      <div className={s.options}>
        <div>
          <b>Block the release</b>
          <span>Back to candidate: a fix and a new candidate are needed.</span>
        </div>
        <div>
          <b>Accept</b>
          <span>The release goes on as it is.</span>
        </div>
        <div className={s.decide}>
          <ActButton name="answer" target={question.id} look="filled" always>
            Decide…
          </ActButton>
          {act?.allowed === false && <span>{act.why}</span>}
        </div>
      </div>
    </section>
  );
}
