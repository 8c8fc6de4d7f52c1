import type { MoveView } from '../api/types';

/** Moves of several places that are the same move and stand the same are told once. */
export function gathered(moves: readonly MoveView[]): MoveView[][] {
  const groups: MoveView[][] = [];
  for (const move of moves) {
    const same = groups.find((group) => group[0] !== undefined && alike(group[0], move));
    if (same === undefined) {
      groups.push([move]);
    } else {
      same.push(move);
    }
  }
  return groups;
}

function alike(one: MoveView, other: MoveView): boolean {
  return one.move === other.move && one.mode === other.mode && one.acts === other.acts && standing(one) === standing(other);
}

function standing(move: MoveView): string {
  return JSON.stringify(move.conditions.map(({ key, status, now, why, accepted }) => [key, status, now, why, accepted]));
}
