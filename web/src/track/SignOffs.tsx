import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { TeamWord, TrackPage } from '../api/types';
import { useActs } from '../act/Acts';
import { Button } from '../parts/Button';
import { Glyph, type Sign } from '../parts/Glyph';
import { Panel } from '../parts/Panel';
import { Instant } from '../parts/Times';
import type { Tone } from '../words/status';
import s from './SignOffs.module.css';
import { byAttention } from './teams';

interface Standing {
  readonly tone: Tone;
  readonly sign: Sign;
  readonly word: string;
}

const STANDINGS: Record<string, Standing> = {
  failed: { tone: 'needs', sign: 'bang', word: 'failed' },
  stale: { tone: 'nodata', sign: 'nodata', word: 'for an earlier candidate' },
  missing: { tone: 'na', sign: 'na', word: 'not started' },
  'not-started': { tone: 'na', sign: 'na', word: 'not started' },
  running: { tone: 'waiting', sign: 'waiting', word: 'running' },
  passed: { tone: 'ready', sign: 'ready', word: 'passed' },
  'opted-out': { tone: 'ready', sign: 'robot', word: 'opted out' },
  waived: { tone: 'ready', sign: 'person', word: 'waived' },
};

function standing(word: TeamWord): Standing {
  return STANDINGS[word.standing] ?? { tone: 'nodata', sign: 'nodata', word: word.standing };
}

/** Every team's word on the candidate, those first that are not through. */
export function SignOffs({ page }: { page: TrackPage }) {
  const [open, setOpen] = useState<string>();
  const teams = byAttention(page.signOffs);
  const through = teams.filter((word) => standing(word).tone === 'ready').length;
  const opened = teams.find((word) => word.team === open);
  if (teams.length === 0) {
    return null;
  }
  const counts = Object.entries(STANDINGS)
    .filter(([name]) => name !== 'not-started')
    .map(([name, shown]) => ({ shown, count: teams.filter((word) => normal(word.standing) === name).length }))
    .filter(({ count }) => count > 0);
  return (
    <Panel
      title="Sign-offs"
      id="sign-offs"
      note={`${through} of ${teams.length}${page.candidate === undefined ? ', no candidate yet' : `, for ${page.candidate.title}`}`}
      end={counts.map(({ shown, count }) => (
        <span key={shown.word} className={s.count}>
          <Glyph sign={shown.sign === 'bang' ? 'needs' : shown.sign} size={13} />
          <b>{count}</b> {shown.word}
        </span>
      ))}
    >
      <ul className={s.matrix}>
        {teams.map((word) => (
          <li key={word.team}>
            <button type="button" className={s.team} data-status={standing(word).tone} data-sign={standing(word).sign} onClick={() => setOpen(word.team)}>
              <Glyph sign={standing(word).sign} size={12} plain={standing(word).tone === 'needs'} />
              <span>{word.name}</span>
              <span className="vh">: {standing(word).word}</span>
            </button>
          </li>
        ))}
      </ul>
      {opened !== undefined && <Word word={opened} close={() => setOpen(undefined)} />}
    </Panel>
  );
}

function normal(name: string): string {
  return name === 'not-started' ? 'missing' : name;
}

const ACTS = [
  { name: 'sign-off', label: 'Sign off…' },
  { name: 'opt-out', label: 'Opt out…' },
  { name: 'waive-team', label: 'Go without it…' },
] as const;

function Word({ word, close }: { word: TeamWord; close: () => void }) {
  const { acts, open } = useActs();
  return (
    <ModalOverlay className={s.scrim} isOpen isDismissable onOpenChange={(isOpen) => isOpen || close()}>
      <Modal className={s.modal}>
        <Dialog className={s.dialog}>
          <Heading slot="title">
            {word.name}: {standing(word).word}
          </Heading>
          <p>
            {word.by === undefined ? 'Nobody has said anything yet.' : `By ${word.by}`}
            {word.at !== undefined && (
              <>
                , <Instant at={word.at} as="exact" />
              </>
            )}
            {word.by !== undefined && '.'} {word.what}
          </p>
          {word.link !== undefined && (
            <a className="link" href={word.link} rel="noreferrer" target="_blank">
              Results
            </a>
          )}
          <div className={s.acts}>
            <Button onPress={close}>Close</Button>
            {ACTS.map(({ name, label }) => {
              const act = acts.find((offered) => offered.name === name && offered.target === word.team);
              return act === undefined ? null : (
                <Button
                  key={name}
                  {...(act.allowed ? {} : { off: act.why ?? 'Not now.' })}
                  onPress={() => {
                    close();
                    open(act);
                  }}
                >
                  {label}
                </Button>
              );
            })}
          </div>
          <ul className={s.refusals}>
            {[...new Set(acts.filter((act) => act.target === word.team && !act.allowed).map((act) => act.why))].map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
