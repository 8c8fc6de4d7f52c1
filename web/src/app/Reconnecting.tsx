import { useLink } from '../live/services';
import { Glyph } from '../parts/Glyph';
import { Instant } from '../parts/Times';
import s from './Reconnecting.module.css';

interface Props {
  readonly asOf: string | undefined;
  readonly failing: boolean;
  /** Why the server itself knows nothing newer. */
  readonly outdated: string | undefined;
}

/** Says that what is shown may be old, and of when it is. The page stays usable. */
export function Reconnecting({ asOf, failing, outdated }: Props) {
  const link = useLink();
  const lost = link.state === 'lost' && (link.tries > 1 || failing);
  return (
    <div role="status">
      {(lost || outdated !== undefined) && (
        <p className={s.note}>
          <Glyph sign="nodata" />
          <span>
            <b>{lost ? 'Reconnecting.' : 'Outdated.'}</b> {!lost && outdated}{' '}
            {asOf !== undefined && (
              <>
                Data from <Instant at={asOf} />. What you see may have changed since.
              </>
            )}
          </span>
        </p>
      )}
    </div>
  );
}
