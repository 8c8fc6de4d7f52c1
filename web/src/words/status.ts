import type { Cell, Condition, MoveView, Status } from '../api/types';

/** As CSS knows it: `data-status="needs"`. */
export type Tone = 'needs' | 'nodata' | 'waiting' | 'ready' | 'na';

const TONES: Record<Status, Tone> = {
  NEEDS: 'needs',
  NO_DATA: 'nodata',
  WAITING: 'waiting',
  READY: 'ready',
  NOT_APPLICABLE: 'na',
};

const WORDS: Record<Status, string> = {
  NEEDS: 'Needs you',
  NO_DATA: 'No data',
  WAITING: 'Waiting',
  READY: 'Ready',
  NOT_APPLICABLE: 'Does not apply yet',
};

const CONDITION: Record<Condition['status'], string> = {
  NEEDS: 'needs you',
  NO_DATA: 'no data',
  WAITING: 'under way',
  READY: 'met',
  NOT_APPLICABLE: 'does not apply',
};

export const COLUMNS: Record<Cell['column'], string> = {
  BLOCKERS: 'Blockers',
  BUILD: 'Build',
  TESTS: 'Tests',
  SIGN_OFFS: 'Sign-offs',
  CRASHES: 'Crashes / 1\u00a0000',
  REVIEW: 'Review',
  ROLLOUT: 'Rollout',
};

export function tone(status: Status): Tone {
  return TONES[status];
}

export function word(status: Status): string {
  return WORDS[status];
}

/** A condition has words of its own: met, under way, needs you, no data. */
export function conditionWord(status: Status): string {
  return CONDITION[status];
}

const MODES: Record<string, string> = {
  OBSERVE: 'The Robot only observes',
  MANUAL: 'Waits for a person’s word',
  CONFIRM: 'The Robot proposes, a person confirms',
  AUTOMATIC: 'The Robot acts by itself',
};

export function modeSentence(mode: MoveView['mode']): string {
  return MODES[mode] ?? mode;
}

const MODE_NAMES: Record<string, string> = {
  OBSERVE: 'observes',
  MANUAL: 'waits for your word',
  CONFIRM: 'proposes, you confirm',
  AUTOMATIC: 'acts by itself',
};

export function modeName(mode: string): string {
  return MODE_NAMES[mode] ?? mode;
}

const MOVES: Record<string, string> = {
  BUMP: 'Bump main',
  CUT: 'Cut the branch',
  CANDIDATE: 'Name the final candidate',
  SUBMIT: 'Submit to the stores',
  FIRST_STEP: 'Start the rollout',
  NEXT_STEP: 'Raise the rollout',
  EVERYONE: 'Go to 100 %',
  RESUME: 'Resume',
};

export function moveName(move: string): string {
  return MOVES[move] ?? move;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 team`, `3 teams`. */
export function some(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `branch cut` for `the branch cut`, which is how a milestone is called within a sentence. */
export function bareMilestone(milestone: string): string {
  return milestone.replace(/^the /, '');
}
