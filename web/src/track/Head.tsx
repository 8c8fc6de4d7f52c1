import { Link, useParams } from '@tanstack/react-router';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import type { TrackPage } from '../api/types';
import { ActButton, useAct, useActs } from '../act/Acts';
import { buttonClass } from '../parts/Button';
import { Chip } from '../parts/Chip';
import { Glyph } from '../parts/Glyph';
import { Instant } from '../parts/Times';
import { capital, tone, word } from '../words/status';
import s from './Head.module.css';

/** Which track, how it stands in one sentence, and what can be done at once. */
export function Head({ page }: { page: TrackPage }) {
  const { app, version } = useParams({ from: '/apps/$app/releases/$version/tracks/$platform' });
  const { row, candidate } = page;
  return (
    <>
      <nav className={s.crumb} aria-label="Breadcrumb">
        <Link to="/apps/$app" params={{ app }} className="link">
          Overview
        </Link>
        <span>/</span>
        <Link to="/apps/$app/releases/$version" params={{ app, version }} className="link">
          {page.appName} {version}
        </Link>
        <span>/</span>
        <span>{row.title}</span>
      </nav>
      <header className={s.head}>
        <div>
          <h1>
            {row.title} {row.version}
            <Chip tone={tone(row.status)}>{word(row.status)}</Chip>
          </h1>
          <p className={s.lead}>{row.sentence}</p>
          <p className={s.meta}>
            <span>{capital(row.shown)}</span>
            {row.robotLine !== '' && (
              <span className={s.robot}>
                <Glyph sign="robot" size={13} />
                {row.robotLine}
              </span>
            )}
            {candidate !== undefined && (
              <span>
                {candidate.title}, build {candidate.build}, <span className="mono">{candidate.commit.slice(0, 7)}</span>
              </span>
            )}
            <span>Policy {page.policy}</span>
            <span>
              Read <Instant at={page.asOf} as="exact" />
            </span>
          </p>
        </div>
        <Commands />
      </header>
      {page.holds.length > 0 && (
        <ul className={s.holds}>
          {page.holds.map((hold) => (
            <li key={hold.slot}>
              <Glyph sign={hold.slot === 'robot-off' ? 'robot' : 'pause'} size={13} />
              <span>
                <b>{hold.text}</b> Since <Instant at={hold.since} />.
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Stop first. Only one of a pair is shown: what is paused can be resumed. */
function Commands() {
  const paused = useAct('resume')?.allowed === true;
  const robotOff = useAct('turn-robot-on')?.allowed === true;
  const pause = useAct('pause');
  return (
    <div className={s.acts}>
      {(!paused || pause?.allowed === true) && (
        <ActButton name="pause" look="stop" always>
          <Glyph sign="pause" />
          Pause rollout…
        </ActButton>
      )}
      {paused && (
        <ActButton name="resume" look="filled">
          Resume…
        </ActButton>
      )}
      <ActButton name={robotOff ? 'turn-robot-on' : 'turn-robot-off'} always>
        {robotOff ? 'Robot on…' : 'Robot off…'}
      </ActButton>
      <More />
    </div>
  );
}

const FURTHER = [
  { name: 'ask', label: 'Ask a question…' },
  { name: 'write-package', label: 'Write notes for the stores…' },
  { name: 'cancel', label: 'Cancel the release…' },
] as const;

function More() {
  const { acts, open } = useActs();
  const offered = FURTHER.flatMap(({ name, label }) => acts.filter((act) => act.name === name).map((act) => ({ act, label })));
  if (offered.length === 0) {
    return null;
  }
  return (
    <MenuTrigger>
      <AriaButton className={buttonClass()}>
        More
        <Glyph sign="down" size={13} />
      </AriaButton>
      <Popover className={s.pop ?? ''} placement="bottom end">
        <Menu
          className={s.menu ?? ''}
          aria-label="More to do"
          onAction={(key) => {
            const chosen = offered.find(({ act }) => act.name === key)?.act;
            if (chosen?.allowed === true) {
              open(chosen);
            }
          }}
        >
          {offered.map(({ act, label }) => (
            <MenuItem key={act.name} id={act.name} className={s.choice ?? ''} textValue={label} data-off={act.allowed ? undefined : true}>
              <Text slot="label">{label}</Text>
              {!act.allowed && (
                <Text slot="description" className={s.why ?? ''}>
                  {act.why}
                </Text>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
